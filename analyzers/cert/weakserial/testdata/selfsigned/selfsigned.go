// Package selfsigned signs certificates by their own keys: nobody gains from
// guessing the serial number of a certificate that has no other issuer, or has
// seen another one with that number.
package selfsigned

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"math/big"
	"time"
)

var subject = pkix.Name{CommonName: "localhost"}

func clock(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		Subject:      subject,
		SerialNumber: big.NewInt(time.Now().Unix()),
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func constant(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		Subject:      subject,
		SerialNumber: big.NewInt(1658),
		NotBefore:    time.Now(),
		NotAfter:     time.Now().Add(48 * time.Hour),
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// brief ends before there is another one.
func brief(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		Subject:      subject,
		SerialNumber: big.NewInt(1),
		NotBefore:    time.Now(),
		NotAfter:     time.Now().Add(5 * time.Minute),
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// briefLeaf is one of many by the same issuer.
func briefLeaf(ca *x509.Certificate, pub crypto.PublicKey, key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		Subject:      subject,
		SerialNumber: big.NewInt(2), // want `is the serial number 2`
		NotBefore:    time.Now(),
		NotAfter:     time.Now().Add(5 * time.Minute),
	}
	return x509.CreateCertificate(rand.Reader, t, ca, pub, key)
}

// positive takes another number where the random one is 0.
func positive(ca *x509.Certificate, pub crypto.PublicKey, key crypto.Signer) ([]byte, error) {
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 128))
	if err != nil {
		return nil, err
	}
	if serial.Sign() == 0 {
		serial = big.NewInt(1)
	}
	t := &x509.Certificate{Subject: subject, SerialNumber: serial}
	return x509.CreateCertificate(rand.Reader, t, ca, pub, key)
}

func tlsALPN01(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{Subject: subject, SerialNumber: big.NewInt(1)}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
