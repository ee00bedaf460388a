// Package good signs by the certificate's own key.
package good

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"math/big"
	"time"
)

func root(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{SerialNumber: big.NewInt(time.Now().UnixNano()), NotAfter: time.Now().AddDate(1, 0, 0)}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
