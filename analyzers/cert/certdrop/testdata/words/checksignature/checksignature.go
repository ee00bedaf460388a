package checksignature

import "crypto/x509"

func f(c *x509.CertificateRequest) {
	c.CheckSignature() // want `CheckSignature`
}
