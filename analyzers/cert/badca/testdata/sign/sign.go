// Package sign creates certificates of templates that it is passed.
package sign

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

// Sign creates a certificate of a template as it is.
func Sign(t, parent *x509.Certificate, key crypto.Signer) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, t, parent, key.Public(), key)
}

// Host creates a certificate of a template for a host.
func Host(t, parent *x509.Certificate, key crypto.Signer, host string) ([]byte, error) {
	t.DNSNames = []string{host}
	t.NotBefore = time.Now().Add(-time.Hour)
	t.NotAfter = time.Now().Add(time.Hour)
	return x509.CreateCertificate(rand.Reader, t, parent, key.Public(), key)
}
