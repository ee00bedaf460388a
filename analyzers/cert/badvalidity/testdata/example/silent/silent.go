package silent

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func issue(ca *x509.Certificate, caKey crypto.Signer, pub crypto.PublicKey, host string) ([]byte, error) {
	now := time.Now().UTC()
	leaf := &x509.Certificate{
		DNSNames:  []string{host},
		NotBefore: now.Add(-time.Hour),
		NotAfter:  now.Add(90 * 24 * time.Hour),
	}
	if ca.NotAfter.Before(leaf.NotAfter) {
		leaf.NotAfter = ca.NotAfter
	}
	return x509.CreateCertificate(rand.Reader, leaf, ca, pub, caKey)
}
