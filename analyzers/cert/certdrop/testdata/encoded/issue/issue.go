// Package issue encodes what it issues.
package issue

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"os"
)

// PEM returns a certificate that it has encoded.
func PEM(template *x509.Certificate, key crypto.Signer) ([]byte, error) { // want PEM:`&{\[0\]}`
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		return nil, err
	}
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), nil
}

// Both returns two texts of its own.
func Both(template *x509.Certificate, key crypto.Signer) (cert, chain string, err error) { // want Both:`&{\[0 1\]}`
	text, err := PEM(template, key)
	if err != nil {
		return "", "", err
	}
	var buf bytes.Buffer
	if err := pem.Encode(&buf, &pem.Block{Type: "CERTIFICATE", Bytes: template.Raw}); err != nil {
		return "", "", err
	}
	return string(text), buf.String(), nil
}

// Load returns its own text, or that of a file, which may hold anything.
func Load(name string, template *x509.Certificate, key crypto.Signer) ([]byte, error) {
	if text, err := os.ReadFile(name); err == nil {
		return text, nil
	}
	return PEM(template, key)
}

// None returns no text without saying so.
func None(template *x509.Certificate) []byte {
	if template == nil {
		return nil
	}
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: template.Raw})
}
