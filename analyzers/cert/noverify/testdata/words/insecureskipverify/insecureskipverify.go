package insecureskipverify

import "crypto/tls"

func f() *tls.Config {
	return &tls.Config{
		InsecureSkipVerify: true,
		VerifyConnection:   func(tls.ConnectionState) error { return nil }, // want `VerifyConnection`
	}
}
