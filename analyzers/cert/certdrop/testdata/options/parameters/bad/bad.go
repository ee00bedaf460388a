// Package bad takes whatever callers pass for PEM.
package bad

import (
	"crypto/x509"
	"encoding/pem"
)

// Key panics on text without PEM.
func Key(text []byte) (any, error) {
	block, _ := pem.Decode(text) // want `is not tested for nil`
	return x509.ParsePKCS8PrivateKey(block.Bytes)
}
