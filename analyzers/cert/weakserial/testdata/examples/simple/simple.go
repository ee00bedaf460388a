// Package simple is an example, which makes a certificate for itself.
package simple

import (
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/x509"
	"math/big"
)

func selfSigned(key *ecdsa.PrivateKey) ([]byte, error) {
	template := &x509.Certificate{SerialNumber: big.NewInt(1), DNSNames: []string{"localhost"}}
	return x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
}
