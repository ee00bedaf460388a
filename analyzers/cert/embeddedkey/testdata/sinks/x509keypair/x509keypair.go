// Package x509keypair passes encoded keys to X509KeyPair.
package x509keypair

import (
	"crypto/tls"
	"encoding/base64"
)

func pair(certificate []byte) (any, error) {
	text, err := base64.StdEncoding.DecodeString(pairText)
	if err != nil {
		return nil, err
	}
	return tls.X509KeyPair(certificate, text)
}
