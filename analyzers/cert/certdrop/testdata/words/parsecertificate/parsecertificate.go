package parsecertificate

import "crypto/x509"

func f(b []byte) []byte {
	c, _ := x509.ParseCertificate(b) // want `ParseCertificate`
	return c.Raw
}
