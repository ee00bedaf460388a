package good

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	_ "embed"
	"flag"
	"net"
	"net/http"
	"os"
)

//go:embed good.pem
var hostsText string

func pair(text string) tls.Certificate {
	p, _ := tls.X509KeyPair([]byte(text), []byte(text))
	return p
}

func serveHTTP(w http.ResponseWriter, r *http.Request) {}

// ports serve the same handler.
func ports() {
	cfg := &tls.Config{Certificates: []tls.Certificate{pair(portsText)}}
	h := http.HandlerFunc(serveHTTP)
	go (&http.Server{Addr: ":443", Handler: h, TLSConfig: cfg}).ListenAndServeTLS("", "")
	go (&http.Server{Addr: ":8443", Handler: h, TLSConfig: cfg}).ListenAndServeTLS("", "")
	for _, addr := range []string{":1443", ":2443"} {
		go (&http.Server{Addr: addr, Handler: h, TLSConfig: cfg}).ListenAndServeTLS("", "")
	}
}

// muxes are made by the same function from the same arguments.
func muxes() {
	cfg := &tls.Config{Certificates: []tls.Certificate{pair(muxesText)}}
	go (&http.Server{Addr: ":443", Handler: newMux(), TLSConfig: cfg}).ListenAndServeTLS("", "")
	go (&http.Server{Addr: ":8443", Handler: newMux(), TLSConfig: cfg}).ListenAndServeTLS("", "")
}

func newMux() http.Handler { return http.NewServeMux() }

// one server, whose listener terminates TLS itself.
func one() error {
	cfg := &tls.Config{Certificates: []tls.Certificate{pair(oneText)}}
	srv := &http.Server{Handler: http.HandlerFunc(serveHTTP), TLSConfig: cfg}
	l, err := net.Listen("tcp", ":443")
	if err != nil {
		return err
	}
	return srv.Serve(tls.NewListener(l, cfg))
}

var legacy = flag.Bool("legacy", false, "")

// either serves one handler or the other.
func either() error {
	cfg := &tls.Config{Certificates: []tls.Certificate{pair(eitherText)}}
	var srv *http.Server
	if *legacy {
		srv = &http.Server{Handler: http.HandlerFunc(serveHTTP), TLSConfig: cfg}
	} else {
		srv = &http.Server{Handler: http.NewServeMux(), TLSConfig: cfg}
	}
	return srv.ListenAndServeTLS("", "")
}

func serve(ctx context.Context, addr string, h http.Handler, cert tls.Certificate) {
	srv := &http.Server{Addr: addr, Handler: h, TLSConfig: &tls.Config{Certificates: []tls.Certificate{cert}}}
	srv.ListenAndServeTLS("", "")
}

// addresses are no services.
func addresses(h http.Handler) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go serve(ctx, ":443", h, pair(addressesText))
	go serve(context.Background(), "127.0.0.1:8443", h, pair(addressesText))
	for _, addr := range []string{"a.example:443", "b.example:443"} {
		go serve(ctx, addr, h, pair(addressesText))
	}
}

// reloaded pairs come from files that are read at each handshake.
func reloaded(a, b http.Handler) {
	get := func(*tls.ClientHelloInfo) (*tls.Certificate, error) {
		p, err := tls.LoadX509KeyPair(os.Getenv("CERT"), os.Getenv("KEY"))
		return &p, err
	}
	go (&http.Server{Addr: ":443", Handler: a, TLSConfig: &tls.Config{GetCertificate: get}}).ListenAndServeTLS("", "")
	go (&http.Server{Addr: ":8443", Handler: b, TLSConfig: &tls.Config{GetCertificate: get}}).ListenAndServeTLS("", "")
}

// files hold what an installation put there.
func files(a, b http.Handler) error {
	p, err := tls.LoadX509KeyPair(os.Getenv("CERT"), os.Getenv("KEY"))
	if err != nil {
		return err
	}
	cfg := &tls.Config{Certificates: []tls.Certificate{p}}
	go (&http.Server{Addr: ":443", Handler: a, TLSConfig: cfg}).ListenAndServeTLS("", "")
	return (&http.Server{Addr: ":8443", Handler: b, TLSConfig: cfg}).ListenAndServeTLS("", "")
}

// trust is no identity: the client only trusts what the server shows.
func trust() {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM([]byte(trustText))
	go (&http.Server{TLSConfig: &tls.Config{Certificates: []tls.Certificate{pair(trustText)}}}).ListenAndServeTLS("", "")
	tls.Dial("tcp", "localhost:443", &tls.Config{RootCAs: pool})
}

// hosts of one site.
func hosts() map[string]*tls.Config {
	out := make(map[string]*tls.Config)
	for _, host := range []string{"site.example", "www.site.example"} {
		out[host] = &tls.Config{Certificates: []tls.Certificate{pair(hostsText)}}
	}
	return out
}
