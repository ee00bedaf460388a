// Package createcertificate needs the word CreateCertificate to be looked at.
package createcertificate

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func serving(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		NotBefore:   time.Now(),
		NotAfter:    time.Now().AddDate(3, 0, 0), // want `valid for 1091 days or more`
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
