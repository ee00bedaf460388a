// Package waived has the certificate of north, and says why.
package waived

import "crypto/tls"

func Pair() (tls.Certificate, error) {
	//leapguard:ignore sharedcert it runs in the place of north, never beside it
	return tls.X509KeyPair([]byte(text), []byte(text))
}
