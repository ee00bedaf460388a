// Package silent is the example put right.
package silent

import (
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"os"
)

func config(caFile string) (*tls.Config, error) {
	ca, err := os.ReadFile(caFile)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(ca) {
		return nil, fmt.Errorf("%s: no certificate in PEM form", caFile)
	}
	return &tls.Config{RootCAs: pool}, nil
}
