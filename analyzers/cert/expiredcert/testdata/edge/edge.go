package edge

import (
	"crypto/tls"
	"crypto/x509"
)

type verifier struct {
	own, mixed *x509.CertPool
}

// trust keeps pools in fields: one has an old root only, the other both.
func (v *verifier) trust() {
	v.own, v.mixed = x509.NewCertPool(), x509.NewCertPool()
	v.own.AppendCertsFromPEM([]byte(fieldText))
	v.mixed.AppendCertsFromPEM([]byte(fieldOld))
}

func (v *verifier) more() { v.mixed.AppendCertsFromPEM([]byte(live)) }

// choose serves one of two certificates, of which one has expired.
func choose(key []byte, first bool) (tls.Certificate, error) {
	text := either
	if first {
		text = other
	}
	return tls.X509KeyPair([]byte(text), key)
}

// add is called with one text.
func add(pool *x509.CertPool, text string) { pool.AppendCertsFromPEM([]byte(text)) }

func wrap() *x509.CertPool {
	pool := x509.NewCertPool()
	add(pool, wrapped)
	return pool
}
