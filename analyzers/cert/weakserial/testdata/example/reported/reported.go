package reported

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"math/big"
	"time"
)

func selfSigned(key crypto.Signer) ([]byte, error) {
	now := time.Now().UTC()
	root := &x509.Certificate{
		SerialNumber:          big.NewInt(1), // want `big.NewInt\(1\) is the serial number 1 in every certificate created here`
		NotBefore:             now.Add(-time.Hour),
		NotAfter:              now.AddDate(10, 0, 0),
		BasicConstraintsValid: true,
		IsCA:                  true,
		KeyUsage:              x509.KeyUsageCertSign,
	}
	return x509.CreateCertificate(rand.Reader, root, root, key.Public(), key)
}
