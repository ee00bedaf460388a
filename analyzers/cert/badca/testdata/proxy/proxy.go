// Package proxy signs certificates with one that it makes for itself.
package proxy

import (
	"crypto"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"time"
)

func authority(key crypto.Signer) (tls.Certificate, error) {
	t := &x509.Certificate{
		Subject:  pkix.Name{CommonName: "proxy"},
		NotAfter: time.Now().Add(time.Hour),
		KeyUsage: x509.KeyUsageCertSign,
		IsCA:     true, // want `IsCA true is without effect`
	}
	der, err := x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
	if err != nil {
		return tls.Certificate{}, err
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, nil
}

func host(ca tls.Certificate, name string, key crypto.Signer) ([]byte, error) {
	issuer, err := x509.ParseCertificate(ca.Certificate[0])
	if err != nil {
		return nil, err
	}
	t := &x509.Certificate{DNSNames: []string{name}, NotAfter: time.Now().Add(time.Hour)}
	return x509.CreateCertificate(rand.Reader, t, issuer, key.Public(), ca.PrivateKey)
}

// both signs another certificate with the template that is served.
func both(key, other crypto.Signer) ([]tls.Certificate, error) {
	t := &x509.Certificate{
		Subject:     pkix.Name{CommonName: "both"},
		NotAfter:    time.Now().Add(time.Hour),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
		DNSNames:    []string{"both.example"},
		KeyUsage:    x509.KeyUsageCertSign,
		IsCA:        true, // want `IsCA true is without effect`
	}
	der, err := x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
	if err != nil {
		return nil, err
	}
	leaf := &x509.Certificate{DNSNames: []string{"leaf.example"}, NotAfter: time.Now().Add(time.Hour)}
	second, err := x509.CreateCertificate(rand.Reader, leaf, t, other.Public(), key)
	if err != nil {
		return nil, err
	}
	return []tls.Certificate{
		{Certificate: [][]byte{der}, PrivateKey: key},
		{Certificate: [][]byte{second}, PrivateKey: other},
	}, nil
}
