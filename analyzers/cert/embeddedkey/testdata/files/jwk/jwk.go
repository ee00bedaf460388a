package jwk

import (
	_ "embed"

	jose3 "github.com/go-jose/go-jose/v3"
	jose4 "github.com/go-jose/go-jose/v4"
	jose2 "gopkg.in/square/go-jose.v2"
)

var (
	//go:embed a.jwk
	text2 []byte // want `embedded from a.jwk reaches \(\*go-jose.v2.JSONWebKey\).UnmarshalJSON, .*`
	//go:embed b.jwk
	text3 []byte // want `embedded from b.jwk reaches \(\*go-jose.JSONWebKey\).UnmarshalJSON, .*`
	//go:embed c.jwk
	text4 []byte // want `embedded from c.jwk reaches \(\*go-jose.JSONWebKey\).UnmarshalJSON, .*`
)

func use() {
	new(jose2.JSONWebKey).UnmarshalJSON(text2)
	new(jose3.JSONWebKey).UnmarshalJSON(text3)
	new(jose4.JSONWebKey).UnmarshalJSON(text4)
}
