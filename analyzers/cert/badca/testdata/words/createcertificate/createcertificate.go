// Package createcertificate needs the word CreateCertificate to be looked at.
package createcertificate

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func root(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{NotAfter: time.Now().Add(time.Hour), IsCA: true} // want `IsCA true is without effect`
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
