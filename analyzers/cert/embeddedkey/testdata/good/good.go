package good

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	_ "embed"
	"encoding/pem"
	"errors"
	"log"
	"os"

	"golang.org/x/crypto/ssh"

	"example.com/embeddedkey/lib"
)

// A placeholder: it does not parse.
const placeholder = `-----BEGIN RSA PRIVATE KEY-----
...
-----END RSA PRIVATE KEY-----`

const malformed = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg
-----END PRIVATE KEY-----`

func placeholders() {
	tls.X509KeyPair([]byte(cert), []byte(placeholder))
	tls.X509KeyPair([]byte(cert), []byte(malformed))
}

// Print only shows a key: that is no use.
func Print() { log.Print(shown) }

// roots trusts a certificate. Certificates are no secrets.
func roots() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM([]byte(cert))
	return pool
}

func generated() (*ecdsa.PrivateKey, error) {
	return ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
}

func read(name string) (ssh.Signer, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return ssh.ParsePrivateKey(text)
}

func files() (tls.Certificate, error) { return tls.LoadX509KeyPair("server.crt", "server.key") }

func environment() *tls.Config { return lib.Config(cert, os.Getenv("KEY")) }

// encrypted needs a passphrase that is not in the source.
func encrypted() (ssh.Signer, error) {
	return ssh.ParsePrivateKeyWithPassphrase([]byte(lockedKey), []byte(os.Getenv("PASSPHRASE")))
}

var errDefault = errors.New("replace the default key")

// refusing insists that the default be replaced.
func refusing() (*ecdsa.PrivateKey, error) {
	key := os.Getenv("SIGNING_KEY")
	if key == "" {
		key = exampleKey
	}
	if key == exampleKey {
		return nil, errDefault
	}
	block, _ := pem.Decode([]byte(key))
	return x509.ParseECPrivateKey(block.Bytes)
}

var signing = []byte(exampleKey)

// refusingBytes does so too.
func refusingBytes() (*ecdsa.PrivateKey, error) {
	if bytes.Equal(signing, []byte(exampleKey)) {
		log.Fatal("replace the default key")
	}
	block, _ := pem.Decode(signing)
	return x509.ParseECPrivateKey(block.Bytes)
}

//go:embed testdata/server.key
var testKey []byte

func fromTestdata() (tls.Certificate, error) { return tls.X509KeyPair([]byte(cert), testKey) }

// TestingKeyPair is for the tests of importers.
func TestingKeyPair() (tls.Certificate, error) {
	return tls.X509KeyPair([]byte(cert), []byte(helperKey))
}

func newFakeServer() (tls.Certificate, error) {
	return tls.X509KeyPair([]byte(cert), []byte(helperKey))
}

func useHelper() (tls.Certificate, error) { return TestingKeyPair() }

// overwritten holds a key of the source no longer when it is used.
func overwritten() (*ecdsa.PrivateKey, error) {
	text := []byte(shown)
	text, err := os.ReadFile("key.pem")
	if err != nil {
		return nil, err
	}
	block, _ := pem.Decode(text)
	return x509.ParseECPrivateKey(block.Bytes)
}
