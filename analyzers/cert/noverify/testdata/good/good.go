// Package good verifies, or has crypto/tls do it.
package good

import (
	"bytes"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"log"
)

// Normal verification runs before the callback.
func normal() *tls.Config {
	return &tls.Config{
		VerifyConnection: func(cs tls.ConnectionState) error {
			log.Print(cs.ServerName)
			return nil
		},
	}
}

func verified() *tls.Config {
	return &tls.Config{
		ClientAuth:       tls.RequireAndVerifyClientCert,
		VerifyConnection: func(tls.ConnectionState) error { return nil },
	}
}

// Skipping alone is for other linters.
func alone() *tls.Config { return &tls.Config{InsecureSkipVerify: true} }

func pinned(pin []byte) *tls.Config {
	return &tls.Config{
		InsecureSkipVerify: true,
		VerifyPeerCertificate: func(raw [][]byte, _ [][]*x509.Certificate) error {
			sum := sha256.Sum256(raw[0])
			if !bytes.Equal(sum[:], pin) {
				return errors.New("unknown certificate")
			}
			return nil
		},
	}
}

func chain(roots *x509.CertPool) *tls.Config {
	return &tls.Config{
		InsecureSkipVerify: true,
		VerifyConnection: func(cs tls.ConnectionState) error {
			_, err := cs.PeerCertificates[0].Verify(x509.VerifyOptions{Roots: roots})
			return err
		},
	}
}

// Others decide.
func delegated(verify func([][]byte, [][]*x509.Certificate) error) *tls.Config {
	return &tls.Config{InsecureSkipVerify: true, VerifyPeerCertificate: verify}
}

func asked(known func(*x509.Certificate)) *tls.Config {
	return &tls.Config{
		InsecureSkipVerify: true,
		VerifyConnection: func(cs tls.ConnectionState) error {
			known(cs.PeerCertificates[0])
			return nil
		},
	}
}

// A scanner keeps the chain, whatever it is.
func scan() (*tls.Config, *[]*x509.Certificate) {
	var chain []*x509.Certificate
	return &tls.Config{
		InsecureSkipVerify: true,
		VerifyConnection: func(cs tls.ConnectionState) error {
			chain = cs.PeerCertificates
			return nil
		},
	}, &chain
}

// A user asked for it.
func option(insecure bool) *tls.Config {
	cfg := new(tls.Config)
	if insecure {
		cfg.InsecureSkipVerify = true
		cfg.VerifyConnection = func(tls.ConnectionState) error { return nil }
	}
	return cfg
}

func variable(skip bool) *tls.Config {
	return &tls.Config{
		InsecureSkipVerify: skip,
		VerifyConnection:   func(tls.ConnectionState) error { return nil },
	}
}

// One of two verifies.
func both(roots *x509.CertPool) *tls.Config {
	return &tls.Config{
		InsecureSkipVerify:    true,
		VerifyPeerCertificate: func([][]byte, [][]*x509.Certificate) error { return nil },
		VerifyConnection: func(cs tls.ConnectionState) error {
			_, err := cs.PeerCertificates[0].Verify(x509.VerifyOptions{Roots: roots})
			return err
		},
	}
}

func reset() *tls.Config {
	return &tls.Config{InsecureSkipVerify: true, VerifyConnection: nil}
}
