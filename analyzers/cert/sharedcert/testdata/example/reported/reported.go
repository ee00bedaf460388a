package reported

import (
	"crypto/tls"
	_ "embed"
	"net/http"
)

//go:embed storage.pem
var storage []byte

func serve(blob, queue http.Handler) error {
	pair, err := tls.X509KeyPair(storage, storage)
	if err != nil {
		return err
	}
	cfg := &tls.Config{Certificates: []tls.Certificate{pair}}
	go (&http.Server{Addr: ":10443", Handler: blob, TLSConfig: cfg}).ListenAndServeTLS("", "")
	return (&http.Server{Addr: ":11443", Handler: queue, TLSConfig: cfg}).ListenAndServeTLS("", "") // want `one certificate in the source, of localhost until 2034-01-01T00:00:00Z, identifies the server of blob and the server of queue`
}
