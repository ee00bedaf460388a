package requestclientcert

import "crypto/tls"

func f(cs tls.ConnectionState) (*tls.Config, string) {
	return &tls.Config{ClientAuth: tls.RequestClientCert}, cs.PeerCertificates[0].Subject.CommonName // want `RequestClientCert`
}
