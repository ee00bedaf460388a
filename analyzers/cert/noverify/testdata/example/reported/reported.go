// Package reported is the example of what is reported.
package reported

import (
	"crypto/tls"
	"crypto/x509"
	"log"
)

func config(roots *x509.CertPool) *tls.Config {
	return &tls.Config{
		InsecureSkipVerify: true, // the certificate has no host name
		VerifyConnection: func(cs tls.ConnectionState) error { // want `VerifyConnection returns nil on every path, and with InsecureSkipVerify nothing verifies the peer`
			if _, err := cs.PeerCertificates[0].Verify(x509.VerifyOptions{Roots: roots}); err != nil {
				log.Print(err)
			}
			return nil
		},
	}
}
