package reported

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func serving(ca *x509.Certificate, caKey crypto.Signer, pub crypto.PublicKey, host string) ([]byte, error) {
	now := time.Now().UTC()
	leaf := &x509.Certificate{
		DNSNames:    []string{host},
		NotBefore:   now.Add(-time.Hour),
		NotAfter:    now.Add(5 * 365 * 24 * time.Hour), // want `NotAfter now.Add\(5 \* 365 \* 24 \* time.Hour\) makes the certificate of a server valid for 1825 days or more, and clients refuse more than 825`
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	return x509.CreateCertificate(rand.Reader, leaf, ca, pub, caKey)
}
