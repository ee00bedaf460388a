// Package good hands errors on, or ends where that is expected.
package good

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"log"
	"os"
)

func load(cert, key string) (*tls.Config, error) {
	pair, err := tls.LoadX509KeyPair(cert, key)
	if err != nil {
		return nil, err
	}
	return &tls.Config{Certificates: []tls.Certificate{pair}}, nil
}

func MustLoad(cert, key string) tls.Certificate {
	pair, err := tls.LoadX509KeyPair(cert, key)
	if err != nil {
		panic(err)
	}
	return pair
}

var pair tls.Certificate

func init() {
	var err error
	if pair, err = tls.LoadX509KeyPair("a", "b"); err != nil {
		log.Fatal(err)
	}
}

// What stands in the source is known when the program is built.
func builtin() tls.Certificate {
	pair, err := tls.X509KeyPair([]byte("a"), []byte("b"))
	if err != nil {
		panic(err)
	}
	return pair
}

// From Go 1.24 on this does not fail.
func generate() *ecdsa.PrivateKey {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		panic(err)
	}
	return key
}

// Another error ends the process.
func other(cert, key string) tls.Certificate {
	pair, err := tls.LoadX509KeyPair(cert, key)
	if err != nil {
		log.Print(err)
	}
	if _, err := os.Stat(cert); err != nil {
		log.Fatal(err)
	}
	return pair
}
