// Package edge has unusual forms.
package edge

import (
	"crypto/tls"
	web "net/http"
)

type server struct{ *web.Server }

// A promoted method is the same method.
func (s server) serve(cert, key string) error {
	return s.ListenAndServeTLS(cert, key) // want `s.ListenAndServeTLS\(cert, key\)`
}

// A method value is not called here.
func value(s *web.Server) func(string, string) error { return s.ListenAndServeTLS }

// Only one of two is a server's.
func both(cert, key string) (*web.Server, *tls.Config, error) {
	own, err := tls.LoadX509KeyPair(cert, key) // want `LoadX509KeyPair`
	if err != nil {
		return nil, nil, err
	}
	other, err := tls.LoadX509KeyPair(key, cert)
	if err != nil {
		return nil, nil, err
	}
	srv := new(web.Server)
	srv.TLSConfig = &tls.Config{Certificates: []tls.Certificate{own}}
	return srv, &tls.Config{Certificates: []tls.Certificate{other}}, nil
}

func reviewed(cert, key string) error {
	return web.ListenAndServeTLS(":443", cert, key, nil) //leapguard:ignore staticcert the pod is replaced when the secret changes
}
