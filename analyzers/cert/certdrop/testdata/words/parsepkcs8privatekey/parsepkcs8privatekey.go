package parsepkcs8privatekey

import "crypto/x509"

func f(b []byte) any {
	k, _ := x509.ParsePKCS8PrivateKey(b) // want `ParsePKCS8PrivateKey`
	return k.(interface{ Public() any }).Public()
}
