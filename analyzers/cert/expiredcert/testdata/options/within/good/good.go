package good

import "crypto/tls"

// later ends 91 days after the reference date.
func later(key []byte) (tls.Certificate, error) { return tls.X509KeyPair([]byte(laterText), key) }
