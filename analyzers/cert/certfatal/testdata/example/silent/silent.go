// Package silent is the example put right.
package silent

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"fmt"
)

// Identity makes the certificate by which an agent is known.
func Identity(template, parent *x509.Certificate, key crypto.Signer) ([]byte, error) {
	der, err := x509.CreateCertificate(rand.Reader, template, parent, key.Public(), key)
	if err != nil {
		return nil, fmt.Errorf("certificate of the agent: %w", err)
	}
	return der, nil
}
