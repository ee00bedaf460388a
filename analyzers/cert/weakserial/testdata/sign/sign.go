// Package sign creates certificates of templates that it is passed.
package sign

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"math/big"
)

// Sign creates a certificate of a template as it is.
func Sign(t, parent *x509.Certificate, key crypto.Signer) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, t, parent, key.Public(), key)
}

// Issue gives the certificate a number.
func Issue(t, parent *x509.Certificate, key crypto.Signer) ([]byte, error) {
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 128))
	if err != nil {
		return nil, err
	}
	t.SerialNumber = serial
	return x509.CreateCertificate(rand.Reader, t, parent, key.Public(), key)
}
