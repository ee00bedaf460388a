// Package edge has lengths at the limit.
package edge

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func template(d time.Duration) *x509.Certificate {
	now := time.Now()
	return &x509.Certificate{
		NotBefore:   now,
		NotAfter:    now.Add(d), // want `valid for 826 days or more`
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
}

func limit(key crypto.Signer) ([]byte, error) {
	t := template(825 * 24 * time.Hour)
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func over(key crypto.Signer) ([]byte, error) {
	t := template(826 * 24 * time.Hour)
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func given(key crypto.Signer, d time.Duration) ([]byte, error) {
	now := time.Now()
	t := &x509.Certificate{
		NotBefore:   now,
		NotAfter:    now.Add(d),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func either(key crypto.Signer, ca bool) ([]byte, error) {
	now := time.Now()
	t := &x509.Certificate{
		NotBefore:   now,
		NotAfter:    now.AddDate(5, 0, 0),
		IsCA:        ca,
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
