package x509keypair

import "crypto/tls"

func f(c, k []byte) tls.Certificate {
	p, _ := tls.X509KeyPair(c, k) // want `X509KeyPair`
	return p
}
