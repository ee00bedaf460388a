// Package jwt stands in for the real one.
package jwt

import "crypto/ecdsa"

func ParseECPrivateKeyFromPEM(key []byte) (*ecdsa.PrivateKey, error) { return nil, nil }
