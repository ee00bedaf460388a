// Package after verifies its peers when the handshake is over.
package after

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
)

func dial(addr string, pin *x509.Certificate) (*tls.Conn, error) {
	conn, err := tls.Dial("tcp", addr, &tls.Config{
		InsecureSkipVerify: true,
		VerifyConnection:   func(tls.ConnectionState) error { return nil },
	})
	if err != nil {
		return nil, err
	}
	if certs := conn.ConnectionState().PeerCertificates; len(certs) == 0 || !certs[0].Equal(pin) {
		conn.Close()
		return nil, errors.New("not the peer")
	}
	return conn, nil
}
