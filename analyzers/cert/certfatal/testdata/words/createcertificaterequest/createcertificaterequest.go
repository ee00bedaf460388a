package createcertificaterequest

import "crypto/x509"

func f(t *x509.CertificateRequest, k any) {
	if _, err := x509.CreateCertificateRequest(nil, t, k); err != nil {
		panic(err) // want `panic`
	}
}
