// Package ownuse serves with certificates that it makes for itself at each start.
package ownuse

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"os"
	"time"
)

// interim returns what the user interface has until there is a real certificate.
func interim(key crypto.Signer, keyPEM []byte) (*tls.Config, error) {
	t := &x509.Certificate{
		Subject:     pkix.Name{CommonName: "interim"},
		DNSNames:    []string{"localhost"},
		NotAfter:    time.Now().Add(time.Hour),
		KeyUsage:    x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
		IsCA:        true,
	}
	der, err := x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
	if err != nil {
		return nil, err
	}
	pair, err := tls.X509KeyPair(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), keyPEM)
	if err != nil {
		return nil, err
	}
	return &tls.Config{Certificates: []tls.Certificate{pair}}, nil
}

func listener(key crypto.Signer) (*tls.Certificate, error) {
	t := x509.Certificate{
		Subject:  pkix.Name{CommonName: "listener"},
		NotAfter: time.Now().Add(time.Hour),
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, &t, &t, key.Public(), key)
	if err != nil {
		return nil, err
	}
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		return nil, err
	}
	return &tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key, Leaf: leaf}, nil
}

func encoded(key crypto.Signer) ([]byte, error) {
	t := x509.Certificate{
		NotAfter:              time.Now().Add(time.Hour),
		DNSNames:              []string{"localhost"},
		BasicConstraintsValid: true,
		IsCA:                  true,
		KeyUsage:              x509.KeyUsageDigitalSignature,
	}
	der, err := x509.CreateCertificate(rand.Reader, &t, &t, key.Public(), key)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := pem.Encode(&out, &pem.Block{Type: "CERTIFICATE", Bytes: der}); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func served(key crypto.Signer, keyPEM []byte) (tls.Certificate, error) {
	text, err := encoded(key)
	if err != nil {
		return tls.Certificate{}, err
	}
	return tls.X509KeyPair(text, keyPEM)
}

// kept is for clients that are told to trust it, some of which look closely.
func kept(key crypto.Signer, keyPEM []byte) (tls.Certificate, error) {
	t := x509.Certificate{
		Subject:  pkix.Name{CommonName: "kept"},
		NotAfter: time.Now().Add(time.Hour),
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign, // want `has KeyUsageCertSign, which RFC 5280 allows with IsCA only`
	}
	der, err := x509.CreateCertificate(rand.Reader, &t, &t, key.Public(), key)
	if err != nil {
		return tls.Certificate{}, err
	}
	text := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	if err := os.WriteFile("cert.pem", text, 0o644); err != nil {
		return tls.Certificate{}, err
	}
	return tls.X509KeyPair(text, keyPEM)
}

// written is valid for itself, with the flag or without.
func written(key crypto.Signer) error {
	t := x509.Certificate{
		Subject:     pkix.Name{CommonName: "written"},
		DNSNames:    []string{"written.example"},
		NotAfter:    time.Now().Add(time.Hour),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
		IsCA:        true,
	}
	der, err := x509.CreateCertificate(rand.Reader, &t, &t, key.Public(), key)
	if err != nil {
		return err
	}
	return os.WriteFile("cert.der", der, 0o644)
}
