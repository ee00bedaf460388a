// Package good numbers what the root signs.
package good

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"math/big"
	"time"
)

type depot interface{ next() *big.Int }

func root(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		SerialNumber:          big.NewInt(1),
		DNSNames:              []string{"a.example"},
		NotAfter:              time.Now().AddDate(1, 0, 0),
		BasicConstraintsValid: true,
		IsCA:                  true,
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func issue(ca *x509.Certificate, d depot, key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{SerialNumber: d.next(), NotAfter: time.Now().AddDate(1, 0, 0)}
	return x509.CreateCertificate(rand.Reader, t, ca, key.Public(), key)
}
