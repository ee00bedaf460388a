package appendcertsfrompem

import "crypto/x509"

func f(p *x509.CertPool, b []byte) {
	p.AppendCertsFromPEM(b) // want `AppendCertsFromPEM`
}
