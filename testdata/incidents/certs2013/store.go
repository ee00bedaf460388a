package certs2013

import (
	"crypto/x509"
	"fmt"
	"slices"
	"time"
)

// notice is how long before its end the owner of a certificate is told.
const notice = 180 * 24 * time.Hour

// A SecretStore holds the certificates of all services.
type SecretStore struct {
	certs map[string]*x509.Certificate
}

// Put replaces the certificate of a service. It goes out with the next release.
func (s *SecretStore) Put(service string, der []byte) error {
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		return fmt.Errorf("%s: %w", service, err)
	}
	if s.certs == nil {
		s.certs = make(map[string]*x509.Certificate)
	}
	s.certs[service] = cert
	return nil
}

// Alarms returns the services whose certificate ends soon: the one in the store,
// not the one that is served.
func (s *SecretStore) Alarms(now time.Time) []string {
	var out []string
	for name, cert := range s.certs {
		if cert.NotAfter.Sub(now) < notice {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}
