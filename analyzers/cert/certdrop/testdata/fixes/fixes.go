// Package fixes has drops whose error the caller can be given.
package fixes

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
)

var errNone = errors.New("none")

func roots(text []byte) (*x509.CertPool, error) {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(text) // want `AppendCertsFromPEM`
	return pool, nil
}

func name(der []byte) (string, int, error) {
	if len(der) > 0 {
		cert, _ := x509.ParseCertificate(der) // want `ParseCertificate`
		return cert.Subject.CommonName, 1, nil
	}
	return "", 0, errNone
}

func load(cert, key string) func() (*tls.Config, error) {
	return func() (*tls.Config, error) {
		pair, _ := tls.LoadX509KeyPair(cert, key) // want `LoadX509KeyPair`
		return &tls.Config{Certificates: []tls.Certificate{pair}}, nil
	}
}

func accept(cert *x509.Certificate, host string) error {
	cert.VerifyHostname(host) // want `VerifyHostname`
	return nil
}

func callback(cert, key []byte) func(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	return func(*tls.ClientHelloInfo) (*tls.Certificate, error) {
		pair, _ := tls.X509KeyPair(cert, key) // want `X509KeyPair`
		return &pair, nil
	}
}

// The zero value of the first result needs a name.
func pair(cert, key []byte) (tls.Certificate, error) {
	p, _ := tls.X509KeyPair(cert, key) // want `X509KeyPair`
	return p, nil
}

// err is a text here.
func text(der []byte) error {
	err := "none"
	cert, _ := x509.ParseCertificate(der) // want `ParseCertificate`
	return errors.New(err + cert.Subject.CommonName)
}
