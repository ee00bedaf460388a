package pki

import (
	"regexp"
	"slices"
	"testing"
)

func TestTriggers(t *testing.T) {
	word := regexp.MustCompile(`[A-Za-z0-9_]+`)
	for src, want := range map[string]bool{
		"const key = `-----BEGIN RSA PRIVATE KEY-----":    true,
		"const root = `-----BEGIN CERTIFICATE-----":       true,
		"tls.X509KeyPair(cert, key)":                      true,
		"jwt.ParseRSAPrivateKeyFromPEM(text)":             true,
		"import _ \"embed\"\n//go:embed server.key\n":     true,
		"import \"embed\"\n//go:embed all:tls\n":          true,
		"import \"embed\"\n//go:embed id_rsa\n":           true,
		"import \"embed\"\n//go:embed index.html\n":       false,
		"pem.Block{Type: \"CERTIFICATE\", Bytes: der}":    false,
		"// All implementations must embed Unimplemented": false,
		"tls.Listen(network, addr, config)":               false,
	} {
		words := word.FindAllString(src, -1)
		got := true
		for _, group := range Triggers {
			got = got && slices.ContainsFunc(group, func(w string) bool { return slices.Contains(words, w) })
		}
		if got != want {
			t.Errorf("%q triggers: %v, want %v", src, got, want)
		}
	}
}
