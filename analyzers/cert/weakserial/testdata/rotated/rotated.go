// Package rotated makes a root and what it signs at each start, with keys that it may
// have used before.
package rotated

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"log"
	"math/big"
	"time"
)

func authority(serial int64) *x509.Certificate {
	return &x509.Certificate{
		SerialNumber:          big.NewInt(serial),
		Subject:               pkix.Name{CommonName: "webhook-ca"},
		NotAfter:              time.Now().AddDate(10, 0, 0),
		KeyUsage:              x509.KeyUsageCertSign,
		BasicConstraintsValid: true,
		IsCA:                  true,
	}
}

func server(serial int64, name string) *x509.Certificate {
	return &x509.Certificate{SerialNumber: big.NewInt(serial), DNSNames: []string{name}, NotAfter: time.Now().AddDate(1, 0, 0)}
}

func pair(key crypto.Signer, name string) (caDER, serverDER []byte, err error) {
	ca := authority(1)
	if caDER, err = x509.CreateCertificate(rand.Reader, ca, ca, key.Public(), key); err != nil {
		return nil, nil, err
	}
	leaf := server(2, name) // want `is the serial number 2`
	serverDER, err = x509.CreateCertificate(rand.Reader, leaf, ca, key.Public(), key)
	return caDER, serverDER, err
}

// The two meet each other: it is the second that must have another number.
func alike(key crypto.Signer, name string) (caDER, serverDER []byte, err error) {
	ca := authority(3)
	if caDER, err = x509.CreateCertificate(rand.Reader, ca, ca, key.Public(), key); err != nil {
		return nil, nil, err
	}
	leaf := server(3, name) // want `is the serial number 3`
	serverDER, err = x509.CreateCertificate(rand.Reader, leaf, ca, key.Public(), key)
	return caDER, serverDER, err
}

type maker struct{ key crypto.Signer }

func (m *maker) root() (*x509.Certificate, error) {
	ca := authority(4)
	der, err := x509.CreateCertificate(rand.Reader, ca, ca, m.key.Public(), m.key)
	if err != nil {
		return nil, err
	}
	return x509.ParseCertificate(der)
}

func (m *maker) leaf(ca *x509.Certificate, name string) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, server(5, name), ca, m.key.Public(), m.key) // want `is the serial number 5`
}

func (m *maker) rotate(name string) ([]byte, error) {
	ca, err := m.root()
	if err != nil {
		return nil, err
	}
	return m.leaf(ca, name)
}

// A command makes one or the other.
func command(verb string, key crypto.Signer, ca *x509.Certificate) {
	var err error
	switch verb {
	case "init":
		_, err = initial(key)
	case "issue":
		_, err = issue(key, ca)
	}
	if err != nil {
		log.Fatal(err)
	}
}

func initial(key crypto.Signer) ([]byte, error) {
	ca := authority(6)
	return x509.CreateCertificate(rand.Reader, ca, ca, key.Public(), key)
}

func issue(key crypto.Signer, ca *x509.Certificate) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, server(7, "a.example"), ca, key.Public(), key) // want `is the serial number 7`
}

// Create makes a certificate of any template, one at a time.
func Create(t, parent *x509.Certificate, key crypto.Signer) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, t, parent, key.Public(), key)
}

func createdRoot(key crypto.Signer) ([]byte, error) {
	ca := authority(8)
	return Create(ca, ca, key)
}

func createdLeaf(key crypto.Signer, ca *x509.Certificate) ([]byte, error) {
	return Create(server(8, "b.example"), ca, key) // want `is the serial number 8`
}

func createdPair(key crypto.Signer, parse func([]byte) *x509.Certificate) ([]byte, error) {
	der, err := createdRoot(key)
	if err != nil {
		return nil, err
	}
	return createdLeaf(key, parse(der))
}
