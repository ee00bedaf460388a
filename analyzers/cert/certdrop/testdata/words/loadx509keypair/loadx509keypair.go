package loadx509keypair

import "crypto/tls"

func f(c, k string) tls.Certificate {
	p, _ := tls.LoadX509KeyPair(c, k) // want `LoadX509KeyPair`
	return p
}
