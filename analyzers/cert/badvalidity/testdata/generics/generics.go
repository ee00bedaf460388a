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

func absent(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{DNSNames: []string{"a.example"}} // want `has no NotAfter`
	return issue(t, key)
}

func valid(key crypto.Signer) ([]byte, error) {
	return issue(&x509.Certificate{NotAfter: time.Now().Add(time.Hour)}, key)
}
