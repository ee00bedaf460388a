// Package edge passes certificates on in several steps.
package edge

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func create(key crypto.Signer, now time.Time) (der []byte, err error) {
	t := &x509.Certificate{
		NotBefore: now,
		NotAfter:  now.Add(time.Hour),
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// At begins at a time that is not known.
func At(key crypto.Signer, now time.Time) ([]byte, error) { return create(key, now) }

func self(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		NotBefore: time.Now().Round(0), // want `goes to others`
		NotAfter:  time.Now().Add(time.Hour),
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// Self returns a certificate as text.
func Self(key crypto.Signer) (string, error) {
	der, err := self(key)
	return string(der), err
}

func kept(key crypto.Signer) int {
	t := &x509.Certificate{NotBefore: time.Now(), NotAfter: time.Now().Add(time.Hour)}
	der, _ := x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
	return len(der)
}
