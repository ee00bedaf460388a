package parsepkcs1privatekey

import "crypto/x509"

func f(b []byte) any {
	k, _ := x509.ParsePKCS1PrivateKey(b) // want `ParsePKCS1PrivateKey`
	return k.Public()
}
