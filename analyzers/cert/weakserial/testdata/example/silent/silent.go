package silent

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func issue(ca *x509.Certificate, key crypto.Signer, name string, public crypto.PublicKey) ([]byte, error) {
	now := time.Now().UTC()
	leaf := &x509.Certificate{
		NotBefore: now.Add(-time.Hour),
		NotAfter:  now.AddDate(0, 0, 90),
		DNSNames:  []string{name},
	}
	return x509.CreateCertificate(rand.Reader, leaf, ca, public, key)
}
