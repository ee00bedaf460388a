// Package iterated sets names in the body of a range over a function, and in a
// closure.
package iterated

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"strings"
	"time"
)

func setHosts(t *x509.Certificate, hosts string) {
	for host := range strings.SplitSeq(hosts, ",") {
		t.DNSNames = append(t.DNSNames, host)
	}
}

func create(ca *x509.Certificate, pub crypto.PublicKey, key crypto.Signer, hosts string) ([]byte, error) {
	t := &x509.Certificate{
		NotAfter:    time.Now().Add(time.Hour),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	setHosts(t, hosts)
	return x509.CreateCertificate(rand.Reader, t, ca, pub, key)
}

func closure(ca *x509.Certificate, pub crypto.PublicKey, key crypto.Signer, each func(func(string))) ([]byte, error) {
	t := &x509.Certificate{
		NotAfter:    time.Now().Add(time.Hour),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	each(func(host string) { t.DNSNames = append(t.DNSNames, host) })
	return x509.CreateCertificate(rand.Reader, t, ca, pub, key)
}

func variable(ca *x509.Certificate, pub crypto.PublicKey, key crypto.Signer, each func(func(string))) ([]byte, error) {
	t := x509.Certificate{
		NotAfter:    time.Now().Add(time.Hour),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	each(func(host string) { t.DNSNames = append(t.DNSNames, host) })
	return x509.CreateCertificate(rand.Reader, &t, ca, pub, key)
}
