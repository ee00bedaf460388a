// Package parseprivatekeypem passes encoded keys to ParsePrivateKeyPEM.
package parseprivatekeypem

import (
	"encoding/base64"

	"github.com/cloudflare/cfssl/helpers"
	"k8s.io/client-go/util/keyutil"
)

func cfssl() (any, error) {
	text, err := base64.StdEncoding.DecodeString(cfsslText)
	if err != nil {
		return nil, err
	}
	return helpers.ParsePrivateKeyPEM(text)
}

func kubernetes() (any, error) {
	text, err := base64.StdEncoding.DecodeString(kubernetesText)
	if err != nil {
		return nil, err
	}
	return keyutil.ParsePrivateKeyPEM(text)
}
