package reported

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func issue(ca *x509.Certificate, caKey crypto.Signer, pub crypto.PublicKey, host string) ([]byte, error) {
	leaf := &x509.Certificate{
		DNSNames:  []string{host},
		NotBefore: time.Now().Add(-time.Hour),
		NotAfter:  time.Date(2030, time.December, 31, 0, 0, 0, 0, time.UTC), // want `NotAfter time.Date\(2030, time.December, 31, \.\.\.\) does not move with NotBefore, so what is created after 31 December 2030 has expired already`
	}
	return x509.CreateCertificate(rand.Reader, leaf, ca, pub, caKey)
}
