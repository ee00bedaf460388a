// Package depot makes a root once, and numbers what it issues.
package depot

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"math/big"
	"time"
)

// A depot knows the next number.
type depot interface{ Serial() (*big.Int, error) }

func root(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		SerialNumber:          big.NewInt(1),
		Subject:               pkix.Name{CommonName: "root"},
		NotAfter:              time.Now().AddDate(10, 0, 0),
		KeyUsage:              x509.KeyUsageCertSign,
		BasicConstraintsValid: true,
		IsCA:                  true,
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func zeroth(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		SerialNumber:          big.NewInt(0), // want `serial number 0, which RFC 5280 does not allow`
		Subject:               pkix.Name{CommonName: "root"},
		NotAfter:              time.Now().AddDate(10, 0, 0),
		BasicConstraintsValid: true,
		IsCA:                  true,
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// server is the only one that its key signs, and only says that it is a CA.
func server(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		SerialNumber:          big.NewInt(1),
		Subject:               pkix.Name{CommonName: "server"},
		NotAfter:              time.Now().AddDate(1, 0, 0),
		ExtKeyUsage:           []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
		BasicConstraintsValid: true,
		IsCA:                  true,
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func issue(d depot, ca *x509.Certificate, csr *x509.CertificateRequest, key crypto.Signer) ([]byte, error) {
	serial, err := d.Serial()
	if err != nil {
		return nil, err
	}
	t := &x509.Certificate{SerialNumber: serial, Subject: csr.Subject, NotAfter: time.Now().AddDate(1, 0, 0)}
	return x509.CreateCertificate(rand.Reader, t, ca, csr.PublicKey, key)
}
