package parsecertificates

import "crypto/x509"

func f(b []byte) []byte {
	c, _ := x509.ParseCertificates(b) // want `ParseCertificates`
	return c[0].Raw
}
