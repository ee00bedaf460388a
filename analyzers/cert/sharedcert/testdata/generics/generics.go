package generics

import (
	"crypto/tls"
	"net/http"
)

func start[T http.Handler](name string, h T, cert tls.Certificate) {
	srv := &http.Server{Handler: h, TLSConfig: &tls.Config{Certificates: []tls.Certificate{cert}}}
	srv.ListenAndServeTLS("", "")
}

func use(h http.Handler) {
	p, _ := tls.X509KeyPair([]byte(text), []byte(text))
	go start("blob", h, p)
	go start("queue", h, p) // want `one certificate in the source, of localhost until .*, identifies the server of blob and the server of queue`
}
