// Package generics creates certificates in generic code.
package generics

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func issue[K crypto.Signer](t *x509.Certificate, key K) ([]byte, error) {
	t.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func long(key crypto.Signer) ([]byte, error) {
	now := time.Now()
	return issue(&x509.Certificate{
		NotBefore: now,
		NotAfter:  now.AddDate(3, 0, 0), // want `valid for 1091 days or more`
	}, key)
}

func short(key crypto.Signer) ([]byte, error) {
	now := time.Now()
	return issue(&x509.Certificate{NotBefore: now, NotAfter: now.AddDate(0, 3, 0)}, key)
}
