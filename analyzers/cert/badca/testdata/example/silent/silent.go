package silent

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func root(key crypto.Signer) ([]byte, error) {
	now := time.Now().UTC()
	ca := &x509.Certificate{
		NotBefore:             now.Add(-time.Hour),
		NotAfter:              now.AddDate(10, 0, 0),
		BasicConstraintsValid: true,
		IsCA:                  true,
		KeyUsage:              x509.KeyUsageCertSign | x509.KeyUsageCRLSign,
	}
	return x509.CreateCertificate(rand.Reader, ca, ca, key.Public(), key)
}
