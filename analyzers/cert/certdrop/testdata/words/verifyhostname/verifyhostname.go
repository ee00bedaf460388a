package verifyhostname

import "crypto/tls"

func f(c *tls.Conn) {
	c.VerifyHostname("a") // want `VerifyHostname`
}
