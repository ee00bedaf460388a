// Package messages makes certificates that sign messages, and one that nobody
// verifies. It has nothing to do with TLS.
package messages

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"math/big"
	"time"
)

// signer is the certificate of a SCEP client, signed by its own key; the usage
// is copied from that of a server.
func signer(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		Subject:     pkix.Name{CommonName: "SCEP SIGNER"},
		NotBefore:   time.Now(),
		NotAfter:    time.Now().Add(time.Hour),
		KeyUsage:    x509.KeyUsageKeyEncipherment | x509.KeyUsageDigitalSignature,
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// anonymous has no name that anybody could ask for.
func anonymous(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		SerialNumber: big.NewInt(1),
		NotAfter:     time.Now().Add(time.Hour),
		KeyUsage:     x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
