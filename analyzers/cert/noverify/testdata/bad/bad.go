// Package bad has callbacks that accept everything.
package bad

import (
	"crypto/tls"
	"crypto/x509"
	"log"
)

func empty() *tls.Config {
	return &tls.Config{
		InsecureSkipVerify:    true,
		VerifyPeerCertificate: func([][]byte, [][]*x509.Certificate) error { return nil }, // want `VerifyPeerCertificate returns nil on every path, and with InsecureSkipVerify nothing verifies the peer`
	}
}

// The error of Verify goes to the log only.
func logged(roots *x509.CertPool, host string) *tls.Config {
	cfg := &tls.Config{RootCAs: roots, InsecureSkipVerify: true}
	cfg.VerifyConnection = func(cs tls.ConnectionState) error { // want `VerifyConnection returns nil on every path`
		opts := x509.VerifyOptions{Roots: roots, DNSName: host, Intermediates: x509.NewCertPool()}
		for _, cert := range cs.PeerCertificates[1:] {
			opts.Intermediates.AddCert(cert)
		}
		if _, err := cs.PeerCertificates[0].Verify(opts); err != nil {
			log.Printf("peer %s: %v", host, err)
		}
		return nil
	}
	return cfg
}

type verifier struct{ roots *x509.CertPool }

func (v *verifier) verify(raw [][]byte, _ [][]*x509.Certificate) (err error) {
	for _, der := range raw {
		if _, parseErr := x509.ParseCertificate(der); parseErr != nil {
			return nil
		}
	}
	return
}

func (v *verifier) config() *tls.Config {
	return &tls.Config{
		InsecureSkipVerify:    true,
		VerifyPeerCertificate: v.verify, // want `VerifyPeerCertificate`
	}
}

func made(host string) func(tls.ConnectionState) error {
	return func(cs tls.ConnectionState) error {
		log.Print(host, cs.ServerName)
		return nil
	}
}

func returned() *tls.Config {
	cfg := new(tls.Config)
	cfg.InsecureSkipVerify = true
	cfg.VerifyConnection = made("a") // want `VerifyConnection`
	return cfg
}

func accept(tls.ConnectionState) error { return nil }

func server(cert tls.Certificate) *tls.Config {
	return &tls.Config{
		Certificates:     []tls.Certificate{cert},
		ClientAuth:       tls.RequireAnyClientCert,
		VerifyConnection: accept, // want `VerifyConnection returns nil on every path, and with RequireAnyClientCert nothing verifies the client`
	}
}

func (v *verifier) validate(cert *x509.Certificate) error {
	_, err := cert.Verify(x509.VerifyOptions{Roots: v.roots})
	return err
}

// A verdict that counts for nothing.
func (v *verifier) asked() *tls.Config {
	return &tls.Config{
		InsecureSkipVerify: true,
		VerifyConnection: func(cs tls.ConnectionState) error { // want `VerifyConnection`
			_ = v.validate(cs.PeerCertificates[0])
			return nil
		},
	}
}
