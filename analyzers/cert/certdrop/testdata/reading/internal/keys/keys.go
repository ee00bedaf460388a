// Package keys is for the module alone, which knows what it passes.
package keys

import (
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
)

// ParseKey reads a key.
func ParseKey(text []byte) (*rsa.PrivateKey, error) {
	block, _ := pem.Decode(text)
	return x509.ParsePKCS1PrivateKey(block.Bytes)
}
