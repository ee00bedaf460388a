package edge

import (
	"crypto/ecdsa"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"strings"

	"golang.org/x/crypto/ssh"
)

// A text with a certificate and its key.
func both() (tls.Certificate, error) { return tls.X509KeyPair([]byte(bothText), []byte(bothText)) }

// The line breaks of an environment variable.
func escaped() (tls.Certificate, error) {
	text := strings.ReplaceAll(strings.TrimSpace(escapedKey), `\n`, "\n")
	return tls.X509KeyPair([]byte(bothText), []byte(text))
}

func locked() (ssh.Signer, error) {
	return ssh.ParsePrivateKeyWithPassphrase([]byte(lockedKey), []byte("secret"))
}

func legacy() (any, error) {
	block, _ := pem.Decode([]byte(legacyKey))
	der, err := x509.DecryptPEMBlock(block, []byte("secret"))
	if err != nil {
		return nil, err
	}
	return x509.ParseECPrivateKey(der)
}

func openssh() (ssh.Signer, error) { return ssh.ParsePrivateKey([]byte(opensshKey)) }

// parts put together at run time.
func parts() (tls.Certificate, error) {
	text := "-----BEGIN EC PRIVATE KEY-----\n"
	text += body
	text += "\n-----END EC PRIVATE KEY-----\n"
	return tls.X509KeyPair([]byte(bothText), []byte(text))
}

// closure captures the key.
func closure() func() (tls.Certificate, error) {
	key := []byte(closureKey)
	return func() (tls.Certificate, error) { return tls.X509KeyPair([]byte(bothText), key) }
}

// recursive functions end.
func recursive(text string, n int) (*ecdsa.PrivateKey, error) {
	if n > 0 {
		return recursive(again(text, n), n-1)
	}
	block, _ := pem.Decode([]byte(text))
	return x509.ParseECPrivateKey(block.Bytes)
}

func again(text string, n int) string {
	if n > 1 {
		return again(text, n-1)
	}
	return text
}

func start() { recursive(recursiveKey, 3) }
