// Package published shows a certificate as data only.
package published

import (
	"crypto"
	"crypto/tls"
	"crypto/x509"
	_ "embed"
	"net"
)

//go:embed server.pem
var text []byte

// A provider publishes its certificate for others to take the key from.
type provider struct {
	key  crypto.PrivateKey
	cert *x509.Certificate
}

func parts(key []byte) (*provider, error) {
	pair, err := tls.X509KeyPair(text, key)
	if err != nil {
		return nil, err
	}
	pair.Leaf, err = x509.ParseCertificate(pair.Certificate[0])
	if err != nil {
		return nil, err
	}
	return &provider{key: pair.PrivateKey, cert: pair.Leaf}, nil
}

func listen(key []byte) (net.Listener, error) {
	pair, err := tls.X509KeyPair(other, key)
	if err != nil {
		return nil, err
	}
	pair.Leaf, err = x509.ParseCertificate(pair.Certificate[0])
	if err != nil {
		return nil, err
	}
	return tls.Listen("tcp", ":443", &tls.Config{Certificates: []tls.Certificate{pair}})
}

//go:embed server.pem
var other []byte // want `the certificate of files.example in the source expired`
