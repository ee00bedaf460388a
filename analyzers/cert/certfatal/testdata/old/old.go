//go:build go1.21

// Package old may be built with versions of Go in which random numbers fail.
package old

import (
	"crypto/rand"
	"crypto/rsa"
)

func key() *rsa.PrivateKey {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		panic(err) // want `panic`
	}
	return key
}
