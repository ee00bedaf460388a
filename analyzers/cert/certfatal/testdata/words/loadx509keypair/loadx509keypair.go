package loadx509keypair

import "crypto/tls"

func f(c, k string) {
	if _, err := tls.LoadX509KeyPair(c, k); err != nil {
		panic(err) // want `panic`
	}
}
