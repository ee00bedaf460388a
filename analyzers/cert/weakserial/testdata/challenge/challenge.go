// Package challenge answers the challenges of an issuer.
package challenge

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"math/big"
	"time"
)

func defaultChallengeTemplate() *x509.Certificate {
	return &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour)}
}

func answer(key crypto.Signer, host string) ([]byte, error) {
	t := defaultChallengeTemplate()
	t.DNSNames = []string{host}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
