// Package bad makes roots with the same number.
package bad

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"math/big"
	"time"
)

func root(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		SerialNumber: big.NewInt(1), // want `is the serial number 1 in every certificate created here`
		DNSNames:     []string{"a.example"},
		NotAfter:     time.Now().AddDate(1, 0, 0),
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
