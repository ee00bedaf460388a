package checksignaturefrom

import "crypto/x509"

func f(c *x509.Certificate) {
	c.CheckSignatureFrom(c) // want `CheckSignatureFrom`
}
