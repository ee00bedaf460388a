// Package helpers stands in for the real one.
package helpers

import "crypto"

func ParsePrivateKeyPEM(keyPEM []byte) (crypto.Signer, error) { return nil, nil }
