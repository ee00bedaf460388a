// Package parsepkcs8privatekey passes encoded keys to ParsePKCS8PrivateKey.
package parsepkcs8privatekey

import (
	"crypto/x509"
	"encoding/base64"
)

func parse() (any, error) {
	text, err := base64.StdEncoding.DecodeString(parseText)
	if err != nil {
		return nil, err
	}
	return x509.ParsePKCS8PrivateKey(text)
}
