package generics

import "crypto/x509"

func trust[T ~string | ~[]byte](pool *x509.CertPool, text T) { pool.AppendCertsFromPEM([]byte(text)) }

func use() *x509.CertPool {
	pool := x509.NewCertPool()
	trust(pool, text)
	return pool
}
