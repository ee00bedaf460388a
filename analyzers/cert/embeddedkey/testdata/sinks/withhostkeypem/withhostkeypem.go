// Package withhostkeypem passes an encoded key to WithHostKeyPEM.
package withhostkeypem

import (
	"encoding/base64"

	"github.com/charmbracelet/wish"
)

func host() wish.Option {
	text, _ := base64.StdEncoding.DecodeString(hostText)
	return wish.WithHostKeyPEM(text)
}
