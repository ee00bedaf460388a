// Package generics creates certificates in generic code.
package generics

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func issue[K crypto.Signer](t *x509.Certificate, key K) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// Bad returns a certificate.
func Bad(key crypto.Signer) ([]byte, error) {
	return issue(&x509.Certificate{
		NotBefore: time.Now(), // want `goes to others`
		NotAfter:  time.Now().Add(time.Hour),
	}, key)
}

// Good returns a certificate.
func Good(key crypto.Signer) ([]byte, error) {
	return issue(&x509.Certificate{NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}, key)
}
