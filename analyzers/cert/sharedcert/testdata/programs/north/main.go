// North is a program with a certificate of its own, a copy of which is south's.
package main

import (
	"crypto/tls"
	_ "embed"
	"net/http"
)

//go:embed server.pem
var text []byte

func main() {
	pair, err := tls.X509KeyPair(text, text)
	if err != nil {
		return
	}
	srv := &http.Server{Addr: ":443", TLSConfig: &tls.Config{Certificates: []tls.Certificate{pair}}}
	srv.ListenAndServeTLS("", "")
}
