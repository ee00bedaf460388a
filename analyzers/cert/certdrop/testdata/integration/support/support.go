// Package support helps the tests of the module: all below integration does.
package support

import (
	"crypto/x509"
	"os"
)

func pool(name string) (*x509.CertPool, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(text)
	return pool, nil
}
