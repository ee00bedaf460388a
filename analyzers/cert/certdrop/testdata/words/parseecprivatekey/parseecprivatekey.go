package parseecprivatekey

import "crypto/x509"

func f(b []byte) any {
	k, _ := x509.ParseECPrivateKey(b) // want `ParseECPrivateKey`
	return k.Public()
}
