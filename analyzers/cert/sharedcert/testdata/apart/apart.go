// Package apart serves with a certificate that stands in another package.
package apart

import (
	"crypto/tls"
	"net/http"

	"example.com/sharedcert/texts"
)

func api(w http.ResponseWriter, r *http.Request)   {}
func admin(w http.ResponseWriter, r *http.Request) {}

func serve(key []byte) {
	p, err := tls.X509KeyPair(texts.Text, key)
	if err != nil {
		return
	}
	cfg := &tls.Config{Certificates: []tls.Certificate{p}}
	go (&http.Server{Addr: ":443", Handler: http.HandlerFunc(api), TLSConfig: cfg}).ListenAndServeTLS("", "")
	srv := &http.Server{Addr: ":8443", Handler: http.HandlerFunc(admin), TLSConfig: cfg} // want `identifies the server of api and the server of admin`
	srv.ListenAndServeTLS("", "")
}
