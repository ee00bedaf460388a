// Package extensions writes extensions itself: CreateCertificate leaves out what
// it would write of the same kind.
package extensions

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"time"
)

var (
	oidConstraints = asn1.ObjectIdentifier{2, 5, 29, 19}
	oidPolicy      = asn1.ObjectIdentifier{2, 5, 29, 32}
)

func create(t *x509.Certificate, key crypto.Signer) ([]byte, error) {
	t.NotAfter = time.Now().Add(time.Hour)
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func constraints(key crypto.Signer, value []byte) ([]byte, error) {
	return create(&x509.Certificate{
		IsCA:            true,
		ExtraExtensions: []pkix.Extension{{Id: oidConstraints, Critical: true, Value: value}},
	}, key)
}

func usage(key crypto.Signer, value []byte) ([]byte, error) {
	return create(&x509.Certificate{
		BasicConstraintsValid: true,
		IsCA:                  true,
		KeyUsage:              x509.KeyUsageDigitalSignature,
		ExtraExtensions:       []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 15}, Value: value}},
	}, key)
}

func given(key crypto.Signer, extensions []pkix.Extension) ([]byte, error) {
	return create(&x509.Certificate{IsCA: true, ExtraExtensions: extensions}, key)
}

func sometimes(key crypto.Signer, extension *pkix.Extension) ([]byte, error) {
	t := &x509.Certificate{IsCA: true}
	if extension != nil {
		t.ExtraExtensions = append(t.ExtraExtensions, *extension)
	}
	return create(t, key)
}

func policy(key crypto.Signer, value []byte) ([]byte, error) {
	return create(&x509.Certificate{
		IsCA:            true, // want `is without effect, for BasicConstraintsValid is false`
		ExtraExtensions: []pkix.Extension{{Id: oidPolicy, Value: value}, {Id: asn1.ObjectIdentifier{1, 2, 3}, Value: value}},
	}, key)
}

func none(key crypto.Signer) ([]byte, error) {
	return create(&x509.Certificate{
		IsCA:            true, // want `is without effect, for BasicConstraintsValid is false`
		ExtraExtensions: []pkix.Extension{},
	}, key)
}
