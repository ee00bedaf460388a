// Package profile writes the profiles of a VPN.
package profile

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

// suffix is that of profiles.
const suffix = ".ovpn"

func server(ca *x509.Certificate, pub crypto.PublicKey, key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		NotAfter:    time.Now().AddDate(1, 0, 0),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	return x509.CreateCertificate(rand.Reader, t, ca, pub, key)
}
