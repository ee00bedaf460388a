// Package answers makes certificates in functions that say what for.
package answers

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
)

func challengeFunc(key crypto.Signer) func(host string) ([]byte, error) {
	return func(host string) ([]byte, error) {
		return create(&x509.Certificate{DNSNames: []string{host}}, key)
	}
}

func tlsALPN01(key crypto.Signer, host string) ([]byte, error) {
	return create(&x509.Certificate{DNSNames: []string{host}}, key)
}

func create(t *x509.Certificate, key crypto.Signer) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func serve(key crypto.Signer, host string) ([]byte, error) {
	t := &x509.Certificate{DNSNames: []string{host}} // want `has no NotAfter on any path`
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
