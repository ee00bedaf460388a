// Package loaded keeps pairs that it loads when the program starts.
package loaded

import (
	"crypto/tls"
	"net/http"
	"os"
)

func api(w http.ResponseWriter, r *http.Request)   {}
func admin(w http.ResponseWriter, r *http.Request) {}

var pair, pairErr = tls.LoadX509KeyPair("server.crt", "server.key")

func servers() {
	go (&http.Server{Addr: ":443", Handler: http.HandlerFunc(api), TLSConfig: &tls.Config{Certificates: []tls.Certificate{pair}}}).ListenAndServeTLS("", "")
	go (&http.Server{Addr: ":8443", Handler: http.HandlerFunc(admin), TLSConfig: &tls.Config{Certificates: []tls.Certificate{pair}}}).ListenAndServeTLS("", "") // want `one certificate, loaded once into the variable pair, identifies the server of api and the server of admin`
}

var nodeConfig *tls.Config

func load() error {
	p, err := tls.LoadX509KeyPair(os.Getenv("CERT"), os.Getenv("KEY"))
	nodeConfig = &tls.Config{Certificates: []tls.Certificate{p}}
	return err
}

func nodes() map[string]*http.Server {
	out := make(map[string]*http.Server)
	for _, node := range []string{"north", "south"} {
		out[node] = &http.Server{TLSConfig: nodeConfig} // want `one certificate, loaded once into the variable nodeConfig, identifies north and south`
	}
	return out
}

var peer, peerErr = tls.LoadX509KeyPair("peer.crt", "peer.key")

// peers are servers and clients with one identity.
func peers() error {
	cfg := &tls.Config{Certificates: []tls.Certificate{peer}}
	l, err := tls.Listen("tcp", ":443", cfg)
	if err != nil {
		return err
	}
	go http.Serve(l, nil)
	_, err = tls.Dial("tcp", "peer.example:443", cfg)
	return err
}

var ports, portsErr = tls.LoadX509KeyPair("ports.crt", "ports.key")

// several ports of one service.
func several() {
	for _, addr := range []string{":443", ":8443"} {
		cfg := &tls.Config{Certificates: []tls.Certificate{ports}}
		go (&http.Server{Addr: addr, Handler: http.HandlerFunc(api), TLSConfig: cfg}).ListenAndServeTLS("", "")
	}
}

var current, currentErr = tls.LoadX509KeyPair("current.crt", "current.key")

func get(*tls.ClientHelloInfo) (*tls.Certificate, error) { return &current, currentErr }

// reloaded servers ask for the current pair at each handshake.
func reloaded() {
	go (&http.Server{Addr: ":443", Handler: http.HandlerFunc(api), TLSConfig: &tls.Config{GetCertificate: get}}).ListenAndServeTLS("", "")
	go (&http.Server{Addr: ":8443", Handler: http.HandlerFunc(admin), TLSConfig: &tls.Config{GetCertificate: get}}).ListenAndServeTLS("", "")
}
