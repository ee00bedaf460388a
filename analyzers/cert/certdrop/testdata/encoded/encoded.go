// Package encoded reads back what the program has encoded itself.
package encoded

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"

	"example.com/certdrop/encoded/issue"
)

type signer struct{ key crypto.Signer }

func (s *signer) sign(template *x509.Certificate) (cert []byte, err error) {
	der, err := x509.CreateCertificate(rand.Reader, template, template, s.key.Public(), s.key)
	if err != nil {
		return nil, err
	}
	cert = pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	return
}

func own(s *signer, template *x509.Certificate) ([]byte, error) {
	cert, err := s.sign(template)
	if err != nil {
		return nil, err
	}
	block, _ := pem.Decode(cert)
	return block.Bytes, nil
}

func imported(template *x509.Certificate, key crypto.Signer) (string, error) {
	text, err := issue.PEM(template, key)
	if err != nil {
		return "", err
	}
	block, _ := pem.Decode(text)
	cert, _ := x509.ParseCertificate(block.Bytes)
	return cert.Subject.CommonName, nil
}

func both(template *x509.Certificate, key crypto.Signer) ([]byte, error) {
	cert, chain, err := issue.Both(template, key)
	if err != nil {
		return nil, err
	}
	first, _ := pem.Decode([]byte(cert))
	second, _ := pem.Decode([]byte(chain))
	return append(first.Bytes, second.Bytes...), nil
}

func loaded(name string, template *x509.Certificate, key crypto.Signer) ([]byte, error) {
	text, err := issue.Load(name, template, key)
	if err != nil {
		return nil, err
	}
	block, _ := pem.Decode(text)
	return block.Bytes, nil
}

func none(template *x509.Certificate) []byte {
	block, _ := pem.Decode(issue.None(template))
	return block.Bytes
}
