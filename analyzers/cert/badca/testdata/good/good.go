// Package good creates certificates that are consistent.
package good

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"net"
	"time"
)

func create(t *x509.Certificate, key crypto.Signer) ([]byte, error) {
	t.NotAfter = time.Now().Add(time.Hour)
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func root(key crypto.Signer) ([]byte, error) {
	return create(&x509.Certificate{
		BasicConstraintsValid: true,
		IsCA:                  true,
		KeyUsage:              x509.KeyUsageCertSign | x509.KeyUsageCRLSign,
		MaxPathLenZero:        true,
		ExtKeyUsage:           []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}, key)
}

// A key of no usage has all.
func unlimited(key crypto.Signer) ([]byte, error) {
	return create(&x509.Certificate{BasicConstraintsValid: true, IsCA: true, MaxPathLen: -1}, key)
}

func named(key crypto.Signer, hosts []string) ([]byte, error) {
	t := &x509.Certificate{ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}}
	for _, h := range hosts {
		if ip := net.ParseIP(h); ip != nil {
			t.IPAddresses = append(t.IPAddresses, ip)
		} else {
			t.DNSNames = append(t.DNSNames, h)
		}
	}
	return create(t, key)
}

// The name is in an extension.
func extended(key crypto.Signer, san pkix.Extension) ([]byte, error) {
	return create(&x509.Certificate{
		ExtKeyUsage:     []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
		ExtraExtensions: []pkix.Extension{san},
	}, key)
}

func client(key crypto.Signer) ([]byte, error) {
	return create(&x509.Certificate{ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}}, key)
}

// Flags that go together.
func either(key crypto.Signer, ca bool) ([]byte, error) {
	t := &x509.Certificate{KeyUsage: x509.KeyUsageDigitalSignature, BasicConstraintsValid: true}
	if ca {
		t.IsCA = true
		t.KeyUsage |= x509.KeyUsageCertSign
	}
	return create(t, key)
}

func flag(key crypto.Signer, ca bool) ([]byte, error) {
	return create(&x509.Certificate{IsCA: ca, BasicConstraintsValid: ca, KeyUsage: x509.KeyUsageCertSign}, key)
}
