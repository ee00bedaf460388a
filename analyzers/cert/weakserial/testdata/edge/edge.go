// Package edge tells templates that reach the call from those that do not.
package edge

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"math/big"
	mathrand "math/rand"
	"time"
)

// issuer signs what is not signed by its own key.
var issuer *x509.Certificate

// Only one of two templates is used.
func unused(key crypto.Signer) ([]byte, error) {
	parsed := &x509.Certificate{SerialNumber: big.NewInt(1)}
	if !parsed.IsCA {
		t := &x509.Certificate{NotAfter: time.Now().Add(time.Hour)}
		return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
	}
	return nil, nil
}

// One of two templates is chosen.
func chosen(key crypto.Signer, ca bool) ([]byte, error) {
	t := &x509.Certificate{NotAfter: time.Now().Add(time.Hour)}
	if ca {
		t = &x509.Certificate{
			SerialNumber: big.NewInt(1), // want `the serial number 1`
			NotAfter:     time.Now().Add(time.Hour),
		}
	}
	return x509.CreateCertificate(rand.Reader, t, issuer, key.Public(), key)
}

// Some paths overwrite the number.
func sometimes(key crypto.Signer, serial *big.Int) ([]byte, error) {
	t := &x509.Certificate{
		SerialNumber: big.NewInt(1), // want `the serial number 1`
		NotAfter:     time.Now().Add(time.Hour),
	}
	if serial != nil {
		t.SerialNumber = serial
	}
	return x509.CreateCertificate(rand.Reader, t, issuer, key.Public(), key)
}

type signer interface {
	complete(t *x509.Certificate)
}

// What an interface does is not seen.
func completed(key crypto.Signer, s signer) ([]byte, error) {
	t := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour)}
	s.complete(t)
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// A zero big.Int.
func declared(key crypto.Signer) ([]byte, error) {
	var serial big.Int
	t := &x509.Certificate{
		SerialNumber: &serial, // want `the serial number 0`
		NotAfter:     time.Now().Add(time.Hour),
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// The field is read, so nil is no replacement.
func read(key crypto.Signer) (string, error) {
	t := &x509.Certificate{
		SerialNumber: big.NewInt(1), // want `the serial number 1`
		NotAfter:     time.Now().Add(time.Hour),
	}
	if _, err := x509.ParseCertificate(nil); err != nil {
		return "", err
	}
	der, err := x509.CreateCertificate(rand.Reader, t, issuer, key.Public(), key)
	return t.SerialNumber.String() + string(der), err
}

// A counter that is restored from a file may go on where it ended.
type restored struct{ serial int64 }

func (r *restored) load(n int64) { r.serial = n }

func (r *restored) issue(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{SerialNumber: big.NewInt(r.serial), NotAfter: time.Now().Add(time.Hour)}
	r.serial++
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// Each certificate of a loop has another number.
func numbered(key crypto.Signer, n int) error {
	for i := range n {
		t := &x509.Certificate{SerialNumber: big.NewInt(int64(i)), NotAfter: time.Now().Add(time.Hour)}
		der, err := x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
		if err != nil || len(der) == 0 {
			return err
		}
	}
	return nil
}

// The clock of another is none of ours.
func timestamp(key crypto.Signer, t0 time.Time) ([]byte, error) {
	t := &x509.Certificate{SerialNumber: big.NewInt(t0.UnixNano()), NotAfter: t0.Add(time.Hour)}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// A closure may set the number.
func closure(key crypto.Signer, f func(func())) ([]byte, error) {
	t := &x509.Certificate{NotAfter: time.Now().Add(time.Hour)}
	f(func() { t.SerialNumber, _ = rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 128)) })
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// A source of math/rand may stand on crypto/rand.
func secure(key crypto.Signer, source mathrand.Source) ([]byte, error) {
	t := &x509.Certificate{SerialNumber: big.NewInt(mathrand.New(source).Int63()), NotAfter: time.Now().Add(time.Hour)}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// Nobody creates two certificates in one nanosecond.
func nanoseconds(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{SerialNumber: big.NewInt(time.Now().UnixNano() + 1), NotAfter: time.Now().Add(time.Hour)}
	return x509.CreateCertificate(rand.Reader, t, issuer, key.Public(), key)
}

// The nanoseconds of a second come again in every other one.
func fraction(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		SerialNumber: big.NewInt(int64(time.Now().Nanosecond())), // want `created in the same nanosecond of any second`
		NotAfter:     time.Now().Add(time.Hour),
	}
	return x509.CreateCertificate(rand.Reader, t, issuer, key.Public(), key)
}

// Six bytes are few, but enough.
func sixBytes(key crypto.Signer) ([]byte, error) {
	b := make([]byte, 6)
	rand.Read(b)
	t := &x509.Certificate{SerialNumber: new(big.Int).SetBytes(b), NotAfter: time.Now().Add(time.Hour)}
	return x509.CreateCertificate(rand.Reader, t, issuer, key.Public(), key)
}
