// Package roles has a server and a client of every form.
package roles

import (
	"crypto/tls"
	"net"
	"net/http"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
)

func config(text string) *tls.Config {
	p, _ := tls.X509KeyPair([]byte(text), []byte(text))
	return &tls.Config{Certificates: []tls.Certificate{p}}
}

func dial(l net.Listener) {
	cfg := config(dialText)
	tls.NewListener(l, cfg)
	tls.DialWithDialer(new(net.Dialer), "tcp", "example.com:443", cfg) // want `identifies the server of dial and a client`
}

func dialer(l net.Listener) *tls.Dialer {
	cfg := config(dialerText)
	tls.NewListener(l, cfg)
	return &tls.Dialer{Config: cfg} // want `identifies the server of dialer and a client`
}

func transport(l net.Listener) *http.Transport {
	cfg := config(transportText)
	tls.NewListener(l, cfg)
	return &http.Transport{TLSClientConfig: cfg} // want `identifies the server of transport and a client`
}

func connection(l net.Listener) {
	cfg := config(connectionText)
	tls.NewListener(l, cfg)
	grpc.NewClient("example.com", grpc.WithTransportCredentials(credentials.NewTLS(cfg))) // want `identifies the server of connection and a client`
}
