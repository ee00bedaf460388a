// Package bad creates certificates with flags that contradict each other.
package bad

import (
	"crypto"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"time"
)

func create(t *x509.Certificate, key crypto.Signer) ([]byte, error) {
	t.NotAfter = time.Now().Add(time.Hour)
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

// pair is what a server presents.
func pair(der []byte, key crypto.Signer) tls.Certificate {
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

func noConstraints(key crypto.Signer) ([]byte, error) {
	return create(&x509.Certificate{
		IsCA:     true, // want `^IsCA true is without effect, for BasicConstraintsValid is false, so what the certificate signs is not accepted$`
		KeyUsage: x509.KeyUsageCertSign,
	}, key)
}

func cannotSign(key crypto.Signer) ([]byte, error) {
	return create(&x509.Certificate{
		BasicConstraintsValid: true,
		IsCA:                  true,
		KeyUsage:              x509.KeyUsageDigitalSignature | x509.KeyUsageCRLSign, // want `^KeyUsage x509\.KeyUsageDigitalSignature \| x509\.KeyUsageCRLSign of a CA lacks KeyUsageCertSign`
	}, key)
}

func notCA(key crypto.Signer) ([]byte, error) {
	t := x509.Certificate{Subject: pkix.Name{CommonName: "a.example"}, KeyUsage: x509.KeyUsageDigitalSignature}
	t.KeyUsage |= x509.KeyUsageCertSign // want `has KeyUsageCertSign, which RFC 5280 allows with IsCA only`
	return create(&t, key)
}

func bothLimits(key crypto.Signer) ([]byte, error) {
	return create(&x509.Certificate{
		BasicConstraintsValid: true,
		IsCA:                  true,
		KeyUsage:              x509.KeyUsageCertSign,
		MaxPathLen:            2,
		MaxPathLenZero:        true, // want `^MaxPathLenZero true is without effect, for MaxPathLen is 2$`
	}, key)
}

func limitedLeaf(key crypto.Signer) ([]byte, error) {
	return create(&x509.Certificate{
		BasicConstraintsValid: true,
		MaxPathLen:            1, // want `^MaxPathLen 1 makes CreateCertificate fail, for IsCA is false$`
	}, key)
}

func zeroLeaf(key crypto.Signer) ([]byte, error) {
	return create(&x509.Certificate{
		BasicConstraintsValid: true,
		MaxPathLenZero:        true, // want `^MaxPathLenZero true makes CreateCertificate fail, for IsCA is false$`
	}, key)
}

func nameless(key crypto.Signer) ([]byte, error) {
	return create(&x509.Certificate{
		Subject:     pkix.Name{CommonName: "db.example"},
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}, // want `is that of a server, but the certificate names none: no SAN is set on any path`
	}, key)
}

func namelessPeer(ca *x509.Certificate, pub crypto.PublicKey, key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		NotAfter:    time.Now().Add(time.Hour),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth, x509.ExtKeyUsageServerAuth}, // want `names none`
	}
	return x509.CreateCertificate(rand.Reader, t, ca, pub, key)
}
