package pki

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"strings"
)

// TrustStore is the number of certificates in one text above which it is a
// collection of trust roots and no identity.
const TrustStore = 10

// A Key is a private key that parses.
type Key struct {
	// Kind is the algorithm and size, as in "RSA 2048-bit" or "ECDSA P-256",
	// and only the algorithm where the rest is encrypted.
	Kind string
	// ID is a digest that tells keys apart. For an encrypted key it is that of
	// the encrypted text.
	ID string
	// Encrypted keys are of use only together with their passphrase.
	Encrypted bool
}

// Keys returns the private keys in a text: PEM blocks, DER of PKCS #1, PKCS #8
// or SEC 1, one JSON Web Key, or the key of a service account of Google. What
// does not parse is a placeholder and not a key.
func Keys(text []byte) []Key {
	if k, ok := derKey(text); ok {
		return []Key{k}
	}
	if k, ok := jsonKey(text); ok {
		return []Key{k}
	}
	var out []Key
	for block := range blocks(account(text)) {
		if k, ok := pemKey(block); ok {
			out = append(out, k)
		}
	}
	return out
}

// Certificates returns the certificates in a text, PEM or DER.
func Certificates(text []byte) []*x509.Certificate {
	if isDER(text) {
		certs, _ := x509.ParseCertificates(text)
		return certs
	}
	var out []*x509.Certificate
	for block := range blocks(text) {
		if block.Type != "CERTIFICATE" {
			continue
		}
		if c, err := x509.ParseCertificate(block.Bytes); err == nil {
			out = append(out, c)
		}
	}
	return out
}

// Leaf returns the certificate that a text gives to its holder as identity,
// the first, or nil: a text of more than ten certificates is a trust store.
func Leaf(text []byte) *x509.Certificate {
	certs := Certificates(text)
	if len(certs) == 0 || len(certs) > TrustStore {
		return nil
	}
	return certs[0]
}

// Fingerprint is the SHA-256 digest of a certificate in hexadecimal.
func Fingerprint(c *x509.Certificate) string { return digest(c.Raw) }

// blocks yields the PEM blocks of a text.
func blocks(text []byte) func(yield func(*pem.Block) bool) {
	return func(yield func(*pem.Block) bool) {
		for {
			var block *pem.Block
			if block, text = pem.Decode(text); block == nil || !yield(block) {
				return
			}
		}
	}
}

func pemKey(block *pem.Block) (Key, bool) {
	switch block.Type {
	case "OPENSSH PRIVATE KEY":
		return opensshKey(block.Bytes)
	case "ENCRYPTED PRIVATE KEY":
		return Key{Kind: "encrypted", ID: digest(block.Bytes), Encrypted: true}, isDER(block.Bytes)
	}
	if !strings.HasSuffix(block.Type, "PRIVATE KEY") {
		return Key{}, false
	}
	// RFC 1421 encryption, of which DEK-Info tells the cipher; see
	// crypto/x509.IsEncryptedPEMBlock, which is deprecated.
	if _, ok := block.Headers["DEK-Info"]; ok {
		kind := strings.TrimSpace(strings.TrimSuffix(block.Type, "PRIVATE KEY"))
		return Key{Kind: strings.TrimSpace("encrypted " + kind), ID: digest(block.Bytes), Encrypted: true}, len(block.Bytes) > 0
	}
	return derKey(block.Bytes)
}

func derKey(der []byte) (Key, bool) {
	if !isDER(der) {
		return Key{}, false
	}
	if k, err := x509.ParsePKCS8PrivateKey(der); err == nil {
		return describe(k)
	}
	if k, err := x509.ParsePKCS1PrivateKey(der); err == nil {
		return describe(k)
	}
	if k, err := x509.ParseECPrivateKey(der); err == nil {
		return describe(k)
	}
	return Key{}, false
}

func isDER(b []byte) bool { return len(b) > 32 && b[0] == 0x30 }

func describe(key any) (Key, bool) {
	switch k := key.(type) {
	case *rsa.PrivateKey:
		return Key{Kind: fmt.Sprintf("RSA %d-bit", k.N.BitLen()), ID: digest(k.N.Bytes())}, true
	case *ecdsa.PrivateKey:
		point, err := k.PublicKey.Bytes()
		return Key{Kind: "ECDSA " + k.Curve.Params().Name, ID: digest(point)}, err == nil
	case ed25519.PrivateKey:
		return Key{Kind: "Ed25519", ID: digest(k.Public().(ed25519.PublicKey))}, true
	}
	return Key{}, false
}

// jsonKey reads a JSON Web Key (RFC 7517, section 4) with a private part
// (RFC 7518, sections 6.2.2 and 6.3.2).
func jsonKey(text []byte) (Key, bool) {
	if trimmed := bytes.TrimSpace(text); len(trimmed) == 0 || trimmed[0] != '{' {
		return Key{}, false
	}
	var k struct{ Kty, Crv, N, X, D string }
	if json.Unmarshal(text, &k) != nil || len(k.D) < 32 {
		return Key{}, false
	}
	switch k.Kty {
	case "RSA":
		return Key{Kind: fmt.Sprintf("RSA %d-bit", len(k.N)*6/8*8), ID: digest([]byte(k.N))}, len(k.N) >= 128
	case "EC":
		return Key{Kind: "ECDSA " + k.Crv, ID: digest([]byte(k.X))}, k.X != ""
	case "OKP": // RFC 8037
		return Key{Kind: k.Crv, ID: digest([]byte(k.X))}, k.Crv != "" && k.X != ""
	}
	return Key{}, false
}

// account returns the PEM text in the JSON credentials of a service account,
// and any other text as it is.
func account(text []byte) []byte {
	var credentials struct {
		Key string `json:"private_key"`
	}
	if trimmed := bytes.TrimSpace(text); len(trimmed) > 0 && trimmed[0] == '{' && json.Unmarshal(trimmed, &credentials) == nil {
		return []byte(credentials.Key)
	}
	return text
}

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
