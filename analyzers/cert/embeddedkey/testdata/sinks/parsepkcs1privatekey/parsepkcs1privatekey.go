// Package parsepkcs1privatekey passes encoded keys to ParsePKCS1PrivateKey.
package parsepkcs1privatekey

import (
	"crypto/x509"
	"encoding/base64"
)

func parse() (any, error) {
	text, err := base64.StdEncoding.DecodeString(parseText)
	if err != nil {
		return nil, err
	}
	return x509.ParsePKCS1PrivateKey(text)
}
