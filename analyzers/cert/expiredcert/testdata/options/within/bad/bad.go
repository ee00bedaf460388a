package bad

import "crypto/tls"

// soon ends 54 days after the reference date.
func soon() (tls.Certificate, error) { return tls.X509KeyPair([]byte(soonText), []byte(soonKey)) }
