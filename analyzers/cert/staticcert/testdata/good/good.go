// Package good has clients, local tools and servers that end.
package good

import (
	"crypto/tls"
	"net"
	"net/http"
	"os"

	"google.golang.org/grpc/credentials"
)

// The certificate is in the configuration.
func configured(srv *http.Server) error { return srv.ListenAndServeTLS("", "") }

func client(cert, key string) (*http.Client, error) {
	pair, err := tls.LoadX509KeyPair(cert, key)
	if err != nil {
		return nil, err
	}
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{Certificates: []tls.Certificate{pair}}}}, nil
}

// For this machine alone.
func local() error { return http.ListenAndServeTLS("localhost:8443", "cert.pem", "key.pem", nil) }

// The certificate of a developer's machine.
func developer() error {
	return http.ListenAndServeTLS(":443", "certs/localhost.pem", "certs/localhost-key.pem", nil)
}

// The files are the program's own: nobody renews them.
func given(l net.Listener, h http.Handler, cert, key *os.File) error {
	return http.ServeTLS(l, h, cert.Name(), key.Name())
}

// It serves again, with what the files hold then.
func again(l func() net.Listener, h http.Handler) {
	for {
		_ = http.ServeTLS(l(), h, "cert.pem", "key.pem")
	}
}

// Nothing is served with what is only tried.
func validate(cert, key string) error {
	_, err := credentials.NewServerTLSFromFile(cert, key)
	return err
}
