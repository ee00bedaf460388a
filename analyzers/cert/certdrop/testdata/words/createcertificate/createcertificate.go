package createcertificate

import "crypto/x509"

func f(t *x509.Certificate, k any) []byte {
	d, _ := x509.CreateCertificate(nil, t, t, k, k) // want `CreateCertificate`
	return d
}
