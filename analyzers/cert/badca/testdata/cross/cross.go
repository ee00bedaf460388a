// Package cross has another package create its certificates.
package cross

import (
	"crypto"
	"crypto/x509"

	"example.com/badca/sign"
)

func signed(ca *x509.Certificate, key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}, // want `names none`
	}
	return sign.Sign(t, ca, key)
}

func host(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}}
	return sign.Host(t, t, key, "a.example")
}
