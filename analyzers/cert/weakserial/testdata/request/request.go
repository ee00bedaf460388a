// Package request puts certificates into requests, to show that it has the key.
package request

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"os"
	"time"
)

var id = []int{1, 3, 6, 1, 4, 1, 99999, 1}

func proof(der []byte) (extensions []pkix.Extension, err error) {
	buffer := bytes.Buffer{}
	if err := pem.Encode(&buffer, &pem.Block{Type: "CERTIFICATE", Bytes: der}); err != nil {
		return nil, err
	}
	return []pkix.Extension{{Id: id, Value: buffer.Bytes()}}, nil
}

// Renew proves that it has the key of a certificate.
func Renew(leaf *x509.Certificate, key crypto.Signer) ([]byte, error) {
	t := x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "key"}, NotAfter: leaf.NotAfter}
	der, err := x509.CreateCertificate(rand.Reader, &t, leaf, key.Public(), key)
	if err != nil {
		return nil, err
	}
	request := x509.CertificateRequest{Subject: leaf.Subject}
	if request.ExtraExtensions, err = proof(der); err != nil {
		return nil, err
	}
	return x509.CreateCertificateRequest(rand.Reader, &request, key)
}

// Kept writes it to a file as well.
func Kept(leaf *x509.Certificate, key crypto.Signer) ([]byte, error) {
	t := x509.Certificate{
		SerialNumber: big.NewInt(2), // want `is the serial number 2`
		NotAfter:     time.Now().AddDate(1, 0, 0),
	}
	der, err := x509.CreateCertificate(rand.Reader, &t, leaf, key.Public(), key)
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile("leaf.der", der, 0o600); err != nil {
		return nil, err
	}
	request := x509.CertificateRequest{Subject: leaf.Subject, ExtraExtensions: []pkix.Extension{{Id: id, Value: der}}}
	return x509.CreateCertificateRequest(rand.Reader, &request, key)
}
