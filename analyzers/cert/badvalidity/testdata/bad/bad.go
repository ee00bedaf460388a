// Package bad creates certificates that are not valid.
package bad

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"time"
)

func create(t, parent *x509.Certificate, key crypto.Signer) ([]byte, error) {
	return x509.CreateCertificate(rand.Reader, t, parent, key.Public(), key)
}

func same(key crypto.Signer, validity time.Duration) ([]byte, error) {
	now := time.Now()
	t := &x509.Certificate{
		NotBefore: now.UTC(),
		NotAfter:  now, // want `^NotAfter now is the same time as NotBefore, so the certificate is never valid$`
	}
	return create(t, t, key)
}

func reversed(key crypto.Signer) ([]byte, error) {
	now := time.Now()
	t := &x509.Certificate{
		NotBefore: now.Add(24 * time.Hour),
		NotAfter:  now.Add(time.Hour), // want `^NotAfter now\.Add\(time\.Hour\) is 23h0m0s before NotBefore now\.Add\(24 \* time\.Hour\), so the certificate is never valid$`
	}
	return create(t, t, key)
}

func calendar(key crypto.Signer) ([]byte, error) {
	now := time.Now().UTC()
	t := &x509.Certificate{
		NotBefore: now.AddDate(0, 1, 0),
		NotAfter:  now.AddDate(0, 0, -7), // want `before NotBefore`
	}
	return create(t, t, key)
}

func constants(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		NotBefore: time.Date(2027, time.January, 1, 0, 0, 0, 0, time.UTC),
		NotAfter:  time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC), // want `before NotBefore`
	}
	return create(t, t, key)
}

func absent(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{ // want `^x509\.Certificate has no NotAfter on any path, so the certificate expired on 1 January of the year 1$`
		NotBefore: time.Now(),
		DNSNames:  []string{"a.example"},
	}
	t.IsCA = true
	return x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
}

func zero(key crypto.Signer) ([]byte, error) {
	t := x509.Certificate{
		NotBefore: time.Now(),
		NotAfter:  time.Time{}, // want `^NotAfter is the zero time, so the certificate expired`
	}
	return x509.CreateCertificate(rand.Reader, &t, &t, key.Public(), key)
}

func fixed(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		NotBefore: time.Now().Add(-time.Hour),
		NotAfter:  time.Date(2031, time.May, 1, 0, 0, 0, 0, time.UTC), // want `^NotAfter time\.Date\(2031, time\.May, 1, \.\.\.\) does not move with NotBefore, so what is created after 1 May 2031 has expired already$`
	}
	return create(t, t, key)
}

func chain(key, leafKey crypto.Signer) ([]byte, []byte, error) {
	now := time.Now()
	root := &x509.Certificate{
		NotBefore: now,
		NotAfter:  now.AddDate(1, 0, 0),
		IsCA:      true,
	}
	der, err := x509.CreateCertificate(rand.Reader, root, root, key.Public(), key)
	if err != nil {
		return nil, nil, err
	}
	issuer, err := x509.ParseCertificate(der)
	if err != nil {
		return nil, nil, err
	}
	leaf := &x509.Certificate{
		NotBefore: now,
		NotAfter:  now.AddDate(10, 0, 0), // want `^NotAfter now\.AddDate\(10, 0, 0\) is 32\d\d days after that of the issuer, now\.AddDate\(1, 0, 0\), without which the certificate is not accepted$`
	}
	leafDER, err := x509.CreateCertificate(rand.Reader, leaf, issuer, leafKey.Public(), key)
	return der, leafDER, err
}

func overflow(key crypto.Signer) ([]byte, error) {
	years := 300
	t := &x509.Certificate{
		NotBefore: time.Now(),
		NotAfter:  time.Now().Add(time.Duration(years) * 365 * 24 * time.Hour), // want `adds 9460800000000000000 nanoseconds, more than a time.Duration holds`
	}
	return create(t, t, key)
}

func newTemplate(now time.Time, validity time.Duration) *x509.Certificate {
	return &x509.Certificate{
		NotBefore: now,
		NotAfter:  now.Add(validity), // want `NotAfter now\.Add\(validity\) is 1h0m0s before NotBefore now`
	}
}

func helper(key crypto.Signer) ([]byte, error) {
	t := newTemplate(time.Now(), -time.Hour)
	return create(t, t, key)
}

func fields(key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{NotBefore: time.Now()}
	t.NotAfter = t.NotBefore.Add(-time.Minute) // want `is 1m0s before NotBefore`
	return create(t, t, key)
}
