// Package filesystem reads files under names that it makes.
package filesystem

import (
	"crypto/tls"
	"embed"
	"fmt"
	"path"
)

//go:embed keys other
var files embed.FS // want `embedded from keys/a.key reaches tls.X509KeyPair` `embedded from keys/b.key reaches tls.X509KeyPair` `embedded from other/c.key reaches tls.X509KeyPair`

func concatenated(cert []byte, name string) (tls.Certificate, error) {
	key, err := files.ReadFile("keys/" + name + ".key")
	if err != nil {
		return tls.Certificate{}, err
	}
	return tls.X509KeyPair(cert, key)
}

func formatted(cert []byte, name string) (tls.Certificate, error) {
	key, err := files.ReadFile(fmt.Sprintf("keys/%s.key", name))
	if err != nil {
		return tls.Certificate{}, err
	}
	return tls.X509KeyPair(cert, key)
}

func joined(cert []byte, n int) (tls.Certificate, error) {
	key, err := files.ReadFile(path.Join("other", fmt.Sprint(n), "c.key"))
	if err != nil {
		return tls.Certificate{}, err
	}
	return tls.X509KeyPair(cert, key)
}

//go:embed named
var named embed.FS // want `embedded from named/e.key reaches tls.X509KeyPair`

// read is given names of all sorts.
func read(name string) []byte {
	text, _ := named.ReadFile(name)
	return text
}

func given(cert []byte) (tls.Certificate, error) { return tls.X509KeyPair(cert, read("named/e.key")) }

func unknown(cert []byte, name string) (tls.Certificate, error) {
	return tls.X509KeyPair(cert, read(name))
}
