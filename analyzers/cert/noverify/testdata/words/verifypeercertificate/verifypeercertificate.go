package verifypeercertificate

import (
	"crypto/tls"
	"crypto/x509"
)

func f() *tls.Config {
	return &tls.Config{
		InsecureSkipVerify:    true,
		VerifyPeerCertificate: func([][]byte, [][]*x509.Certificate) error { return nil }, // want `VerifyPeerCertificate`
	}
}
