// Package testserver exists for tests.
package testserver

import (
	"crypto/tls"

	"example.com/embeddedkey/keys"
)

func Pair() (tls.Certificate, error) { return tls.X509KeyPair([]byte(keys.Cert), keys.Var) }
