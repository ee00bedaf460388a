package pair

import (
	"crypto/rand"
	"crypto/x509"
	"os"
)

type Pair struct{ Cert string }

func (p *Pair) Make(name string, c *x509.Certificate, key any) {
	_, err := x509.CreateCertificate(rand.Reader, c, c, nil, key)
	if err != nil {
		return
	}
	_, err = os.Create(name)
	if err != nil {
		return
	}
	p.Cert = name
}
