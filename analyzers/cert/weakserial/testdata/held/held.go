// Package held keeps the keys of authorities in objects.
package held

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"math/big"
	"time"
)

func template(serial int64) *x509.Certificate {
	return &x509.Certificate{SerialNumber: big.NewInt(serial), NotAfter: time.Now().AddDate(1, 0, 0)}
}

// A fresh authority is made by one function, which draws its key.
type fresh struct {
	key  *rsa.PrivateKey
	cert *x509.Certificate
}

func newFresh() (*fresh, error) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, err
	}
	ca := template(1)
	if _, err := x509.CreateCertificate(rand.Reader, ca, ca, key.Public(), key); err != nil {
		return nil, err
	}
	return &fresh{key: key, cert: ca}, nil
}

func (f *fresh) leaf(pub crypto.PublicKey) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, template(2), f.cert, pub, f.key)
}

func (f *fresh) likeRoot(pub crypto.PublicKey) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, template(1), f.cert, pub, f.key) // want `is the serial number 1`
}

// Leaf may be called by others, and again.
func (f *fresh) Leaf(pub crypto.PublicKey) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, template(3), f.cert, pub, f.key) // want `is the serial number 3`
}

func All(pub crypto.PublicKey) error {
	f, err := newFresh()
	if err != nil {
		return err
	}
	if _, err := f.leaf(pub); err != nil {
		return err
	}
	if _, err := f.likeRoot(pub); err != nil {
		return err
	}
	_, err = f.Leaf(pub)
	return err
}

// A loaded authority may have the key of a file.
type loaded struct {
	key  *rsa.PrivateKey
	cert *x509.Certificate
}

func (l *loaded) load(der []byte) (err error) {
	l.key, err = x509.ParsePKCS1PrivateKey(der)
	return err
}

func (l *loaded) leaf(pub crypto.PublicKey) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, template(4), l.cert, pub, l.key) // want `is the serial number 4`
}

func Loaded(pub crypto.PublicKey, der []byte) ([]byte, error) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, err
	}
	l := &loaded{key: key, cert: template(5)}
	if err := l.load(der); err != nil {
		return nil, err
	}
	return l.leaf(pub)
}

// Again has the number of a certificate that the authority signs when it is loaded.
func Again(pub crypto.PublicKey, der []byte) (first, second []byte, err error) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, nil, err
	}
	if first, err = x509.CreateCertificate(rand.Reader, template(6), template(7), pub, key); err != nil { // want `is the serial number 6`
		return nil, nil, err
	}
	parsed, err := x509.ParsePKCS1PrivateKey(der)
	if err != nil {
		return nil, nil, err
	}
	second, err = x509.CreateCertificate(rand.Reader, template(6), template(7), pub, parsed) // want `is the serial number 6`
	return first, second, err
}
