// Package peers creates certificates by which peers know each other.
package peers

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"encoding/asn1"
	"time"
)

func create(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		NotAfter:    time.Now().Add(time.Hour),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth},
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// device is known by its subject.
func device(request *x509.CertificateRequest, parent *x509.Certificate, key crypto.Signer) ([]byte, error) {
	t := x509.Certificate{
		Subject:     request.Subject,
		NotAfter:    time.Now().Add(time.Hour),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth, x509.ExtKeyUsageServerAuth},

		UnknownExtKeyUsage: []asn1.ObjectIdentifier{{1, 3, 6, 1, 4, 1, 44924, 1, 6}},
	}
	return x509.CreateCertificate(rand.Reader, &t, parent, request.PublicKey, key)
}

// sealing carries the key by which secrets are encrypted.
func sealing(key crypto.Signer) ([]byte, error) {
	t := x509.Certificate{
		NotAfter:              time.Now().Add(time.Hour),
		KeyUsage:              x509.KeyUsageEncipherOnly,
		BasicConstraintsValid: true,
		IsCA:                  true,
	}
	return x509.CreateCertificate(rand.Reader, &t, &t, key.Public(), key)
}
