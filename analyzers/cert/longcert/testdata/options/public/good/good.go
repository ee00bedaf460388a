// Package good stays within the limits of the day of issue.
package good

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func fromNow(key crypto.Signer) ([]byte, error) {
	now := time.Now().UTC()
	t := &x509.Certificate{
		NotBefore:   now,
		NotAfter:    now.Add(200 * 24 * time.Hour),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// dayBefore is the last day of the limit of 100 days.
func dayBefore(key crypto.Signer) ([]byte, error) {
	issued := time.Date(2029, time.March, 14, 0, 0, 0, 0, time.UTC)
	t := &x509.Certificate{
		NotBefore:   issued,
		NotAfter:    issued.AddDate(0, 0, 100),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// long was issued before there was a limit of 398 days.
func long(key crypto.Signer) ([]byte, error) {
	issued := time.Date(2019, time.May, 1, 0, 0, 0, 0, time.UTC)
	t := &x509.Certificate{
		NotBefore:   issued,
		NotAfter:    issued.AddDate(0, 0, 825),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
