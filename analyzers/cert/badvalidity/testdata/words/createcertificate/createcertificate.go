// Package createcertificate needs the word CreateCertificate to be looked at.
package createcertificate

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
)

func absent(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{DNSNames: []string{"a.example"}} // want `has no NotAfter`
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
