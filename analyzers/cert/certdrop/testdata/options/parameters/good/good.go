// Package good looks.
package good

import (
	"crypto/x509"
	"encoding/pem"
	"errors"
)

// Key refuses text without PEM.
func Key(text []byte) (any, error) {
	block, _ := pem.Decode(text)
	if block == nil {
		return nil, errors.New("no PEM")
	}
	return x509.ParsePKCS8PrivateKey(block.Bytes)
}
