package pki

import "testing"

func TestIsTestName(t *testing.T) {
	for name, want := range map[string]bool{
		"TestPair": true, "TestingKeyPair": true, "newTestServer": true, "FakeKey": true, "mockTLS": true,
		"new_test_server": true, "testdata/server.key": true, "certs/fixtures/a.key": true, "tests": true,
		"Attest": false, "latest": false, "contest": false, "Pair": false, "server.key": false,
		"Intestate": false, "attestation": false, "": false,
	} {
		if got := isTestName(name); got != want {
			t.Errorf("isTestName(%q) = %v, want %v", name, got, want)
		}
	}
}

func TestPackageNames(t *testing.T) {
	for name, want := range map[string]bool{
		"httptest": true, "testcert": true, "testserver": true, "certtest": true, "integrationtests": true,
		"latest": false, "attest": false, "contest": false, "main": false, "attestation": false,
	} {
		if got := testPackage.MatchString(name); got != want {
			t.Errorf("testPackage matches %q: %v, want %v", name, got, want)
		}
	}
}

func TestModulesOfTests(t *testing.T) {
	for module, want := range map[string]string{
		"github.com/org/repo/test/e2e": "/test/e2e", "example.com/repo/tests/v3": "/tests/v3",
		"github.com/org/test": "", "example.com/test": "", "test/e2e/x": "", "m": "",
	} {
		if got := inRepository(module); got != want {
			t.Errorf("inRepository(%q) = %q, want %q", module, got, want)
		}
	}
}

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
