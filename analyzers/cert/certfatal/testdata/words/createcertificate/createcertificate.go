package createcertificate

import "crypto/x509"

func f(t *x509.Certificate, k any) {
	if _, err := x509.CreateCertificate(nil, t, t, k, k); err != nil {
		panic(err) // want `panic`
	}
}
