// Package bad passes certificates on that begin now.
package bad

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"io"
	"os"
	"time"
)

// Issue returns a certificate.
func Issue(ca *x509.Certificate, key crypto.Signer, pub crypto.PublicKey) ([]byte, error) {
	t := &x509.Certificate{
		NotBefore: time.Now(), // want `^NotBefore time\.Now\(\) is in the future of every peer whose clock is slow, and the certificate goes to others$`
		NotAfter:  time.Now().Add(time.Hour),
	}
	return x509.CreateCertificate(rand.Reader, t, ca, pub, key)
}

func write(w io.Writer, key crypto.Signer) error {
	now := time.Now().UTC()
	t := &x509.Certificate{
		NotBefore: now, // want `NotBefore now is in the future`
		NotAfter:  now.Add(time.Hour),
	}
	der, err := x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
	if err != nil {
		return err
	}
	return pem.Encode(w, &pem.Block{Type: "CERTIFICATE", Bytes: der})
}

func file(key crypto.Signer) error {
	t := &x509.Certificate{NotAfter: time.Now().Add(time.Hour)}
	t.NotBefore = time.Now() // want `NotBefore time\.Now\(\) is in the future`
	der, err := x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
	if err != nil {
		return err
	}
	return os.WriteFile("cert.pem", encode(der), 0o644)
}

func encode(der []byte) []byte {
	var buf bytes.Buffer
	pem.Encode(&buf, &pem.Block{Type: "CERTIFICATE", Bytes: der})
	return buf.Bytes()
}

// A Pair is a certificate and its key.
type Pair struct{ Cert, Key []byte }

// NewPair returns a pair.
func NewPair(key crypto.Signer) (*Pair, error) {
	t := &x509.Certificate{
		NotBefore: time.Now(), // want `goes to others`
		NotAfter:  time.Now().Add(time.Hour),
	}
	der, err := x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
	if err != nil {
		return nil, err
	}
	return &Pair{Cert: pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})}, nil
}
