// Package good keeps its certificates or sets them back.
package good

import (
	"crypto"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"time"
)

// Issue returns a certificate.
func Issue(ca *x509.Certificate, key crypto.Signer, pub crypto.PublicKey) ([]byte, error) {
	now := time.Now()
	t := &x509.Certificate{NotBefore: now.Add(-time.Minute), NotAfter: now.Add(time.Hour)}
	return x509.CreateCertificate(rand.Reader, t, ca, pub, key)
}

// Truncated is set back by up to an hour.
func Truncated(ca *x509.Certificate, key crypto.Signer, pub crypto.PublicKey) ([]byte, error) {
	now := time.Now().Truncate(time.Hour)
	t := &x509.Certificate{NotBefore: now, NotAfter: now.Add(2 * time.Hour)}
	return x509.CreateCertificate(rand.Reader, t, ca, pub, key)
}

// Server serves under a certificate of its own.
func Server(key crypto.Signer, keyPEM []byte) (*tls.Config, error) {
	t := &x509.Certificate{NotBefore: time.Now(), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
	if err != nil {
		return nil, err
	}
	pair, err := tls.X509KeyPair(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), keyPEM)
	if err != nil {
		return nil, err
	}
	return &tls.Config{Certificates: []tls.Certificate{pair}}, nil
}

// Pair is the process's own.
func Pair(key crypto.Signer) (*tls.Certificate, error) {
	t := &x509.Certificate{NotBefore: time.Now(), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
	if err != nil {
		return nil, err
	}
	return &tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, nil
}
