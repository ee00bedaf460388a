// Package jwtconfigfromjson passes encoded keys to JWTConfigFromJSON.
package jwtconfigfromjson

import (
	"encoding/base64"

	"golang.org/x/oauth2/google"
)

func account() (any, error) {
	text, err := base64.StdEncoding.DecodeString(accountText)
	if err != nil {
		return nil, err
	}
	return google.JWTConfigFromJSON(text)
}
