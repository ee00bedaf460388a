package reported

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
		KeyUsage:              x509.KeyUsageDigitalSignature | x509.KeyUsageKeyEncipherment, // want `KeyUsage x509.KeyUsageDigitalSignature | x509.KeyUsageKeyEncipherment of a CA lacks KeyUsageCertSign, so what the certificate signs is not accepted`
	}
	return x509.CreateCertificate(rand.Reader, ca, ca, key.Public(), key)
}
