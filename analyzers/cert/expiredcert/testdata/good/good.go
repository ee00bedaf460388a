package good

import (
	"bytes"
	"crypto/rsa"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"flag"
	"log"
	"os"
)

// first is valid in the first second of the reference date.
func first(key []byte) (tls.Certificate, error) { return tls.X509KeyPair([]byte(firstText), key) }

func soon() (tls.Certificate, error) { return tls.X509KeyPair([]byte(soonText), []byte(soonKey)) }

// Print only shows a certificate.
func Print() { log.Print(shownText) }

// publicKey takes the key from a certificate, of which the dates do not matter.
func publicKey() (*rsa.PublicKey, error) {
	block, _ := pem.Decode([]byte(shownText))
	cert, err := x509.ParseCertificate(block.Bytes)
	if err != nil {
		return nil, err
	}
	key, ok := cert.PublicKey.(*rsa.PublicKey)
	if !ok {
		return nil, errors.New("no RSA key")
	}
	return key, nil
}

// refusing insists that the default be replaced.
func refusing(cert, key []byte) (tls.Certificate, error) {
	if len(cert) == 0 {
		cert = []byte(defaultText)
	}
	if bytes.Equal(cert, []byte(defaultText)) {
		return tls.Certificate{}, errors.New("replace the default certificate")
	}
	return tls.X509KeyPair(cert, key)
}

var dev = flag.Bool("dev", false, "")

func trial(key []byte) (tls.Certificate, error) {
	if *dev {
		return tls.X509KeyPair([]byte(trialText), key)
	}
	return tls.LoadX509KeyPair("server.crt", "server.key")
}

func read() *x509.CertPool {
	pool := x509.NewCertPool()
	if text, err := os.ReadFile("roots.pem"); err == nil {
		pool.AppendCertsFromPEM(text)
	}
	return pool
}

const placeholder = `-----BEGIN CERTIFICATE-----
...
-----END CERTIFICATE-----`

func example(key []byte) (tls.Certificate, error) { return tls.X509KeyPair([]byte(placeholder), key) }

func newFakeServer(key []byte) (tls.Certificate, error) {
	return tls.X509KeyPair([]byte(testedText), key)
}
