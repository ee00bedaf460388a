package reported

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"math/big"
	"time"
)

func issue(ca *x509.Certificate, key crypto.Signer, name string, public crypto.PublicKey) ([]byte, error) {
	now := time.Now().UTC()
	leaf := &x509.Certificate{
		SerialNumber: big.NewInt(1), // want `big.NewInt\(1\) is the serial number 1 in every certificate created here`
		NotBefore:    now.Add(-time.Hour),
		NotAfter:     now.AddDate(0, 0, 90),
		DNSNames:     []string{name},
	}
	return x509.CreateCertificate(rand.Reader, leaf, ca, public, key)
}
