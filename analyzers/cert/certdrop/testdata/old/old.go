//go:build go1.21

// Package old may be built with versions of Go in which random numbers fail.
package old

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"math/big"
)

// Without a serial number, CreateCertificate returns an error.
func template() *x509.Certificate {
	serial, _ := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 128))
	t := &x509.Certificate{}
	t.SerialNumber = serial
	return t
}

func keys() (any, any) {
	a, _ := rsa.GenerateKey(rand.Reader, 2048)              // want `rsa.GenerateKey`
	b, _ := ecdsa.GenerateKey(elliptic.P256(), rand.Reader) // want `ecdsa.GenerateKey`
	return a.Public(), b.Public()
}

// Other random numbers are no concern of this rule.
func port() int64 {
	n, _ := rand.Int(rand.Reader, big.NewInt(1000))
	return n.Int64()
}
