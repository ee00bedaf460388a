// Package reported is the example of what is reported.
package reported

import (
	"crypto/tls"
	"crypto/x509"
	"os"
)

func config(caFile string) (*tls.Config, error) {
	ca, err := os.ReadFile(caFile)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(ca) // want `the result of pool.AppendCertsFromPEM\(ca\) is dropped, where ca holds no certificate the pool stays without it`
	return &tls.Config{RootCAs: pool}, nil
}
