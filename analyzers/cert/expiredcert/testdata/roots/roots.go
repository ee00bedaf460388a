// Package roots holds certificates for its importers, and one of its own.
package roots

import "crypto/x509"

func Pool() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM([]byte(Own))
	return pool
}

func Add(pool *x509.CertPool, text string) { pool.AppendCertsFromPEM([]byte(text)) }
