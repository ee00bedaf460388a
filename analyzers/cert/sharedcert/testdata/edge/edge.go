package edge

import (
	"crypto/tls"
	"net/http"
)

type service struct {
	name string
	pair tls.Certificate
}

// own has a certificate for each service and one server for each.
func own(handlers map[string]http.Handler) map[string]*tls.Config {
	a, _ := tls.X509KeyPair([]byte(aText), []byte(aText))
	b, _ := tls.X509KeyPair([]byte(bText), []byte(bText))
	out := make(map[string]*tls.Config)
	for _, svc := range []service{{"a", a}, {"b", b}} {
		out[svc.name] = &tls.Config{Certificates: []tls.Certificate{svc.pair}}
	}
	return out
}

// chosen picks the certificate by name: which one is not known here.
func chosen(h http.Handler) map[string]*tls.Config {
	out := make(map[string]*tls.Config)
	for _, name := range []string{"a", "b"} {
		out[name] = &tls.Config{Certificates: []tls.Certificate{choose(name)}}
	}
	return out
}

func choose(name string) tls.Certificate {
	text := aText
	if name == "b" {
		text = bText
	}
	p, _ := tls.X509KeyPair([]byte(text), []byte(text))
	return p
}

// both gives each of two certificates to all regions.
func both() map[string]*tls.Config {
	a, _ := tls.X509KeyPair([]byte(aText), []byte(aText))
	b, _ := tls.X509KeyPair([]byte(bText), []byte(bText))
	out := make(map[string]*tls.Config)
	for _, region := range []string{"north", "south", "east", "west", "centre"} {
		for _, svc := range []service{{"a", a}, {"b", b}} {
			out[region+"-"+svc.name] = &tls.Config{Certificates: []tls.Certificate{svc.pair}} // want `each of the certificates of localhost and localhost in the source identifies north, south, east and 2 more`
		}
	}
	return out
}
