// Package generics creates certificates in generic code.
package generics

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func issue[K crypto.Signer](t *x509.Certificate, key K) ([]byte, error) {
	t.NotAfter = time.Now().Add(time.Hour)
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func bad(key crypto.Signer) ([]byte, error) {
	return issue(&x509.Certificate{IsCA: true}, key) // want `IsCA true is without effect`
}

func good(key crypto.Signer) ([]byte, error) {
	return issue(&x509.Certificate{IsCA: true, BasicConstraintsValid: true}, key)
}
