package tlsconfig

import (
	"crypto/tls"
	"net/http"
)

func f(s *http.Server, c, k string) {
	p, _ := tls.LoadX509KeyPair(c, k) // want `LoadX509KeyPair`
	s.TLSConfig = &tls.Config{Certificates: []tls.Certificate{p}}
}
