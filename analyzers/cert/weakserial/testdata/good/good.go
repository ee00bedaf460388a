// Package good creates certificates with good serial numbers.
package good

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"math"
	"math/big"
	"time"
)

func random(key crypto.Signer) ([]byte, error) {
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 128))
	if err != nil {
		return nil, err
	}
	t := &x509.Certificate{SerialNumber: serial, NotAfter: time.Now().Add(time.Hour)}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func generated(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{NotAfter: time.Now().Add(time.Hour)}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func int64s(key crypto.Signer) ([]byte, error) {
	serial, err := rand.Int(rand.Reader, big.NewInt(math.MaxInt64))
	if err != nil {
		return nil, err
	}
	t := &x509.Certificate{SerialNumber: new(big.Int).Add(serial, big.NewInt(1)), NotAfter: time.Now().Add(time.Hour)}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func bytes(key crypto.Signer) ([]byte, error) {
	b := make([]byte, 16)
	if _, err := rand.Read(b); err != nil {
		return nil, err
	}
	serial := new(big.Int)
	serial.SetBytes(b)
	t := &x509.Certificate{SerialNumber: serial, NotAfter: time.Now().Add(time.Hour)}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// A placeholder is overwritten before the certificate is created.
func overwritten(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour)}
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 128))
	if err != nil {
		return nil, err
	}
	t.SerialNumber = serial
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func set(key crypto.Signer) ([]byte, error) {
	t := x509.Certificate{SerialNumber: big.NewInt(0), NotAfter: time.Now().Add(time.Hour)}
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 128))
	if err != nil {
		return nil, err
	}
	t.SerialNumber.Set(serial)
	return x509.CreateCertificate(rand.Reader, &t, &t, key.Public(), key)
}

func finish(t *x509.Certificate) (err error) {
	t.SerialNumber, err = rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 128))
	return err
}

func inHelper(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour)}
	if err := finish(t); err != nil {
		return nil, err
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// In a loop, each certificate has a number of its own.
func loop(keys []crypto.Signer) error {
	t := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour)}
	for _, key := range keys {
		if err := finish(t); err != nil {
			return err
		}
		if _, err := x509.CreateCertificate(rand.Reader, t, t, key.Public(), key); err != nil {
			return err
		}
	}
	return nil
}

// What stands in for a random number after an error is the lesser evil.
func fallback(key crypto.Signer) ([]byte, error) {
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 128))
	if err != nil {
		serial = big.NewInt(time.Now().UnixNano())
	}
	t := &x509.Certificate{SerialNumber: serial, NotAfter: time.Now().Add(time.Hour)}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// Numbers of a store.
type store interface{ next() (int64, error) }

func stored(key crypto.Signer, s store) ([]byte, error) {
	n, err := s.next()
	if err != nil {
		return nil, err
	}
	t := &x509.Certificate{SerialNumber: big.NewInt(n), NotAfter: time.Now().Add(time.Hour)}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// The template is only checked.
func valid(t *x509.Certificate, key crypto.Signer) error {
	_, err := x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
	return err
}

func validate(key crypto.Signer) error {
	return valid(&x509.Certificate{SerialNumber: big.NewInt(1)}, key)
}
