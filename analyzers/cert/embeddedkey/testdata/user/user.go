// Package user uses keys that stand in another package.
package user

import (
	"crypto/ecdsa"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"

	"example.com/embeddedkey/keys"
	"example.com/embeddedkey/lib"
)

func constant() (tls.Certificate, error) {
	return tls.X509KeyPair([]byte(keys.Cert), []byte(keys.Const)) // want `ECDSA P-256 private key in the source reaches tls.X509KeyPair, .*`
}

func variable() (tls.Certificate, error) {
	return tls.X509KeyPair([]byte(keys.Cert), keys.Var) // want `ECDSA P-256 private key in the source reaches tls.X509KeyPair, .*`
}

func file() (tls.Certificate, error) {
	return tls.X509KeyPair([]byte(keys.Cert), keys.File) // want `ECDSA P-256 private key embedded from file.key reaches tls.X509KeyPair, .*`
}

func function() (*ecdsa.PrivateKey, error) {
	block, _ := pem.Decode(keys.Get())
	return x509.ParseECPrivateKey(block.Bytes) // want `ECDSA P-256 private key in the source reaches x509.ParseECPrivateKey, .*`
}

func field() (tls.Certificate, error) {
	return tls.X509KeyPair(keys.Default.Cert, keys.Default.Key) // want `ECDSA P-256 private key in the source reaches tls.X509KeyPair, .*`
}

func fileSystem() (tls.Certificate, error) {
	key, _ := keys.FS.ReadFile("fs/server.key")
	return tls.X509KeyPair([]byte(keys.Cert), key) // want `ECDSA P-256 private key embedded from fs/server.key reaches tls.X509KeyPair, .*`
}

func encoded() (any, error) {
	der, _ := base64.StdEncoding.DecodeString(keys.Encoded)
	block, _ := pem.Decode(der)
	return x509.ParsePKCS8PrivateKey(block.Bytes) // want `ECDSA P-256 private key in the source reaches x509.ParsePKCS8PrivateKey, .*`
}

func options() (tls.Certificate, error) {
	return lib.Load(lib.Options{Cert: []byte(keys.Cert), Key: []byte(keys.Optional)}) // want `ECDSA P-256 private key in the source reaches tls.X509KeyPair, .*`
}

// again uses a key that is reported in its own package.
func again() (tls.Certificate, error) {
	return tls.X509KeyPair([]byte(keys.Cert), []byte(keys.Own))
}
