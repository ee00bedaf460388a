// Package good creates certificates that are valid.
package good

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func create(t, parent *x509.Certificate, key crypto.Signer) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, t, parent, key.Public(), key)
}

func window(key crypto.Signer, validity time.Duration) ([]byte, error) {
	now := time.Now().UTC()
	t := &x509.Certificate{NotBefore: now.Add(-5 * time.Minute), NotAfter: now.Add(validity)}
	return create(t, t, key)
}

func year(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{NotBefore: time.Now(), NotAfter: time.Now().AddDate(1, 0, 0)}
	return create(t, t, key)
}

// RFC 5280 gives this date to certificates that do not expire.
func never(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{NotBefore: time.Now(), NotAfter: time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC)}
	return create(t, t, key)
}

func reproducible(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		NotBefore: time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC),
		NotAfter:  time.Date(2040, 1, 1, 0, 0, 0, 0, time.UTC),
	}
	return create(t, t, key)
}

// The end is clamped to that of the issuer.
func clamped(key crypto.Signer, issuer *x509.Certificate) ([]byte, error) {
	now := time.Now()
	t := &x509.Certificate{NotBefore: now, NotAfter: now.AddDate(10, 0, 0)}
	if issuer.NotAfter.Before(t.NotAfter) {
		t.NotAfter = issuer.NotAfter
	}
	return create(t, issuer, key)
}

// The placeholder is overwritten.
func overwritten(key crypto.Signer, expiry time.Time) ([]byte, error) {
	t := &x509.Certificate{NotBefore: time.Now(), NotAfter: time.Time{}}
	t.NotAfter = expiry
	return create(t, t, key)
}

func fill(t *x509.Certificate, d time.Duration) {
	t.NotBefore = time.Now()
	t.NotAfter = t.NotBefore.Add(d)
}

func filled(key crypto.Signer) ([]byte, error) {
	t := new(x509.Certificate)
	fill(t, time.Hour)
	return create(t, t, key)
}

// The root lives longer than what it signs.
func chain(key, leafKey crypto.Signer) ([]byte, error) {
	now := time.Now()
	root := &x509.Certificate{NotBefore: now, NotAfter: now.AddDate(10, 0, 0), IsCA: true}
	leaf := &x509.Certificate{NotBefore: now, NotAfter: now.AddDate(1, 0, 0)}
	if _, err := create(root, root, key); err != nil {
		return nil, err
	}
	return x509.CreateCertificate(rand.Reader, leaf, root, leafKey.Public(), key)
}

// Both live equally long.
func together(key, leafKey crypto.Signer) ([]byte, error) {
	root := &x509.Certificate{NotBefore: time.Now(), NotAfter: time.Now().AddDate(1, 0, 0), IsCA: true}
	leaf := &x509.Certificate{NotBefore: time.Now(), NotAfter: time.Now().AddDate(1, 0, 0)}
	return x509.CreateCertificate(rand.Reader, leaf, root, leafKey.Public(), key)
}

// The program only asks whether the template is valid.
func valid(key crypto.Signer) error {
	t := &x509.Certificate{NotBefore: time.Now()}
	_, err := x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
	return err
}
