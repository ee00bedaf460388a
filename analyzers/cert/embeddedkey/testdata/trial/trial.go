// Package trial uses keys of the source in development only.
package trial

import (
	"crypto/tls"
	_ "embed"
	"errors"
	"flag"
	"os"
)

//go:embed localhost.pem
var localhost []byte

var devMode = flag.Bool("devmode", false, "use the certificate for localhost")

type config struct {
	Dev         bool
	Environment string
	production  bool
}

func flagged(certFile, keyFile string) (tls.Certificate, error) {
	if *devMode {
		return tls.X509KeyPair(localhost, localhost)
	}
	return tls.LoadX509KeyPair(certFile, keyFile)
}

func (c config) field() (tls.Certificate, error) {
	if !c.Dev {
		return tls.Certificate{}, errors.New("no certificate")
	}
	return tls.X509KeyPair(localhost, localhost)
}

func (c config) environment() (tls.Certificate, error) {
	text, err := os.ReadFile("server.pem")
	if c.Environment == "development" {
		text, err = localhost, nil
	}
	if err != nil {
		return tls.Certificate{}, err
	}
	return tls.X509KeyPair(text, text)
}

func (c config) notProduction() (tls.Certificate, error) {
	if c.Environment != "production" {
		return tls.X509KeyPair(localhost, localhost)
	}
	return tls.LoadX509KeyPair("server.crt", "server.key")
}

func (c config) off() (tls.Certificate, error) {
	if c.production {
		return tls.LoadX509KeyPair("server.crt", "server.key")
	}
	return tls.X509KeyPair(localhost, localhost)
}

func text(isTest bool) []byte {
	if isTest {
		return localhost
	}
	text, _ := os.ReadFile("server.pem")
	return text
}

func result(isTest bool) (tls.Certificate, error) {
	return tls.X509KeyPair(text(isTest), text(isTest))
}

//go:embed other.pem
var other []byte // want `ECDSA P-256 private key embedded from other.pem reaches tls.X509KeyPair, .*`

// Where a switch of such a name is off, or one of another is on, the key is
// used in earnest.
func (c config) earnest() (tls.Certificate, error) {
	if c.Dev || !c.production {
		return tls.Certificate{}, errors.New("not here")
	}
	return tls.X509KeyPair(other, other)
}
