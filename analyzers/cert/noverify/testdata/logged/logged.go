// Package logged prints who a client says to be, and no more.
package logged

import (
	"crypto/tls"
	"log"
	"net/http"
)

func config() *tls.Config { return &tls.Config{ClientAuth: tls.RequestClientCert} }

func handle(w http.ResponseWriter, r *http.Request) {
	for _, cert := range r.TLS.PeerCertificates {
		if cert.Subject.CommonName != "" {
			log.Printf("client %s, %v", cert.Subject.CommonName, cert.DNSNames)
		}
	}
}
