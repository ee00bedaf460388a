package silent

import (
	"crypto/tls"
	"net/http"
)

// A store returns the current pair of each service.
type store interface {
	Pair(service string) (*tls.Certificate, error)
}

func config(s store, service string) *tls.Config {
	return &tls.Config{GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) {
		return s.Pair(service)
	}}
}

func serve(s store, blob, queue http.Handler) error {
	go (&http.Server{Addr: ":10443", Handler: blob, TLSConfig: config(s, "blob")}).ListenAndServeTLS("", "")
	return (&http.Server{Addr: ":11443", Handler: queue, TLSConfig: config(s, "queue")}).ListenAndServeTLS("", "")
}
