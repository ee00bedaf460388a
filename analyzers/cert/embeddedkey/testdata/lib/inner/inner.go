// Package inner parses pairs that its callers give.
package inner

import "crypto/tls"

func Pair(cert, key string) (tls.Certificate, error) {
	return tls.X509KeyPair([]byte(cert), []byte(key))
}
