// Package parsekey passes encoded keys to ParseKey.
package parsekey

import (
	"encoding/base64"

	"github.com/lestrrat-go/jwx/jwk"
	jwk2 "github.com/lestrrat-go/jwx/v2/jwk"
	jwk3 "github.com/lestrrat-go/jwx/v3/jwk"
	"go.step.sm/crypto/pemutil"
)

func jwx() (any, error) {
	text, err := base64.StdEncoding.DecodeString(jwxText)
	if err != nil {
		return nil, err
	}
	return jwk.ParseKey(text)
}

func jwx2() (any, error) {
	text, err := base64.StdEncoding.DecodeString(jwx2Text)
	if err != nil {
		return nil, err
	}
	return jwk2.ParseKey(text)
}

func jwx3() (any, error) {
	text, err := base64.StdEncoding.DecodeString(jwx3Text)
	if err != nil {
		return nil, err
	}
	return jwk3.ParseKey(text)
}

func step() (any, error) {
	text, err := base64.StdEncoding.DecodeString(stepText)
	if err != nil {
		return nil, err
	}
	return pemutil.ParseKey(text)
}
