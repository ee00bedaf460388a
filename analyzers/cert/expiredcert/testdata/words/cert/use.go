package cert

import (
	"crypto/x509"
	_ "embed"

	"example.com/expiredcert/roots"
)

//go:embed root.cert
var text string // want `the CA certificate of Words Root in the source expired .*`

func use(pool *x509.CertPool) { roots.Add(pool, text) }
