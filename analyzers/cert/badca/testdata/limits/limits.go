// Package limits makes CAs without a limit of the CAs below them, and some below.
package limits

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"time"
)

func authority(name string) *x509.Certificate {
	return &x509.Certificate{
		Subject:               pkix.Name{CommonName: name},
		NotAfter:              time.Now().AddDate(10, 0, 0),
		BasicConstraintsValid: true,
		IsCA:                  true,
		KeyUsage:              x509.KeyUsageCertSign,
	}
}

// pair makes an intermediate one.
func pair(key crypto.Signer) (root, below []byte, err error) {
	t := authority("root")
	t.MaxPathLen = 0 // want `^MaxPathLen 0 sets no limit, for MaxPathLenZero is false$`
	if root, err = x509.CreateCertificate(rand.Reader, t, t, key.Public(), key); err != nil {
		return nil, nil, err
	}
	below, err = x509.CreateCertificate(rand.Reader, authority("issuer"), t, key.Public(), key)
	return root, below, err
}

// parsed makes one below what it has read back.
func parsed(key crypto.Signer) ([]byte, error) {
	t := authority("root")
	t.MaxPathLen = 0 // want `sets no limit`
	der, err := x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
	if err != nil {
		return nil, err
	}
	root, err := x509.ParseCertificate(der)
	if err != nil {
		return nil, err
	}
	return x509.CreateCertificate(rand.Reader, authority("issuer"), root, key.Public(), key)
}

// alone makes a root that may be the parent in below.
func alone(key crypto.Signer) ([]byte, error) {
	t := authority("root")
	t.MaxPathLen = 0 // want `sets no limit`
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// below makes a CA that is the last one.
func below(parent *x509.Certificate, key crypto.Signer) ([]byte, error) {
	t := authority("issuer")
	t.MaxPathLen = 0
	return x509.CreateCertificate(rand.Reader, t, parent, key.Public(), key)
}
