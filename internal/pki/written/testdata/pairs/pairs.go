// Package pairs makes pairs.
package pairs

import (
	"crypto/rand"
	"crypto/x509"
	"os"
)

// A Pair names files.
type Pair struct {
	Dir    string
	Cert   string // want Cert:"Written"
	Key    string // want Key:"Written"
	Kept   string
	Mixed  string
	hidden string
}

// Make makes a pair.
func Make(dir string, template *x509.Certificate, signer any) (*Pair, error) {
	der, err := x509.CreateCertificate(rand.Reader, template, template, nil, signer)
	if err != nil {
		return nil, err
	}
	p := &Pair{Dir: dir}
	if p.Cert, err = toFile(dir+"/cert.pem", der); err != nil {
		return nil, err
	}
	if err := os.WriteFile(dir+"/key.pem", nil, 0o600); err != nil {
		return nil, err
	}
	p.Key = dir + "/key.pem"
	if p.Kept, err = ifMissing(dir+"/kept.pem", der); err != nil {
		return nil, err
	}
	if p.Mixed, err = toFile(dir+"/mixed.pem", der); err != nil {
		return nil, err
	}
	if p.hidden, err = toFile(dir+"/hidden.pem", der); err != nil {
		return nil, err
	}
	return p, nil
}

// Use sets a name that it is given.
func (p *Pair) Use(name string) { p.Mixed = name }

func toFile(name string, der []byte) (string, error) {
	return name, os.WriteFile(name, der, 0o600)
}

func ifMissing(name string, der []byte) (string, error) {
	if _, err := os.Stat(name); err == nil {
		return name, nil
	}
	return toFile(name, der)
}
