package pki

import (
	"crypto/x509"
	"time"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/rule"
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

// Within is the option of the check expiredcert that says for how many days from
// the reference date on a certificate is to be valid.
var Within = rule.Option[int]{
	Name:   "within",
	Strict: 90,
	Doc:    "report certificates from this number of days before their end on",
}

// Horizon returns the time at which certificates are to be valid still, zero
// where there is no reference date. The check expiredcert speaks of those that
// are not, and other checks leave them to it. An option that cannot be read
// ends expiredcert.
func Horizon(c *config.Config) time.Time {
	if c.Now.IsZero() {
		return time.Time{}
	}
	values, _ := c.Options(config.Check{
		Names:   []string{"expiredcert"},
		Options: []config.Option{{Name: Within.Name, Default: Within.Default, Strict: Within.Strict}},
	})
	days, _ := values[Within.Name].(int)
	return c.Now.AddDate(0, 0, max(0, days))
}
