// Package parserawprivatekey passes encoded keys to ParseRawPrivateKey.
package parserawprivatekey

import (
	"encoding/base64"

	"golang.org/x/crypto/ssh"
)

func login() (any, error) {
	text, err := base64.StdEncoding.DecodeString(loginText)
	if err != nil {
		return nil, err
	}
	return ssh.ParseRawPrivateKey(text)
}
