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

// Day creates a certificate that is valid for a day.
func Day(t, parent *x509.Certificate, key crypto.Signer) ([]byte, error) {
	t.NotAfter = time.Now().Add(24 * time.Hour)
	return x509.CreateCertificate(rand.Reader, t, parent, key.Public(), key)
}
