package requireanyclientcert

import "crypto/tls"

func f() *tls.Config {
	return &tls.Config{
		ClientAuth:       tls.RequireAnyClientCert,
		VerifyConnection: func(tls.ConnectionState) error { return nil }, // want `VerifyConnection`
	}
}
