// Package tunnel is about another VPN, whose clients look at names.
package tunnel

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

// directory is where an openvpnish service keeps certificates.
const directory = "/etc/vpn"

func server(ca *x509.Certificate, pub crypto.PublicKey, key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		NotAfter:    time.Now().AddDate(1, 0, 0),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}, // want `is that of a server, but the certificate names none`
	}
	return x509.CreateCertificate(rand.Reader, t, ca, pub, key)
}
