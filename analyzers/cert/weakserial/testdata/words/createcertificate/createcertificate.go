// Package createcertificate needs the word CreateCertificate to be looked at.
package createcertificate

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"math/big"
	"time"
)

func constant(ca *x509.Certificate, key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		SerialNumber: big.NewInt(1), // want `the serial number 1`
		NotAfter:     time.Now().Add(time.Hour),
	}
	return x509.CreateCertificate(rand.Reader, t, ca, key.Public(), key)
}
