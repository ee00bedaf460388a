// Package drawn gives every root the same number, and draws those of what they
// issue.
package drawn

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"math/big"
	"time"
)

// limit is above all numbers that are drawn.
var limit = new(big.Int).Lsh(big.NewInt(1), 128)

func root(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		SerialNumber:          big.NewInt(1), // want `is the serial number 1 in every certificate created here`
		Subject:               pkix.Name{CommonName: "root"},
		NotAfter:              time.Now().AddDate(10, 0, 0),
		BasicConstraintsValid: true,
		IsCA:                  true,
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func draw() (*big.Int, error) { return rand.Int(rand.Reader, limit) }

func issue(ca *x509.Certificate, pub crypto.PublicKey, key crypto.Signer) ([]byte, error) {
	serial, err := draw()
	if err != nil {
		return nil, err
	}
	t := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().AddDate(1, 0, 0)}
	t.SerialNumber.Set(serial)
	return x509.CreateCertificate(rand.Reader, t, ca, pub, key)
}

// optional may be another root: what options do is not known.
func optional(key crypto.Signer, options ...func(*x509.Certificate)) ([]byte, error) {
	t := x509.Certificate{
		SerialNumber:          big.NewInt(1), // want `is the serial number 1 in every certificate created here`
		Subject:               pkix.Name{CommonName: "root"},
		NotAfter:              time.Now().AddDate(10, 0, 0),
		BasicConstraintsValid: true,
		IsCA:                  true,
	}
	for _, option := range options {
		option(&t)
	}
	return x509.CreateCertificate(rand.Reader, &t, &t, key.Public(), key)
}

// server is no root.
func server(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		SerialNumber: big.NewInt(1), // want `is the serial number 1 in every certificate created here`
		DNSNames:     []string{"a.example"},
		NotAfter:     time.Now().AddDate(1, 0, 0),
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
