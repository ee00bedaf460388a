// Package anew makes an authority and what it signs at each start: who has seen the
// previous one meets another one of the same name, with the same numbers.
package anew

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"math/big"
	"time"
)

// Pair makes both.
func Pair(name string) (caDER, leafDER []byte, err error) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, nil, err
	}
	ca := &x509.Certificate{
		SerialNumber:          big.NewInt(1), // want `is the serial number 1`
		Subject:               pkix.Name{CommonName: "webhook-ca"},
		NotAfter:              time.Now().AddDate(10, 0, 0),
		BasicConstraintsValid: true,
		IsCA:                  true,
	}
	if caDER, err = x509.CreateCertificate(rand.Reader, ca, ca, key.Public(), key); err != nil {
		return nil, nil, err
	}
	leaf := &x509.Certificate{
		SerialNumber: big.NewInt(2), // want `is the serial number 2`
		DNSNames:     []string{name},
		NotAfter:     time.Now().AddDate(1, 0, 0),
	}
	leafDER, err = x509.CreateCertificate(rand.Reader, leaf, ca, key.Public(), key)
	return caDER, leafDER, err
}

// Renew shows in a request that it has the key.
func Renew(leaf *x509.Certificate, key *rsa.PrivateKey, id []int) ([]byte, error) {
	t := x509.Certificate{
		SerialNumber: big.NewInt(3), // want `is the serial number 3`
		NotAfter:     leaf.NotAfter,
	}
	der, err := x509.CreateCertificate(rand.Reader, &t, leaf, key.Public(), key)
	if err != nil {
		return nil, err
	}
	request := x509.CertificateRequest{ExtraExtensions: []pkix.Extension{{Id: id, Value: der}}}
	return x509.CreateCertificateRequest(rand.Reader, &request, key)
}
