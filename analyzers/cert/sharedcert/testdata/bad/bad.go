package bad

import (
	"crypto/tls"
	_ "embed"
	"net"
	"net/http"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"

	"example.com/sharedcert/certs"
)

//go:embed api.pem
var apiPEM []byte

func pair() tls.Certificate {
	p, err := tls.X509KeyPair(apiPEM, apiPEM)
	if err != nil {
		panic(err)
	}
	return p
}

func api(w http.ResponseWriter, r *http.Request)   {}
func admin(w http.ResponseWriter, r *http.Request) {}

// twoServers are of different handlers.
func twoServers() {
	cfg := &tls.Config{Certificates: []tls.Certificate{pair()}}
	go (&http.Server{Addr: ":443", Handler: http.HandlerFunc(api), TLSConfig: cfg}).ListenAndServeTLS("", "")
	srv := &http.Server{Addr: ":8443", TLSConfig: cfg} // want `one certificate in the source, of api.example until 2034-01-01T00:00:00Z, identifies the server of api and the server of admin`
	srv.Handler = http.HandlerFunc(admin)
	srv.ListenAndServeTLS("", "")
}

const clientCert, clientKey = metricsCert, metricsKey

// serverAndClient is a peer of itself.
func serverAndClient() error {
	p, err := tls.X509KeyPair([]byte(clientCert), []byte(clientKey))
	if err != nil {
		return err
	}
	l, err := tls.Listen("tcp", ":9443", &tls.Config{Certificates: []tls.Certificate{p}})
	if err != nil {
		return err
	}
	go http.Serve(l, nil)
	_, err = tls.Dial("tcp", "metrics.example:9443", &tls.Config{Certificates: []tls.Certificate{p}}) // want `one certificate in the source, of metrics.example until 2034-06-01T00:00:00Z, identifies a server and a client`
	return err
}

// serve starts a server with the certificate it is given.
func serve(l net.Listener, name string, h http.Handler, cert tls.Certificate) {
	srv := &http.Server{Handler: h, TLSConfig: &tls.Config{Certificates: []tls.Certificate{cert}}}
	srv.ServeTLS(l, "", "")
}

func started(l, m net.Listener, h http.Handler) {
	p, _ := tls.X509KeyPair([]byte(startedCert), []byte(startedKey))
	go serve(l, "queue", h, p)
	go serve(m, "table", h, p) // want `one certificate in the source, of localhost until 2035-01-01T00:00:00Z, identifies the server of queue and the server of table`
}

// regions gives all of them the same.
func regions() map[string]*tls.Config {
	p, _ := tls.X509KeyPair([]byte(regionsCert), []byte(regionsKey))
	out := make(map[string]*tls.Config)
	for _, region := range []string{"north", "south", "west"} {
		out[region] = &tls.Config{Certificates: []tls.Certificate{p}} // want `one certificate in the source, of localhost until .*, identifies north, south and west`
	}
	return out
}

func literal() map[string]tls.Certificate {
	p, _ := tls.X509KeyPair([]byte(literalCert), []byte(literalKey))
	return map[string]tls.Certificate{
		"blob":  p,
		"queue": p, // want `one certificate in the source, of localhost until .*, identifies blob and queue`
	}
}

type backend struct {
	name    string
	addr    string
	handler http.Handler
}

var backends = []backend{{"orders", ":1", nil}, {"users", ":2", nil}}

func loop() {
	p, _ := tls.X509KeyPair([]byte(loopCert), []byte(loopKey))
	for _, b := range backends {
		srv := &http.Server{
			Addr:      b.addr,
			Handler:   b.handler,
			TLSConfig: &tls.Config{Certificates: []tls.Certificate{p}}, // want `one certificate in the source, of localhost until .*, identifies every element of this loop`
		}
		go srv.ListenAndServeTLS("", "")
	}
}

func loopOfCalls(ls map[string]net.Listener, h http.Handler) {
	p, _ := tls.X509KeyPair([]byte(callsCert), []byte(callsKey))
	for _, b := range backends {
		go serve(ls[b.name], b.name, h, p) // want `one certificate in the source, of localhost until .*, identifies orders and users`
	}
}

func startOrders() *grpc.Server {
	p, _ := tls.X509KeyPair([]byte(grpcCert), []byte(grpcKey))
	return grpc.NewServer(grpc.Creds(credentials.NewServerTLSFromCert(&p)))
}

func startUsers() *grpc.Server {
	p, _ := tls.X509KeyPair([]byte(grpcCert), []byte(grpcKey))
	return grpc.NewServer(grpc.Creds(credentials.NewTLS(&tls.Config{Certificates: []tls.Certificate{p}}))) // want `one certificate in the source, of localhost until .*, identifies the server of startOrders and the server of startUsers`
}

// foreign uses a pair of another package.
func foreign() {
	go (&http.Server{Handler: http.HandlerFunc(api), TLSConfig: certs.Config()}).ListenAndServeTLS("", "")
	go (&http.Server{Handler: http.HandlerFunc(admin), TLSConfig: &tls.Config{Certificates: []tls.Certificate{certs.Pair}}}).ListenAndServeTLS("", "") // want `one certificate in the source, of localhost until .*, identifies the server of api and the server of admin`
}
