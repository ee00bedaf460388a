// Package cross has another package create its certificates.
package cross

import (
	"crypto"
	"crypto/x509"
	"time"

	"example.com/badvalidity/sign"
)

func signed(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{NotBefore: time.Now()} // want `has no NotAfter`
	return sign.Sign(t, t, key)
}

func day(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{NotBefore: time.Now()}
	return sign.Day(t, t, key)
}
