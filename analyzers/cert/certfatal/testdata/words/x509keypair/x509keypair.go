package x509keypair

import "crypto/tls"

func f(c, k []byte) {
	if _, err := tls.X509KeyPair(c, k); err != nil {
		panic(err) // want `panic`
	}
}
