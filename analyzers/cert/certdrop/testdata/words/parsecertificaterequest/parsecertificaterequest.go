package parsecertificaterequest

import "crypto/x509"

func f(b []byte) []byte {
	c, _ := x509.ParseCertificateRequest(b) // want `ParseCertificateRequest`
	return c.Raw
}
