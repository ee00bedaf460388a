// Package store keeps certificates that it has parsed.
package store

import (
	"crypto/x509"
	"encoding/pem"
	"os"
)

// An Authority issues certificates.
type Authority struct{ cert *x509.Certificate }

// Root returns the certificate of the authority.
func (a *Authority) Root() []byte {
	var text []byte
	for _, raw := range [][]byte{a.cert.Raw} {
		text = append(text, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: raw})...)
	}
	return text
}

// A Record is what is kept of a certificate.
type Record struct {
	Root []byte
	Next []byte `protobuf:"bytes,1,opt,name=next,proto3" json:"next,omitempty"`
}

// Settings are decoded from a file.
type Settings struct {
	Root string `json:"root"`
}

// ReadRoot reads a file.
func ReadRoot(name string) ([]byte, error) { return os.ReadFile(name) }
