// Package user trusts certificates that stand in another package.
package user

import (
	"crypto/x509"

	"example.com/expiredcert/roots"
)

func shared() *x509.CertPool {
	pool := x509.NewCertPool()
	roots.Add(pool, roots.Text) // want `the certificate of shared.example in the source expired on 2024-07-31T00:00:00Z and reaches \(\*x509.CertPool\).AppendCertsFromPEM; .*`
	return pool
}

// again trusts a root that is reported in its own package.
func again(pool *x509.CertPool) { pool.AppendCertsFromPEM([]byte(roots.Own)) }
