package bad

import (
	"crypto/tls"
	"crypto/x509"
	_ "embed"
	"encoding/base64"
	"encoding/pem"
	"net"
	"net/http"
)

var pair, pairErr = tls.X509KeyPair([]byte(apiCert), []byte(apiKey))

//go:embed server.pem
var serverPEM []byte // want `the certificate of files.example in the source expired on 2024-08-01T00:00:00Z and reaches tls.X509KeyPair; reference date 2026-11-22`

func files(key []byte) (tls.Certificate, error) { return tls.X509KeyPair(serverPEM, key) }

// both stands in one text with its key, of which embeddedkey speaks there.
func both() (tls.Certificate, error) {
	return tls.X509KeyPair([]byte(pairText), []byte(pairText)) // want `the certificate of pair.example in the source expired on 2025-01-31T00:00:00Z and reaches tls.X509KeyPair; .*`
}

// listen shows a certificate that it does not parse.
func listen(key any) (net.Listener, error) {
	cert := tls.Certificate{Certificate: [][]byte{serverDER}, PrivateKey: key}
	return tls.Listen("tcp", ":443", &tls.Config{Certificates: []tls.Certificate{cert}})
}

func client(key []byte) (*http.Client, error) {
	p, err := tls.X509KeyPair(clientCert, key)
	if err != nil {
		return nil, err
	}
	cfg := &tls.Config{Certificates: []tls.Certificate{p}}
	return &http.Client{Transport: &http.Transport{TLSClientConfig: cfg}}, nil
}

// peer trusts one server only.
func peer() *tls.Config {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(peerCert)
	return &tls.Config{RootCAs: pool}
}

var roots = newRoots()

func newRoots() *x509.CertPool {
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM([]byte(rootText)) {
		return nil
	}
	return pool
}

// added trusts a root besides those of the system.
func added() (*x509.CertPool, error) {
	pool, err := x509.SystemCertPool()
	if err != nil {
		return nil, err
	}
	block, _ := pem.Decode([]byte(addedText))
	cert, err := x509.ParseCertificate(block.Bytes)
	if err != nil {
		return nil, err
	}
	pool.AddCert(cert)
	return pool, nil
}

func encoded() *x509.CertPool {
	pool := x509.NewCertPool()
	text, _ := base64.StdEncoding.DecodeString(encodedText)
	pool.AppendCertsFromPEM(text)
	return pool
}

func der() *x509.CertPool {
	pool := x509.NewCertPool()
	cert, err := x509.ParseCertificate(derText)
	if err == nil {
		pool.AddCert(cert)
	}
	return pool
}

type options struct{ Cert, Key []byte }

// load falls back on a default that nobody has to replace.
func (o options) load() (tls.Certificate, error) {
	if len(o.Cert) == 0 {
		o.Cert = []byte(defaultText)
	}
	return tls.X509KeyPair(o.Cert, o.Key)
}

// last ended in the last second before the reference date.
func last(key []byte) (tls.Certificate, error) { return tls.X509KeyPair([]byte(lastText), key) }

// several roots of one pool have all expired.
func several() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM([]byte(old + older)) // want `the CA certificate of Old Root in .*` `the CA certificate of Words Root in .*`
	return pool
}
