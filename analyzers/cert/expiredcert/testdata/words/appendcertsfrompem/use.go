package appendcertsfrompem

import (
	"crypto/x509"
	"encoding/base64"
)

func roots() *x509.CertPool {
	pool := x509.NewCertPool()
	pem, _ := base64.StdEncoding.DecodeString(text)
	pool.AppendCertsFromPEM(pem)
	return pool
}
