// Package root makes a root that limits nothing.
package root

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func create(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		NotAfter:              time.Now().AddDate(10, 0, 0),
		BasicConstraintsValid: true,
		IsCA:                  true,
		KeyUsage:              x509.KeyUsageCertSign,
		MaxPathLen:            0, // want `^MaxPathLen 0 sets no limit, for MaxPathLenZero is false$`
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
