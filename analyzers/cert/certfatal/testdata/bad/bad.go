// Package bad ends the process of those that use it.
package bad

import (
	"crypto"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"log"
	"os"
)

func load(cert, key string) *tls.Config {
	pair, err := tls.LoadX509KeyPair(cert, key)
	if err != nil {
		log.Fatalf("identity: %v", err) // want `log.Fatalf ends the process of whoever uses this package where tls.LoadX509KeyPair\(cert, key\) fails`
	}
	return &tls.Config{Certificates: []tls.Certificate{pair}}
}

func issue(template, parent *x509.Certificate, key crypto.Signer) []byte {
	der, err := x509.CreateCertificate(rand.Reader, template, parent, key.Public(), key)
	if err != nil {
		panic(err) // want `panic ends the process of whoever uses this package where x509.CreateCertificate\(rand.Reader, template, parent, ...\) fails`
	}
	return der
}

func request(template *x509.CertificateRequest, key crypto.Signer) []byte {
	der, err := x509.CreateCertificateRequest(rand.Reader, template, key)
	if err == nil {
		return der
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1) // want `os.Exit`
	return nil
}

// The error of a helper is that of what it calls.
func identity(template *x509.Certificate, key crypto.Signer) (tls.Certificate, error) {
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		return tls.Certificate{}, fmt.Errorf("create: %w", err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, nil
}

type Agent struct{ pair tls.Certificate }

func (a *Agent) Start(template *x509.Certificate, key crypto.Signer) {
	var err error
	if a.pair, err = identity(template, key); err != nil {
		fatal("no certificate", err) // want `fatal ends the process of whoever uses this package where identity\(template, key\) fails`
	}
}

func fatal(text string, err error) {
	log.Print(text, err)
	os.Exit(2)
}
