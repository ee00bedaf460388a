// Package cross has another package create its certificates.
package cross

import (
	"crypto"
	"crypto/x509"
	"math/big"
	"time"

	"example.com/weakserial/sign"
)

func signed(ca *x509.Certificate, key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		SerialNumber: big.NewInt(1), // want `the serial number 1`
		NotAfter:     time.Now().Add(time.Hour),
	}
	return sign.Sign(t, ca, key)
}

func issued(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour)}
	return sign.Issue(t, t, key)
}
