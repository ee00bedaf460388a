// Package startup has tests with known answers, which run at every start.
package startup

import (
	"crypto/ecdsa"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"sync"
)

func parse(text string) (*ecdsa.PrivateKey, error) {
	block, _ := pem.Decode([]byte(text))
	return x509.ParseECPrivateKey(block.Bytes)
}

func ecdsaKAT(digest, signature []byte) error {
	key, err := parse(knownKey)
	if err != nil {
		return err
	}
	if !ecdsa.VerifyASN1(&key.PublicKey, digest, signature) {
		return errors.New("wrong signature")
	}
	return nil
}

var runSelfTests = sync.OnceValue(func() error {
	_, err := parse(literalKey)
	return err
})
