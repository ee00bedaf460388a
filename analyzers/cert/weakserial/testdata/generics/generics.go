// Package generics creates certificates in generic code.
package generics

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"math/big"
	"time"
)

type number interface{ ~int | ~int64 }

func issue[K crypto.Signer](t, parent *x509.Certificate, key K) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, t, parent, key.Public(), key)
}

func serial[N number](n N) *big.Int { return big.NewInt(int64(n)) }

func constant(ca *x509.Certificate, key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		SerialNumber: big.NewInt(5), // want `the serial number 5`
		NotAfter:     time.Now().Add(time.Hour),
	}
	return issue(t, ca, key)
}

func random(ca *x509.Certificate, key crypto.Signer) ([]byte, error) {
	n, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 100))
	if err != nil {
		return nil, err
	}
	return issue(&x509.Certificate{SerialNumber: n, NotAfter: time.Now().Add(time.Hour)}, ca, key)
}
