// Package present names the time of verification, which is the present.
package present

import (
	"crypto/tls"
	"crypto/x509"
	"time"
)

func verify(leaf *x509.Certificate) error {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM([]byte(text))
	_, err := leaf.Verify(x509.VerifyOptions{Roots: pool, CurrentTime: time.Now().UTC()})
	return err
}

func config(pool *x509.CertPool) *tls.Config { return &tls.Config{RootCAs: pool, Time: time.Now} }
