// Package credentialsfromjson passes encoded keys to CredentialsFromJSON.
package credentialsfromjson

import (
	"context"
	"encoding/base64"

	"golang.org/x/oauth2/google"
)

func account(ctx context.Context) (any, error) {
	text, err := base64.StdEncoding.DecodeString(accountText)
	if err != nil {
		return nil, err
	}
	return google.CredentialsFromJSON(ctx, text)
}
