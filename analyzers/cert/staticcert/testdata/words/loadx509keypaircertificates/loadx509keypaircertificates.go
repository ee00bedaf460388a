package loadx509keypaircertificates

import "crypto/tls"

func f(c, k string) {
	p, _ := tls.LoadX509KeyPair(c, k) // want `LoadX509KeyPair`
	_, _ = tls.Listen("tcp", ":443", &tls.Config{Certificates: []tls.Certificate{p}})
}
