// Package fresh signs with keys that it draws for that: no two certificates that a
// key signs have one number, unless it signs more than one.
package fresh

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"math/big"
	"time"
)

func authority(serial int64) *x509.Certificate {
	return &x509.Certificate{
		SerialNumber:          big.NewInt(serial),
		Subject:               pkix.Name{CommonName: "webhook-ca"},
		NotAfter:              time.Now().AddDate(10, 0, 0),
		BasicConstraintsValid: true,
		IsCA:                  true,
	}
}

func server(serial int64, name string) *x509.Certificate {
	return &x509.Certificate{SerialNumber: big.NewInt(serial), DNSNames: []string{name}, NotAfter: time.Now().AddDate(1, 0, 0)}
}

// Pair makes both, with another key each time.
func Pair(name string) (caDER, leafDER []byte, err error) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, nil, err
	}
	ca := authority(101)
	if caDER, err = x509.CreateCertificate(rand.Reader, ca, ca, key.Public(), key); err != nil {
		return nil, nil, err
	}
	leafDER, err = x509.CreateCertificate(rand.Reader, server(102, name), ca, key.Public(), key)
	return caDER, leafDER, err
}

// Three has a number for each.
func Three(name string) (caDER, first, second []byte, err error) {
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, nil, nil, err
	}
	ca := authority(111)
	if caDER, err = x509.CreateCertificate(rand.Reader, ca, ca, key.Public(), key); err != nil {
		return nil, nil, nil, err
	}
	if first, err = x509.CreateCertificate(rand.Reader, server(112, name), ca, key.Public(), key); err != nil {
		return nil, nil, nil, err
	}
	second, err = x509.CreateCertificate(rand.Reader, server(113, name), ca, key.Public(), key)
	return caDER, first, second, err
}

func Zero(name string) ([]byte, error) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, err
	}
	return x509.CreateCertificate(rand.Reader, server(0, name), authority(121), key.Public(), key) // want `serial number 0`
}

// Alike gives the leaf the number of the root.
func Alike(name string) (caDER, leafDER []byte, err error) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, nil, err
	}
	ca := authority(131)
	if caDER, err = x509.CreateCertificate(rand.Reader, ca, ca, key.Public(), key); err != nil {
		return nil, nil, err
	}
	leafDER, err = x509.CreateCertificate(rand.Reader, server(131, name), ca, key.Public(), key) // want `is the serial number 131`
	return caDER, leafDER, err
}

// Both gives two certificates one number.
func Both(name string) (first, second []byte, err error) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, nil, err
	}
	ca := authority(141)
	if first, err = x509.CreateCertificate(rand.Reader, server(142, name), ca, key.Public(), key); err != nil { // want `is the serial number 142`
		return nil, nil, err
	}
	second, err = x509.CreateCertificate(rand.Reader, server(142, "b.example"), ca, key.Public(), key) // want `is the serial number 142`
	return first, second, err
}

// Each signs with one key for every name.
func Each(names []string) (out [][]byte, err error) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, err
	}
	ca := authority(151)
	for _, name := range names {
		t := &x509.Certificate{
			SerialNumber: big.NewInt(152), // want `is the serial number 152`
			DNSNames:     []string{name},
		}
		der, err := x509.CreateCertificate(rand.Reader, t, ca, key.Public(), key)
		if err != nil {
			return nil, err
		}
		out = append(out, der)
	}
	return out, nil
}

// Own draws a key for every name.
func Own(names []string) (out [][]byte, err error) {
	for _, name := range names {
		key, err := newKey(name == "")
		if err != nil {
			return nil, err
		}
		t := &x509.Certificate{SerialNumber: big.NewInt(161), DNSNames: []string{name}}
		der, err := x509.CreateCertificate(rand.Reader, t, authority(162), key.Public(), key)
		if err != nil {
			return nil, err
		}
		out = append(out, der)
	}
	return out, nil
}

func newKey(short bool) (crypto.Signer, error) {
	if short {
		return rsa.GenerateKey(rand.Reader, 1024)
	}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	return key, nil
}

// newRoot makes an authority.
func newRoot() (*x509.Certificate, crypto.Signer, error) {
	key, err := newKey(false)
	if err != nil {
		return nil, nil, err
	}
	ca := authority(171)
	der, err := x509.CreateCertificate(rand.Reader, ca, ca, key.Public(), key)
	if err != nil {
		return nil, nil, err
	}
	parsed, err := x509.ParseCertificate(der)
	return parsed, key, err
}

func leafOf(ca *x509.Certificate, key any, pub crypto.PublicKey) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, server(172, "a.example"), ca, pub, key)
}

func twice(ca *x509.Certificate, key any, pub crypto.PublicKey) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, server(173, "a.example"), ca, pub, key) // want `is the serial number 173`
}

func likeRoot(ca *x509.Certificate, key any, pub crypto.PublicKey) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, server(171, "a.example"), ca, pub, key) // want `is the serial number 171`
}

func looped(ca *x509.Certificate, key any, pub crypto.PublicKey) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, server(174, "a.example"), ca, pub, key) // want `is the serial number 174`
}

func numbered(serial int64, ca *x509.Certificate, key any, pub crypto.PublicKey) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, server(serial, "a.example"), ca, pub, key)
}

func Rotate(pub crypto.PublicKey) error {
	ca, key, err := newRoot()
	if err != nil {
		return err
	}
	if _, err := leafOf(ca, key, pub); err != nil {
		return err
	}
	if _, err := likeRoot(ca, key, pub); err != nil {
		return err
	}
	if _, err := twice(ca, key, pub); err != nil {
		return err
	}
	if _, err := numbered(175, ca, key, pub); err != nil {
		return err
	}
	if _, err := numbered(176, ca, key, pub); err != nil { // want `is the serial number 176`
		return err
	}
	if _, err := numbered(176, ca, key, pub); err != nil { // want `is the serial number 176`
		return err
	}
	for range 3 {
		if _, err := looped(ca, key, pub); err != nil {
			return err
		}
	}
	_, err = twice(ca, key, pub)
	return err
}

// Another has an authority of its own.
func Another(pub crypto.PublicKey) ([]byte, error) {
	ca, key, err := newRoot()
	if err != nil {
		return nil, err
	}
	return leafOf(ca, key, pub)
}

// LeafOf signs with the keys of others.
func LeafOf(ca *x509.Certificate, key any, pub crypto.PublicKey) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, server(181, "a.example"), ca, pub, key) // want `is the serial number 181`
}

func Given(pub crypto.PublicKey) ([]byte, error) {
	ca, key, err := newRoot()
	if err != nil {
		return nil, err
	}
	return LeafOf(ca, key, pub)
}

// First has a key drawn, or is given one.
func First(given crypto.Signer, pub crypto.PublicKey) ([]byte, error) {
	key := given
	if key == nil {
		var err error
		if key, err = newKey(false); err != nil {
			return nil, err
		}
	}
	return x509.CreateCertificate(rand.Reader, server(191, "a.example"), authority(192), pub, key) // want `is the serial number 191`
}

// Drawn signs with a key that another function may have loaded.
func Drawn(load func() crypto.Signer, pub crypto.PublicKey) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, server(201, "a.example"), authority(202), pub, load()) // want `is the serial number 201`
}

type issuer func(ca *x509.Certificate, key any, pub crypto.PublicKey) ([]byte, error)

func handed(ca *x509.Certificate, key any, pub crypto.PublicKey) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, server(211, "a.example"), ca, pub, key) // want `is the serial number 211`
}

type local struct{}

func (local) issue(ca *x509.Certificate, key any, pub crypto.PublicKey) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, server(212, "a.example"), ca, pub, key) // want `is the serial number 212`
}

// Hand has others issue as well.
func Hand(pub crypto.PublicKey, register func(...issuer)) error {
	ca, key, err := newRoot()
	if err != nil {
		return err
	}
	var l local
	if _, err := handed(ca, key, pub); err != nil {
		return err
	}
	register(handed, l.issue)
	_, err = l.issue(ca, key, pub)
	return err
}
