package loadx509keypair

import (
	"crypto/tls"
	"net/http"
)

var pair, pairErr = tls.LoadX509KeyPair("server.crt", "server.key")

func servers(api, admin http.Handler) {
	go (&http.Server{Handler: api, TLSConfig: &tls.Config{Certificates: []tls.Certificate{pair}}}).ListenAndServeTLS("", "")
	go (&http.Server{Handler: admin, TLSConfig: &tls.Config{Certificates: []tls.Certificate{pair}}}).ListenAndServeTLS("", "") // want `loaded once into the variable pair, identifies the server of api and the server of admin`
}
