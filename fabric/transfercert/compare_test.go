package transfercert

import (
	"bytes"
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
// signed, since crypto/x509 signs it.
//
// LD-08, LD-09.
func TestCheckWindow(t *testing.T) {
	from := time.Date(2012, 2, 29, 0, 0, 0, 0, time.UTC)
	tests := []struct {
		length time.Duration
		want   error
	}{
		{MaxLifetime, nil},
		{time.Second, nil},
		{MaxLifetime + 1, ErrWindow},
		{0, caldate.ErrLength},
		{-time.Second, caldate.ErrLength},
	}
	for _, test := range tests {
		err := checkWindow(caldate.Window{From: from, To: from.Add(test.length)})
		if !errors.Is(err, test.want) || (err != nil) != errors.Is(err, ErrWindow) {
			t.Errorf("%v: got %v, want %v", test.length, err, test.want)
		}
	}
	if err := checkWindow(caldate.Window{}); !errors.Is(err, ErrWindow) || !errors.Is(err, caldate.ErrZero) {
		t.Errorf("no window: %v", err)
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
