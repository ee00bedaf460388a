package newlistener

import "crypto/tls"

func f(c, k string) {
	p, _ := tls.LoadX509KeyPair(c, k) // want `LoadX509KeyPair`
	_ = tls.NewListener(nil, &tls.Config{Certificates: []tls.Certificate{p}})
}
