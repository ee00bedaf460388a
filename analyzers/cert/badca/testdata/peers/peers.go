// Package peers creates certificates by which peers know each other.
package peers

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func create(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		NotAfter:    time.Now().Add(time.Hour),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth},
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
