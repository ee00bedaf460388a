package pki

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func pkcs8(t *testing.T, key any) []byte {
	t.Helper()
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return der
}

func block(kind string, der []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})
}

func TestKeys(t *testing.T) {
	rsaKey, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	ecKey, err := ecdsa.GenerateKey(elliptic.P384(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	_, edKey, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	public, err := x509.MarshalPKIXPublicKey(&rsaKey.PublicKey)
	if err != nil {
		t.Fatal(err)
	}
	fixture := func(name string) []byte {
		text, err := os.ReadFile(filepath.FromSlash("../../" + name))
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	credentials, err := json.Marshal(map[string]string{"type": "service_account", "private_key": string(block("PRIVATE KEY", pkcs8(t, rsaKey)))})
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		text []byte
		want string // kinds, comma-separated
	}{
		{"service account", credentials, "RSA 2048-bit"},
		{"service account without key", []byte(`{"type":"service_account","private_key":"***"}`), ""},
		{"PKCS #1", block("RSA PRIVATE KEY", x509.MarshalPKCS1PrivateKey(rsaKey)), "RSA 2048-bit"},
		{"PKCS #8", block("PRIVATE KEY", pkcs8(t, ecKey)), "ECDSA P-384"},
		{"Ed25519", block("PRIVATE KEY", pkcs8(t, edKey)), "Ed25519"},
		{"DER", pkcs8(t, rsaKey), "RSA 2048-bit"},
		{"two", append(block("PRIVATE KEY", pkcs8(t, ecKey)), block("PRIVATE KEY", pkcs8(t, edKey))...), "ECDSA P-384,Ed25519"},
		{"certificate and key", fixture("testdata/incidents/certs2013/blob.pem"), "ECDSA P-256"},
		{"JSON", []byte(`{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}`), "ECDSA P-256"},
		{"JSON, Ed25519", []byte(`{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"}`), "Ed25519"},
		{"JSON, public", []byte(`{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"}`), ""},
		{"encrypted PKCS #8", block("ENCRYPTED PRIVATE KEY", pkcs8(t, ecKey)), "encrypted"},
		{"public", block("PUBLIC KEY", public), ""},
		{"placeholder", []byte("-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----\n"), ""},
		{"cut short", block("PRIVATE KEY", pkcs8(t, rsaKey)[:200]), ""},
		{"wrong type of key", block("OPENSSH PRIVATE KEY", pkcs8(t, ecKey)), ""},
		{"PGP", block("PGP PRIVATE KEY BLOCK", pkcs8(t, ecKey)), ""},
		{"empty", nil, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var kinds []string
			for _, k := range Keys(test.text) {
				kinds = append(kinds, k.Kind)
				if k.Encrypted != strings.HasPrefix(k.Kind, "encrypted") || k.ID == "" {
					t.Errorf("encrypted is %v and ID %q for a key of kind %q", k.Encrypted, k.ID, k.Kind)
				}
			}
			if got := strings.Join(kinds, ","); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestKeyID: the same key in different forms is one key.
func TestKeyID(t *testing.T) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	sec1, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	a, b := Keys(sec1), Keys(block("PRIVATE KEY", pkcs8(t, key)))
	if len(a) != 1 || len(b) != 1 || a[0].ID != b[0].ID {
		t.Errorf("SEC 1 gives %v, PKCS #8 %v", a, b)
	}
}

func TestLeaf(t *testing.T) {
	text, err := os.ReadFile(filepath.FromSlash("../../testdata/incidents/certs2013/blob.pem"))
	if err != nil {
		t.Fatal(err)
	}
	leaf := Leaf(text)
	if leaf == nil || leaf.DNSNames[0] != "*.blob.storage.example" {
		t.Fatalf("leaf is %v", leaf)
	}
	if got := Leaf(leaf.Raw); got == nil || Fingerprint(got) != Fingerprint(leaf) {
		t.Error("the leaf's DER has another leaf")
	}
	if Leaf(bytes.Repeat(text, TrustStore)) == nil {
		t.Errorf("%d certificates are a trust store", TrustStore)
	}
	if Leaf(bytes.Repeat(text, TrustStore+1)) != nil {
		t.Errorf("%d certificates are no trust store", TrustStore+1)
	}
}

func FuzzKeys(f *testing.F) {
	f.Add([]byte("-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----\n"))
	f.Add([]byte(opensshMagic + "\x00\x00\x00\x04none"))
	f.Add([]byte(`{"kty":"RSA","n":"AQAB","d":"AQAB"}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, k := range Keys(text) {
			if k.ID == "" || k.Kind == "" {
				t.Errorf("key without kind or ID: %+v", k)
			}
		}
		if k, ok := opensshKey(text); ok && (k.ID == "" || k.Kind == "") {
			t.Errorf("key without kind or ID: %+v", k)
		}
		Certificates(text)
	})
}
