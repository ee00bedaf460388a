package reported

import (
	"crypto/tls"
	_ "embed"
	"net/http"
)

var (
	//go:embed server.crt
	cert []byte
	//go:embed server.key
	key []byte // want `ECDSA P-256 private key embedded from server.key reaches tls.X509KeyPair, so every installation shares it`
)

func serve(h http.Handler) error {
	pair, err := tls.X509KeyPair(cert, key)
	if err != nil {
		return err
	}
	srv := &http.Server{
		Addr:      ":443",
		Handler:   h,
		TLSConfig: &tls.Config{Certificates: []tls.Certificate{pair}},
	}
	return srv.ListenAndServeTLS("", "")
}
