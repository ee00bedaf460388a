// Package cross has another package create its certificates.
package cross

import (
	"crypto"
	"crypto/x509"
	"time"

	"example.com/noskew/sign"
)

// Signed returns a certificate.
func Signed(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		NotBefore: time.Now(), // want `goes to others`
		NotAfter:  time.Now().Add(time.Hour),
	}
	return sign.Sign(t, t, key)
}

// Host returns a certificate.
func Host(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{NotBefore: time.Now()}
	return sign.Host(t, t, key, "a.example")
}
