// Package anyclient reads who the client is from a certificate that anyone can
// make.
package anyclient

import (
	"crypto/tls"
	"net/http"
)

type server struct{ admins map[string]bool }

func (s *server) listen(cert tls.Certificate) error {
	srv := &http.Server{
		Handler: s,
		TLSConfig: &tls.Config{
			Certificates: []tls.Certificate{cert},
			ClientAuth:   tls.RequireAnyClientCert, // want `tls.RequireAnyClientCert takes certificates of any issuer, and Subject.CommonName of the client's is used without verification`
		},
	}
	return srv.ListenAndServeTLS("", "")
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if len(r.TLS.PeerCertificates) == 0 || !s.admins[r.TLS.PeerCertificates[0].Subject.CommonName] {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusOK)
}
