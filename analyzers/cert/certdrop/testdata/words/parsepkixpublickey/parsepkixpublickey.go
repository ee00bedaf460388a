package parsepkixpublickey

import "crypto/x509"

func f(b []byte) any {
	k, _ := x509.ParsePKIXPublicKey(b) // want `ParsePKIXPublicKey`
	return k.(interface{ Size() int }).Size()
}
