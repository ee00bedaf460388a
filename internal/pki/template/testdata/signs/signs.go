// Package signs creates certificates of templates that it is passed.
package signs

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"math/big"
	"time"
)

func Plain(t, parent *x509.Certificate, key crypto.Signer) ([]byte, error) { // want Plain:"^signs$"
	return x509.CreateCertificate(rand.Reader, t, parent, key.Public(), key)
}

func Value(t x509.Certificate, key crypto.Signer) ([]byte, error) { // want Value:"^signs$"
	return x509.CreateCertificate(rand.Reader, &t, &t, key.Public(), key)
}

func Dated(t, parent *x509.Certificate, key crypto.Signer) ([]byte, error) { // want Dated:"^signs NotBefore NotAfter$"
	date(t)
	return Plain(t, parent, key)
}

func date(t *x509.Certificate) {
	t.NotBefore = time.Now()
	t.NotAfter = t.NotBefore.Add(time.Hour)
}

func Numbered(t, parent *x509.Certificate, key crypto.Signer, serial *big.Int) ([]byte, error) { // want Numbered:"^signs SerialNumber[?]$"
	if serial != nil {
		t.SerialNumber = serial
	}
	return x509.CreateCertificate(rand.Reader, t, parent, key.Public(), key)
}

func Copied(t, parent *x509.Certificate, key crypto.Signer) ([]byte, error) { // want Copied:"^signs IsCA$"
	leaf := *t
	leaf.IsCA = false
	return x509.CreateCertificate(rand.Reader, &leaf, parent, key.Public(), key)
}

func Own(parent *x509.Certificate, key crypto.Signer) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, &x509.Certificate{}, parent, key.Public(), key)
}

func Request(req *x509.CertificateRequest, t *x509.Certificate) { t.DNSNames = req.DNSNames }
