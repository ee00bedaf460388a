// Package pinnedconfig has a clock of its own.
package pinnedconfig

import (
	"crypto/tls"
	"crypto/x509"
	"time"
)

func config(clock func() time.Time) *tls.Config {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM([]byte(text))
	return &tls.Config{RootCAs: pool, Time: clock}
}
