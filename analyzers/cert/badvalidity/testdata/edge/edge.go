// Package edge has dates that are known to some degree.
package edge

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func create(t, parent *x509.Certificate, key crypto.Signer) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, t, parent, key.Public(), key)
}

// A month may have 28 days.
func month(key crypto.Signer) ([]byte, error) {
	now := time.Now()
	t := &x509.Certificate{NotBefore: now.AddDate(0, 0, 30), NotAfter: now.AddDate(0, 1, 0)}
	return create(t, t, key)
}

// Some paths set the end.
func sometimes(key crypto.Signer, end time.Time) ([]byte, error) {
	t := &x509.Certificate{NotBefore: time.Now()}
	if !end.IsZero() {
		t.NotAfter = end
	}
	return create(t, t, key)
}

// Options may set the end.
func options(key crypto.Signer, opts ...func(*x509.Certificate)) ([]byte, error) {
	t := &x509.Certificate{NotBefore: time.Now()}
	for _, opt := range opts {
		opt(t)
	}
	return create(t, t, key)
}

type config struct{ template x509.Certificate }

// What a struct holds is not known.
func held(key crypto.Signer, c *config) ([]byte, error) {
	return create(&c.template, &c.template, key)
}

// Times of two objects.
func between(key crypto.Signer, from, to time.Time) ([]byte, error) {
	t := &x509.Certificate{NotBefore: from, NotAfter: to}
	return create(t, t, key)
}

// The same time of another.
func instant(key crypto.Signer, at time.Time) ([]byte, error) {
	t := &x509.Certificate{
		NotBefore: at,
		NotAfter:  at.Add(0), // want `the same time as NotBefore`
	}
	return create(t, t, key)
}

// 2500 is as good as never.
func far(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{NotBefore: time.Now(), NotAfter: time.Date(2500, 1, 1, 0, 0, 0, 0, time.UTC)}
	return create(t, t, key)
}

// The callers of an exported function set the end.
func Sign(t, parent *x509.Certificate, key crypto.Signer) ([]byte, error) {
	t.NotBefore = time.Now()
	return x509.CreateCertificate(rand.Reader, t, parent, key.Public(), key)
}

// A parsed certificate is issued again.
func again(der []byte, key crypto.Signer) ([]byte, error) {
	t, err := x509.ParseCertificate(der)
	if err != nil {
		return nil, err
	}
	t.NotBefore = time.Now()
	return create(t, t, key)
}

// The year 292 from now still fits.
func fits(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{NotBefore: time.Now(), NotAfter: time.Now().Add(292 * 365 * 24 * time.Hour)}
	return create(t, t, key)
}

// The last date with two digits of the year is meant as the end of time.
func endOfTime(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{NotBefore: time.Now(), NotAfter: time.Date(2049, 12, 31, 23, 59, 59, 0, time.UTC)}
	return create(t, t, key)
}
