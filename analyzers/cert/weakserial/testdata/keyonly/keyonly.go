// Package keyonly makes certificates that carry a key and nothing else: whoever
// accepts one compares the key.
package keyonly

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"math/big"
	"time"
)

func minimal(key ed25519.PrivateKey) ([]byte, error) {
	template := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().Unix()),
	}
	return x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
}

func extended(key ed25519.PrivateKey, id []int, value []byte) ([]byte, error) {
	template := x509.Certificate{SerialNumber: &big.Int{}, ExtraExtensions: []pkix.Extension{{Id: id, Value: value}}}
	return x509.CreateCertificate(rand.Reader, &template, &template, key.Public(), key)
}

func named(key ed25519.PrivateKey) ([]byte, error) {
	template := &x509.Certificate{
		SerialNumber: big.NewInt(0), // want `is the serial number 0, which RFC 5280 does not allow, in every certificate created here`
		Subject:      pkix.Name{CommonName: "localhost"},
	}
	return x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
}

func issued(parent *x509.Certificate, key ed25519.PrivateKey) ([]byte, error) {
	template := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().Unix()), // want `is the clock`
	}
	return x509.CreateCertificate(rand.Reader, template, parent, key.Public(), key)
}

// vessel is the same whenever it is made: others have seen it.
func vessel(key ed25519.PrivateKey, host string) ([]byte, error) {
	template := &x509.Certificate{
		SerialNumber: big.NewInt(0),
		DNSNames:     []string{host},
		NotBefore:    time.UnixMilli(0).UTC(),
		NotAfter:     time.UnixMilli(0).UTC().AddDate(200, 0, 0),
	}
	return x509.CreateCertificate(nil, template, template, key.Public(), key)
}
