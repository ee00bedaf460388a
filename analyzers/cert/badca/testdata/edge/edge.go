// Package edge has flags that are known to some degree.
package edge

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func create(t *x509.Certificate, key crypto.Signer) ([]byte, error) {
	t.NotAfter = time.Now().Add(time.Hour)
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// The mask is not known.
func given(key crypto.Signer, usage x509.KeyUsage) ([]byte, error) {
	return create(&x509.Certificate{BasicConstraintsValid: true, IsCA: true, KeyUsage: usage}, key)
}

// Both values lack the right.
func neither(key crypto.Signer, crl bool) ([]byte, error) {
	usage := x509.KeyUsageDigitalSignature
	if crl {
		usage = x509.KeyUsageCRLSign
	}
	return create(&x509.Certificate{
		BasicConstraintsValid: true,
		IsCA:                  true,
		KeyUsage:              usage, // want `lacks KeyUsageCertSign`
	}, key)
}

// Options may set the flags.
func options(key crypto.Signer, opts ...func(*x509.Certificate)) ([]byte, error) {
	t := &x509.Certificate{IsCA: true, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}}
	for _, opt := range opts {
		opt(t)
	}
	return create(t, key)
}

// The usages are not all known.
func appended(key crypto.Signer, more ...x509.ExtKeyUsage) ([]byte, error) {
	return create(&x509.Certificate{ExtKeyUsage: append([]x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}, more...)}, key)
}

// What the caller says is known here.
func authority(key crypto.Signer, ca bool) ([]byte, error) {
	return create(&x509.Certificate{
		BasicConstraintsValid: true,
		IsCA:                  ca,
		KeyUsage:              x509.KeyUsageCertSign,
	}, key)
}

func root(key crypto.Signer) ([]byte, error) { return authority(key, true) }
