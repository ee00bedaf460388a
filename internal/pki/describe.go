package pki

import (
	"crypto/x509"
	"time"

	"github.com/leapguard/leapguard/internal/config"
)

// Subject returns what a message calls a certificate: what it is issued for.
func Subject(cert *x509.Certificate) string {
	switch {
	case len(cert.DNSNames) > 0:
		return cert.DNSNames[0]
	case cert.Subject.CommonName != "":
		return cert.Subject.CommonName
	case len(cert.Subject.Organization) > 0:
		return cert.Subject.Organization[0]
	}
	return "serial number " + cert.SerialNumber.Text(16)
}

// Until returns the last second of the validity of a certificate, in UTC.
func Until(cert *x509.Certificate) string { return cert.NotAfter.UTC().Format(time.RFC3339) }

// Ended reports whether a certificate is past its validity at a time. NotAfter
// is part of the validity; see RFC 5280, section 4.1.2.5.
func Ended(cert *x509.Certificate, at time.Time) bool { return at.After(cert.NotAfter) }

// within is for how many days from the reference date on a certificate is to be
// valid, by profile.
var within = map[config.Profile]int{config.Strict: 90}

// Horizon returns the time at which certificates are to be valid still, zero
// where there is no reference date. The check expiredcert speaks of those that
// are not, and other checks leave them to it.
func Horizon(c *config.Config) time.Time {
	if c.Now.IsZero() {
		return time.Time{}
	}
	return c.Now.AddDate(0, 0, within[c.Profile])
}
