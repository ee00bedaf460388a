// Package challenge answers the challenges of an issuer.
package challenge

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
)

func answer(key crypto.Signer, host string) ([]byte, error) {
	t := &x509.Certificate{DNSNames: []string{host}}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
