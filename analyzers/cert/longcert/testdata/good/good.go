// Package good creates certificates that clients accept.
package good

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func year(key crypto.Signer) ([]byte, error) {
	now := time.Now()
	t := &x509.Certificate{
		NotBefore:   now,
		NotAfter:    now.AddDate(1, 0, 0),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func root(key crypto.Signer) ([]byte, error) {
	now := time.Now()
	t := &x509.Certificate{
		NotBefore:             now,
		NotAfter:              now.AddDate(10, 0, 0),
		IsCA:                  true,
		BasicConstraintsValid: true,
		ExtKeyUsage:           []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func client(key crypto.Signer) ([]byte, error) {
	now := time.Now()
	t := &x509.Certificate{
		NotBefore:   now,
		NotAfter:    now.AddDate(10, 0, 0),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth},
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
