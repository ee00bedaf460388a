// Package createcertificate needs the word CreateCertificate to be looked at.
package createcertificate

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

// Issue returns a certificate.
func Issue(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		NotBefore: time.Now(), // want `goes to others`
		NotAfter:  time.Now().Add(time.Hour),
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
