// Package pinned knows its clients by fingerprint.
package pinned

import (
	"crypto/sha256"
	"crypto/tls"
	"net/http"
)

type server struct {
	devices map[[32]byte]string
	names   map[string]bool
}

func (s *server) config() *tls.Config { return &tls.Config{ClientAuth: tls.RequireAnyClientCert} }

func (s *server) device(r *http.Request) string {
	cert := r.TLS.PeerCertificates[0]
	if s.names[cert.Subject.CommonName] {
		return s.devices[sha256.Sum256(cert.Raw)]
	}
	return ""
}
