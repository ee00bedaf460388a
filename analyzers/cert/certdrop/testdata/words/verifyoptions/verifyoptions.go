package verifyoptions

import "crypto/x509"

func f(c *x509.Certificate) {
	c.Verify(x509.VerifyOptions{}) // want `Verify`
}
