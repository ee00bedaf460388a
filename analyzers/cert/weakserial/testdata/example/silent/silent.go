package silent

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func selfSigned(key crypto.Signer) ([]byte, error) {
	now := time.Now().UTC()
	root := &x509.Certificate{
		NotBefore:             now.Add(-time.Hour),
		NotAfter:              now.AddDate(10, 0, 0),
		BasicConstraintsValid: true,
		IsCA:                  true,
		KeyUsage:              x509.KeyUsageCertSign,
	}
	return x509.CreateCertificate(rand.Reader, root, root, key.Public(), key)
}
