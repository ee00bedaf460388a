// Package edge has unusual forms.
package edge

import (
	x "crypto/x509"
	"encoding/pem"
)

type authority struct{ *x.CertPool }

// A promoted method is the same method.
func (a authority) load(text []byte) {
	a.AppendCertsFromPEM(text) // want `AppendCertsFromPEM`
}

// The value is captured by a closure.
func later(der []byte) func() string {
	cert, _ := x.ParseCertificate(der) // want `ParseCertificate`
	return func() string { return cert.Subject.CommonName }
}

// It is not known which certificate is used.
func choose(der []byte, other *x.Certificate, first bool) string {
	cert, _ := x.ParseCertificate(der)
	if !first {
		cert = other
	}
	return cert.Subject.CommonName
}

// All in parentheses.
func parens(text []byte) []byte {
	block, _ := (pem.Decode(text)) // want `pem.Decode`
	return (block).Bytes
}

// A literal of which the callers are known, one good and one not.
func calls(text []byte) {
	pool := x.NewCertPool()
	add(pool, []byte("-----BEGIN CERTIFICATE-----"))
	add(pool, text)
}

func add(pool *x.CertPool, text []byte) {
	pool.AppendCertsFromPEM(text) // want `AppendCertsFromPEM`
}

var subject = func(der []byte) string {
	cert, _ := x.ParseCertificate(der) // want `ParseCertificate`
	return cert.Subject.String()
}

func reviewed(pool *x.CertPool, text []byte) {
	//leapguard:ignore certdrop an optional bundle
	pool.AppendCertsFromPEM(text)
}
