// Package reading has functions that other modules may give any text.
package reading

import (
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/pem"
)

// ParseKey reads a key.
func ParseKey(text []byte) (*rsa.PrivateKey, error) {
	block, _ := pem.Decode(text) // want `pem.Decode\(text\) is not tested for nil`
	return x509.ParsePKCS1PrivateKey(block.Bytes)
}

// PublicFromPrivatePEM returns the public part of a key.
func PublicFromPrivatePEM(text string) (*rsa.PublicKey, error) {
	block, _ := pem.Decode([]byte(text)) // want `pem.Decode\(\[\]byte\(text\)\) is not tested for nil`
	key, err := x509.ParsePKCS1PrivateKey(block.Bytes)
	if err != nil {
		return nil, err
	}
	return &key.PublicKey, nil
}

// BytesToKey reads a key through a function that is not exported.
func BytesToKey(text []byte) (*rsa.PrivateKey, error) { return key(text) }

func key(text []byte) (*rsa.PrivateKey, error) {
	block, _ := pem.Decode(text) // want `pem.Decode\(text\) is not tested for nil`
	return x509.ParsePKCS1PrivateKey(block.Bytes)
}

// A Signer signs.
type Signer struct{ key *rsa.PrivateKey }

// UnmarshalText reads the key of a signer.
func (s *Signer) UnmarshalText(text []byte) error {
	block, _ := pem.Decode(text) // want `pem.Decode\(text\) is not tested for nil`
	key, err := x509.ParsePKCS1PrivateKey(block.Bytes)
	s.key = key
	return err
}

// ParseTested tells what it is given.
func ParseTested(text []byte) (*rsa.PrivateKey, error) {
	block, _ := pem.Decode(text)
	if block == nil {
		return nil, x509.IncorrectPasswordError
	}
	return x509.ParsePKCS1PrivateKey(block.Bytes)
}

// Fingerprint is of a certificate that the caller has.
func Fingerprint(cert []byte) ([32]byte, error) {
	block, _ := pem.Decode(cert)
	return sha256.Sum256(block.Bytes), nil
}

// ParseOrPanic has no way to tell.
func ParseOrPanic(text []byte) []byte {
	block, _ := pem.Decode(text)
	return block.Bytes
}

// Pemphigus is named for something else.
func Pemphigus(text []byte) ([]byte, error) {
	block, _ := pem.Decode(text)
	return block.Bytes, nil
}
