package bad

import (
	"crypto/ecdsa"
	"crypto/tls"
	"crypto/x509"
	"embed"
	"encoding/base64"
	"encoding/pem"
	"os"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/ssh"

	"example.com/embeddedkey/lib"
)

var pair, pairErr = tls.X509KeyPair([]byte(pairCert), []byte(pairKey))

// Again uses a key for the second time: one key is one finding.
func Again() (tls.Certificate, error) {
	return tls.X509KeyPair([]byte(pairCert), []byte(pairKey))
}

func pkcs8() (any, error) {
	block, _ := pem.Decode(bytesKey)
	return x509.ParsePKCS8PrivateKey(block.Bytes)
}

func sum() *ecdsa.PrivateKey {
	rest := []byte(sumKey)
	for {
		var block *pem.Block
		block, rest = pem.Decode(rest)
		if block == nil {
			return nil
		}
		if key, err := x509.ParseECPrivateKey(block.Bytes); err == nil {
			return key
		}
	}
}

func encoded() (any, error) {
	text, err := base64.StdEncoding.DecodeString(encodedKey)
	if err != nil {
		return nil, err
	}
	block, _ := pem.Decode(text)
	return x509.ParsePKCS8PrivateKey(block.Bytes)
}

func der() (*ecdsa.PrivateKey, error) { return x509.ParseECPrivateKey(derKey) }

func login() (ssh.Signer, error) { return ssh.ParsePrivateKey([]byte(sshKey)) }

func sign() (*ecdsa.PrivateKey, error) { return jwt.ParseECPrivateKeyFromPEM(jwtKey) }

// fallback serves with the key in the source where none is configured.
func fallback() (*ecdsa.PrivateKey, error) {
	text := os.Getenv("SIGNING_KEY")
	if text == "" {
		text = defaultKey
	}
	if text != "" {
		return parse(text)
	}
	return nil, nil
}

func parse(text string) (*ecdsa.PrivateKey, error) {
	block, _ := pem.Decode([]byte(text))
	return x509.ParseECPrivateKey(block.Bytes)
}

type options struct {
	cert, key []byte
}

func newOptions() *options {
	return &options{cert: []byte(pairCert), key: []byte(fieldKey)}
}

func (o *options) load() (tls.Certificate, error) { return tls.X509KeyPair(o.cert, o.key) }

func table() (all []tls.Certificate) {
	for _, text := range []string{tableKey} {
		c, _ := tls.X509KeyPair([]byte(pairCert), []byte(text))
		all = append(all, c)
	}
	return all
}

// wrapped passes the key to a function two packages away from the sink.
func wrapped() *tls.Config { return lib.Config(pairCert, wrappedKey) }

//go:embed server.key
var serverKey []byte // want `ECDSA P-256 private key embedded from server.key reaches tls.X509KeyPair, so every installation shares it`

var (
	//go:embed text.key
	textKey string // want `ECDSA P-256 private key embedded from text.key reaches x509.ParsePKCS8PrivateKey, .*`

	// A comment may stand between.
	//go:embed keys
	// files holds the keys of clients.
	files embed.FS // want `ECDSA P-256 private key embedded from keys/client.key reaches tls.X509KeyPair, .*`

	//go:embed "all:keys"
	allFiles embed.FS // want `ECDSA P-256 private key embedded from keys/_hidden.key reaches x509.ParseECPrivateKey, .*`
)

func embedded() (tls.Certificate, error) { return tls.X509KeyPair([]byte(pairCert), serverKey) }

func text() (any, error) {
	block, _ := pem.Decode([]byte(textKey))
	return x509.ParsePKCS8PrivateKey(block.Bytes)
}

func client() (tls.Certificate, error) {
	key, err := files.ReadFile("keys/client.key")
	if err != nil {
		return tls.Certificate{}, err
	}
	return tls.X509KeyPair([]byte(pairCert), key)
}

func hidden() (*ecdsa.PrivateKey, error) {
	key, err := allFiles.ReadFile("keys/_hidden.key")
	if err != nil {
		return nil, err
	}
	return parse(string(key))
}

// notThere reads a file that keys, without all:, leaves out.
func notThere() (*ecdsa.PrivateKey, error) {
	key, err := files.ReadFile("keys/_hidden.key")
	if err != nil {
		return nil, err
	}
	return parse(string(key))
}
