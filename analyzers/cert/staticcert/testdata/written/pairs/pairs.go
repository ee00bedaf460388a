// Package pairs makes pairs each time it is asked.
package pairs

import (
	"crypto/rand"
	"crypto/x509"
	"os"
	"path/filepath"
)

// A Pair names files.
type Pair struct {
	Dir, Cert, Key, Public string
}

// Generate makes a pair.
func Generate(dir, public string, template *x509.Certificate, signer any) (*Pair, error) {
	p := &Pair{Dir: dir, Public: public}
	der, err := x509.CreateCertificate(rand.Reader, template, template, nil, signer)
	if err != nil {
		return nil, err
	}
	if p.Cert, err = toFile(filepath.Join(dir, "cert.pem"), der); err != nil {
		return nil, err
	}
	if p.Key, err = toFile(filepath.Join(dir, "key.pem"), nil); err != nil {
		return nil, err
	}
	return p, nil
}

func toFile(name string, der []byte) (string, error) {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return "", err
	}
	return name, os.WriteFile(name, der, 0o600)
}
