package reported

import (
	"crypto/tls"
	_ "embed"
	"net/http"
)

//go:embed server.crt
var certPEM []byte // want `the certificate of api.example in the source expired on 2019-09-27T00:00:00Z and reaches tls.X509KeyPair; reference date 2026-11-22`

func serve(keyPEM []byte) error {
	pair, err := tls.X509KeyPair(certPEM, keyPEM)
	if err != nil {
		return err
	}
	srv := &http.Server{Addr: ":443", TLSConfig: &tls.Config{Certificates: []tls.Certificate{pair}}}
	return srv.ListenAndServeTLS("", "")
}
