// Package bad creates certificates for a public issuer.
package bad

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func fromNow(key crypto.Signer) ([]byte, error) {
	now := time.Now().UTC()
	t := &x509.Certificate{
		NotBefore:   now,
		NotAfter:    now.Add(201 * 24 * time.Hour), // want `^NotAfter now\.Add\(201 \* 24 \* time\.Hour\) makes the certificate of a server valid for 201 days or more, and public issuers may give 200 at most from 15 March 2026 on$`
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func before(key crypto.Signer) ([]byte, error) {
	issued := time.Date(2021, time.May, 1, 0, 0, 0, 0, time.UTC)
	t := &x509.Certificate{
		NotBefore:   issued,
		NotAfter:    issued.Add(402 * 24 * time.Hour), // want `valid for 399 days or more, and public issuers may give 398 at most from 1 September 2020 on$`
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func later(key crypto.Signer) ([]byte, error) {
	issued := time.Date(2029, time.March, 17, 0, 0, 0, 0, time.UTC)
	t := &x509.Certificate{
		NotBefore:   issued,
		NotAfter:    issued.Add(60 * 24 * time.Hour), // want `valid for 57 days or more, and public issuers may give 47 at most from 15 March 2029 on$`
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}
