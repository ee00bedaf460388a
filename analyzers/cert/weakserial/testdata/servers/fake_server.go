// Package servers holds a server that stands in for another.
package servers

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"math/big"
	"time"
)

func certificate(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour)}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
