// Package parseecprivatekey passes encoded keys to ParseECPrivateKey.
package parseecprivatekey

import (
	"crypto/x509"
	"encoding/base64"
)

func parse() (any, error) {
	text, err := base64.StdEncoding.DecodeString(parseText)
	if err != nil {
		return nil, err
	}
	return x509.ParseECPrivateKey(text)
}
