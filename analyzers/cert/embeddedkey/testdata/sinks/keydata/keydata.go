// Package keydata passes encoded keys to KeyData.
package keydata

import (
	"encoding/base64"

	"k8s.io/client-go/rest"
)

func client() (any, error) {
	text, err := base64.StdEncoding.DecodeString(clientText)
	if err != nil {
		return nil, err
	}
	return &rest.TLSClientConfig{KeyData: text}, nil
}
