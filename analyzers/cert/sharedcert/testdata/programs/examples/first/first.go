// Package first shows how to use the certificate of north.
package first

import "crypto/tls"

func Pair() (tls.Certificate, error) { return tls.X509KeyPair([]byte(text), []byte(text)) }
