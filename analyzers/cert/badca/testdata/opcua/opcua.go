// Package opcua creates the certificate of an application of OPC UA.
package opcua

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func application(key crypto.Signer) ([]byte, error) {
	t := x509.Certificate{
		NotAfter: time.Now().Add(time.Hour),
		KeyUsage: x509.KeyUsageContentCommitment | x509.KeyUsageKeyEncipherment |
			x509.KeyUsageDigitalSignature | x509.KeyUsageDataEncipherment | x509.KeyUsageCertSign,
		BasicConstraintsValid: true,
	}
	return x509.CreateCertificate(rand.Reader, &t, &t, key.Public(), key)
}

func other(ca *x509.Certificate, pub crypto.PublicKey, key crypto.Signer) ([]byte, error) {
	t := x509.Certificate{
		NotAfter: time.Now().Add(time.Hour),
		KeyUsage: x509.KeyUsageContentCommitment | x509.KeyUsageKeyEncipherment | x509.KeyUsageDigitalSignature | x509.KeyUsageDataEncipherment | x509.KeyUsageCertSign, // want `has KeyUsageCertSign, which RFC 5280 allows with IsCA only`
	}
	return x509.CreateCertificate(rand.Reader, &t, ca, pub, key)
}
