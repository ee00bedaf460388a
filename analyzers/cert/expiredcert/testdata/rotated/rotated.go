// Package rotated trusts an old root beside the one that took its place.
package rotated

import "crypto/x509"

func both() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM([]byte(oldRoot))
	pool.AppendCertsFromPEM([]byte(newRoot))
	return pool
}

func list() *x509.CertPool {
	pool := x509.NewCertPool()
	for _, text := range []string{oldRoot, newRoot} {
		pool.AppendCertsFromPEM([]byte(text))
	}
	return pool
}
