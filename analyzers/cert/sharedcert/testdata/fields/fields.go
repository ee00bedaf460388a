// Package fields keeps configurations and servers in variables and fields.
package fields

import (
	"crypto/tls"
	"net/http"
)

var shared tls.Certificate

func init() {
	var err error
	if shared, err = tls.X509KeyPair([]byte(sharedText), []byte(sharedText)); err != nil {
		panic(err)
	}
}

type app struct {
	cfg        *tls.Config
	api, admin *http.Server
}

func newApp(api, admin http.Handler) *app {
	a := &app{cfg: &tls.Config{}}
	a.cfg.Certificates = append(a.cfg.Certificates, shared)
	a.api = &http.Server{Handler: api, TLSConfig: a.cfg}
	a.admin = &http.Server{Handler: admin}
	a.admin.TLSConfig = a.cfg.Clone() // want `one certificate in the source, of localhost until 2036-01-01T00:00:00Z, identifies the server of api and the server of admin`
	return a
}

var serverConfig = &tls.Config{MinVersion: tls.VersionTLS13}

func configure() error {
	pair, err := tls.X509KeyPair([]byte(peerText), []byte(peerText))
	serverConfig.Certificates = []tls.Certificate{pair}
	return err
}

func listen() error {
	l, err := tls.Listen("tcp", ":443", serverConfig)
	if err != nil {
		return err
	}
	return http.Serve(l, nil)
}

func dial() (*tls.Conn, error) {
	return tls.Dial("tcp", "peer.example:443", serverConfig) // want `one certificate in the source, of localhost until 2037-01-01T00:00:00Z, identifies a server and a client`
}
