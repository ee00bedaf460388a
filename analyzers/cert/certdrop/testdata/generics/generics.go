// Package generics drops in generic code.
package generics

import "crypto/x509"

type text interface{ ~string | ~[]byte }

func pool[T text](bundle T) *x509.CertPool {
	p := x509.NewCertPool()
	p.AppendCertsFromPEM([]byte(bundle)) // want `AppendCertsFromPEM`
	return p
}

func subject[T ~[]byte](der T) string {
	cert, _ := x509.ParseCertificate(der) // want `ParseCertificate`
	return cert.Subject.CommonName
}

var (
	_ = pool[string]
	_ = subject[[]byte]
)
