package reported

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

// Sign issues a certificate for a node.
func Sign(ca *x509.Certificate, caKey crypto.Signer, pub crypto.PublicKey, node string) ([]byte, error) {
	now := time.Now().UTC()
	leaf := &x509.Certificate{
		DNSNames:  []string{node},
		NotBefore: now, // want `NotBefore now is in the future of every peer whose clock is slow, and the certificate goes to others`
		NotAfter:  now.Add(24 * time.Hour),
	}
	return x509.CreateCertificate(rand.Reader, leaf, ca, pub, caKey)
}
