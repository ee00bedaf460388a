// Package cross has another package create its certificates.
package cross

import (
	"crypto"
	"crypto/x509"
	"time"

	"example.com/longcert/sign"
)

func signed(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		NotBefore:   time.Now(),
		NotAfter:    time.Now().AddDate(0, 36, 0), // want `valid for 1091 days or more`
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	return sign.Sign(t, t, key)
}

func host(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		NotBefore:   time.Now(),
		NotAfter:    time.Now().AddDate(0, 36, 0),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	return sign.Host(t, t, key, "a.example")
}
