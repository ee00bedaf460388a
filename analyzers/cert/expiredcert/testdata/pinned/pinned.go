// Package pinned verifies what was signed while the certificate was valid.
package pinned

import (
	"crypto/x509"
	"time"
)

func verify(leaf *x509.Certificate, signed time.Time) error {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM([]byte(text))
	_, err := leaf.Verify(x509.VerifyOptions{Roots: pool, CurrentTime: signed})
	return err
}
