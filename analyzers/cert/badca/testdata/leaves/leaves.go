// Package leaves makes no CA below another: its roots need no limit.
package leaves

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func root(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		NotAfter:              time.Now().AddDate(10, 0, 0),
		BasicConstraintsValid: true,
		IsCA:                  true,
		KeyUsage:              x509.KeyUsageCertSign,
		MaxPathLen:            0,
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func leaf(ca *x509.Certificate, pub crypto.PublicKey, key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{NotAfter: time.Now().AddDate(1, 0, 0), DNSNames: []string{"a.example"}}
	return x509.CreateCertificate(rand.Reader, t, ca, pub, key)
}

// other is below an authority that is named.
func other(key crypto.Signer) ([]byte, error) {
	parent := &x509.Certificate{BasicConstraintsValid: true, IsCA: true, MaxPathLen: 1}
	t := &x509.Certificate{
		NotAfter:              time.Now().AddDate(10, 0, 0),
		BasicConstraintsValid: true,
		IsCA:                  true,
		KeyUsage:              x509.KeyUsageCertSign,
		MaxPathLenZero:        true,
	}
	return x509.CreateCertificate(rand.Reader, t, parent, key.Public(), key)
}
