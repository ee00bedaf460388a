// Package silent is the example put right.
package silent

import (
	"crypto/tls"
	"net/http"
)

func serve(certFile, keyFile string, h http.Handler) error {
	srv := &http.Server{Addr: ":443", Handler: h, TLSConfig: &tls.Config{
		// A file is read in microseconds; a busy server keeps the pair for a
		// minute.
		GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) {
			pair, err := tls.LoadX509KeyPair(certFile, keyFile)
			return &pair, err
		},
	}}
	return srv.ListenAndServeTLS("", "")
}
