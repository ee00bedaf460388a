// Package bad creates certificates of servers that live for years.
package bad

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func years(key crypto.Signer) ([]byte, error) {
	now := time.Now()
	t := &x509.Certificate{
		NotBefore:   now,
		NotAfter:    now.AddDate(10, 0, 0), // want `^NotAfter now\.AddDate\(10, 0, 0\) makes the certificate of a server valid for 3648 days or more, and clients refuse more than 825$`
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

const validity = 3 * 365 * 24 * time.Hour

func duration(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		NotBefore:   time.Now().Add(-time.Hour),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth},
	}
	t.NotAfter = t.NotBefore.Add(validity) // want `valid for 1095 days or more`
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
