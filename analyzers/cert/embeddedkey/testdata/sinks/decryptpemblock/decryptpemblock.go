// Package decryptpemblock passes encoded keys to DecryptPEMBlock.
package decryptpemblock

import (
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
)

func decrypt() (any, error) {
	text, err := base64.StdEncoding.DecodeString(decryptText)
	if err != nil {
		return nil, err
	}
	block, _ := pem.Decode(text)
	return x509.DecryptPEMBlock(block, []byte("secret"))
}
