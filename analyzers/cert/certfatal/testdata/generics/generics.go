// Package generics ends in generic code.
package generics

import "crypto/tls"

type file interface{ ~string }

func Load[F file](cert, key F) tls.Certificate {
	pair, err := tls.LoadX509KeyPair(string(cert), string(key))
	if err != nil {
		panic(err) // want `panic`
	}
	return pair
}
