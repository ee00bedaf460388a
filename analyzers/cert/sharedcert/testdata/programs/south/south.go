// Package south has the certificate of north.
package south

import "crypto/tls"

func Pair() (tls.Certificate, error) { return tls.X509KeyPair([]byte(text), []byte(text)) }
