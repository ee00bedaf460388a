// Package lib wraps inner.
package lib

import (
	"crypto/tls"

	"example.com/embeddedkey/lib/inner"
)

func Config(cert, key string) *tls.Config {
	pair, err := inner.Pair(cert, key)
	if err != nil {
		return nil
	}
	return &tls.Config{Certificates: []tls.Certificate{pair}}
}

// Options are read by Load.
type Options struct {
	Cert, Key []byte
}

func Load(o Options) (tls.Certificate, error) { return tls.X509KeyPair(o.Cert, o.Key) }
