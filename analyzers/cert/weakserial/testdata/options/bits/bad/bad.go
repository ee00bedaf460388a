// Package bad draws fewer bits than an int64 has.
package bad

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"math/big"
	"time"
)

func issue(ca *x509.Certificate, key crypto.Signer) ([]byte, error) {
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 62))
	if err != nil {
		return nil, err
	}
	t := &x509.Certificate{
		SerialNumber: serial, // want `^serial is a serial number of 62 random bits, of which about \d+ certificates suffice for two to be the same$`
		NotAfter:     time.Now().AddDate(1, 0, 0),
	}
	return x509.CreateCertificate(rand.Reader, t, ca, key.Public(), key)
}
