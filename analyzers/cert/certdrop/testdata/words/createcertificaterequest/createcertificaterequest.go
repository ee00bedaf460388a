package createcertificaterequest

import "crypto/x509"

func f(t *x509.CertificateRequest, k any) []byte {
	d, _ := x509.CreateCertificateRequest(nil, t, k) // want `CreateCertificateRequest`
	return d
}
