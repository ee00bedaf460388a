package transfercert

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/caldate"
)

// A window in which no certificate may be valid is found before anything is
// signed. That crypto/x509 signs it is what makes the look necessary.
//
// LD-08, LD-09.
func TestSignLooksAtDates(t *testing.T) {
	from := time.Date(2012, 2, 29, 0, 0, 0, 0, time.UTC)
	key, err := newKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		from, to time.Time
		want     error
	}{
		{from, from.Add(MaxLifetime), nil},
		{from, from.Add(time.Second), nil},
		{from, from.Add(MaxLifetime + 1), ErrWindow},
		{from, from, caldate.ErrLength},
		{from, from.Add(-time.Second), caldate.ErrLength},
		{from, time.Time{}, caldate.ErrZero},
		{from.AddDate(-60, 0, 0), from.AddDate(-59, 0, 0), caldate.ErrRange},
	}
	for _, test := range tests {
		template := x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: test.from, NotAfter: test.to}
		der, err := sign(&template, key)
		if !errors.Is(err, test.want) || (err != nil) != errors.Is(err, ErrWindow) || (err != nil) != (der == nil) {
			t.Errorf("%v to %v: got %x, %v, want %v", test.from, test.to, der, err, test.want)
		}
	}
	signer, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	reversed := x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: from, NotAfter: from.Add(-time.Second)}
	if _, err := x509.CreateCertificate(nil, &reversed, &reversed, signer.Public(), signer); err != nil {
		t.Errorf("crypto/x509 looks at the dates now: %v", err)
	}
}

// What crypto/x509 does not sign is an error.
func TestSignFails(t *testing.T) {
	key, err := newKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	from := time.Date(2012, 2, 29, 0, 0, 0, 0, time.UTC)
	template := x509.Certificate{SerialNumber: big.NewInt(-1), NotBefore: from, NotAfter: from.Add(MaxLifetime)}
	if der, err := sign(&template, key); err == nil || der != nil {
		t.Errorf("got %x, %v", der, err)
	}
}

// A certificate that differs from what was asked for in any one point is not
// accepted when it is read back.
func TestCompare(t *testing.T) {
	from := time.Date(2012, 2, 29, 0, 0, 0, 0, time.UTC)
	key, err := newKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	other, err := newKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := func() *x509.Certificate {
		return &x509.Certificate{
			SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "a"}, KeyUsage: x509.KeyUsageKeyAgreement,
			NotBefore: from, NotAfter: from.Add(MaxLifetime),
		}
	}
	der, err := sign(template(), key)
	if err != nil {
		t.Fatal(err)
	}
	if err := compare(der, template(), key.PublicKey()); err != nil {
		t.Error(err)
	}
	if err := compare(der, template(), other.PublicKey()); err == nil {
		t.Error("another key is accepted")
	}
	if err := compare(bytes.Clone(der[:len(der)-1]), template(), key.PublicKey()); !errors.Is(err, ErrMalformed) {
		t.Errorf("truncated: %v", err)
	}
	for name, change := range map[string]func(*x509.Certificate){
		"serial number": func(c *x509.Certificate) { c.SerialNumber = big.NewInt(2) },
		"name":          func(c *x509.Certificate) { c.Subject.CommonName = "b" },
		"beginning":     func(c *x509.Certificate) { c.NotBefore = from.Add(time.Second) },
		"end":           func(c *x509.Certificate) { c.NotAfter = c.NotAfter.Add(-time.Nanosecond) },
	} {
		asked := template()
		change(asked)
		if err := compare(der, asked, key.PublicKey()); err == nil {
			t.Errorf("another %s is accepted", name)
		}
	}
}
