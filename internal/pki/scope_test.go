package pki

import "testing"

func TestSinkNames(t *testing.T) {
	for full, want := range map[string]string{
		"crypto/tls.X509KeyPair":                                       "tls.X509KeyPair",
		"github.com/golang-jwt/jwt/v5.ParseECPrivateKeyFromPEM":        "jwt.ParseECPrivateKeyFromPEM",
		"(*github.com/valyala/fasthttp.Server).ListenAndServeTLSEmbed": "(*fasthttp.Server).ListenAndServeTLSEmbed",
		"(*github.com/go-jose/go-jose/v4.JSONWebKey).UnmarshalJSON":    "(*go-jose.JSONWebKey).UnmarshalJSON",
		"net/http.Server.TLSConfig":                                    "http.Server.TLSConfig",
		"github.com/lestrrat-go/jwx/v2/jwk.ParseKey":                   "jwk.ParseKey",
	} {
		if got := (&Sink{Func: full}).Name(); got != want {
			t.Errorf("%s is called %s, want %s", full, got, want)
		}
	}
}
