package caldate_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"errors"
	"math"
	"math/big"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/caldate"
)

// The window of the leap day ends on 28 February by default, wherever the
// agent is that asks.
//
// LD-08, LD-09.
func TestValidity(t *testing.T) {
	tests := []struct {
		now, from string
		years     int
		p         caldate.Policy
		to        string
	}{
		{"2012-02-29T00:00:00Z", "2012-02-29T00:00:00Z", 1, caldate.Clamp, "2013-02-28T00:00:00Z"},
		{"2012-02-29T23:59:59.9Z", "2012-02-29T00:00:00Z", 1, caldate.Clamp, "2013-02-28T00:00:00Z"},
		{"2012-02-29T12:00:00Z", "2012-02-29T00:00:00Z", 1, caldate.RollForward, "2013-03-01T00:00:00Z"},
		{"2012-02-29T12:00:00Z", "2012-02-29T00:00:00Z", 4, caldate.Clamp, "2016-02-29T00:00:00Z"},
		{"2011-03-01T12:00:00Z", "2011-03-01T00:00:00Z", 1, caldate.Clamp, "2012-03-01T00:00:00Z"},
		{"2012-02-28T16:00:00-08:00", "2012-02-29T00:00:00Z", 1, caldate.Clamp, "2013-02-28T00:00:00Z"},
		{"2012-03-01T05:44:59+05:45", "2012-02-29T00:00:00Z", 1, caldate.Clamp, "2013-02-28T00:00:00Z"},
		{"2012-03-01T13:59:59+14:00", "2012-02-29T00:00:00Z", 1, caldate.Clamp, "2013-02-28T00:00:00Z"},
		{"2012-02-29T12:00:00-12:00", "2012-03-01T00:00:00Z", 1, caldate.Clamp, "2013-03-01T00:00:00Z"},
		{"1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z", 8029, caldate.Clamp, "9999-01-01T00:00:00Z"},
	}
	for _, test := range tests {
		w, err := caldate.Validity(at(t, test.now), test.years, test.p)
		if want := (caldate.Window{From: at(t, test.from), To: at(t, test.to)}); err != nil || w != want {
			t.Errorf("Validity(%s, %d, %v) = %v, %v, want %v", test.now, test.years, test.p, w, err, want)
		}
	}
}

// LD-08, LD-09.
func TestValidityDays(t *testing.T) {
	tests := []struct {
		now  string
		days int
		to   string
	}{
		{"2012-02-29T23:00:00Z", 365, "2013-02-28T00:00:00Z"},
		{"2012-02-28T23:00:00-03:30", 366, "2013-03-01T00:00:00Z"},
		{"2011-02-28T00:00:00Z", 366, "2012-02-29T00:00:00Z"},
		{"2026-11-22T16:00:00Z", 1, "2026-11-23T00:00:00Z"},
	}
	for _, test := range tests {
		w, err := caldate.ValidityDays(at(t, test.now), test.days)
		if err != nil || !w.To.Equal(at(t, test.to)) || w.Length() != time.Duration(test.days)*24*time.Hour {
			t.Errorf("ValidityDays(%s, %d) = %v, %v, want the end %s", test.now, test.days, w, err, test.to)
		}
	}
}

func TestValidityErrors(t *testing.T) {
	now := at(t, "2012-02-29T12:00:00Z")
	tests := []struct {
		now   time.Time
		count int
		want  error
	}{
		{time.Time{}, 1, caldate.ErrZero},
		{at(t, "1969-12-31T23:59:59Z"), 1, caldate.ErrRange},
		{at(t, "9999-12-31T23:59:59-01:00"), 1, caldate.ErrRange},
		{now, 0, caldate.ErrLength},
		{now, -1, caldate.ErrLength},
		{now, math.MinInt, caldate.ErrLength},
		{now, math.MaxInt, caldate.ErrRange},
		{now, math.MaxInt/12 + 1, caldate.ErrRange}, // as months it overflows
		{at(t, "9999-12-31T12:00:00Z"), 1, caldate.ErrRange},
	}
	for _, test := range tests {
		if w, err := caldate.Validity(test.now, test.count, caldate.Clamp); !errors.Is(err, test.want) || w != (caldate.Window{}) {
			t.Errorf("Validity(%v, %d) = %v, %v, want %v", test.now, test.count, w, err, test.want)
		}
		if w, err := caldate.ValidityDays(test.now, test.count); !errors.Is(err, test.want) || w != (caldate.Window{}) {
			t.Errorf("ValidityDays(%v, %d) = %v, %v, want %v", test.now, test.count, w, err, test.want)
		}
	}
	if w, err := caldate.Validity(now, 1, 2); !errors.Is(err, caldate.ErrPolicy) || w != (caldate.Window{}) {
		t.Errorf("got %v, %v", w, err)
	}
}

// Both ends belong to the window, to the nanosecond.
//
// CX-07.
func TestContains(t *testing.T) {
	w := caldate.Window{From: at(t, "2012-02-29T00:00:00Z"), To: at(t, "2013-02-28T00:00:00Z")}
	kathmandu := time.FixedZone("", 5*3600+2700)
	tests := []struct {
		at   time.Time
		want bool
	}{
		{w.From.Add(-1), false},
		{w.From, true},
		{w.From.In(kathmandu), true},
		{w.From.Add(1), true},
		{w.To.Add(-1), true},
		{w.To, true},
		{w.To.In(kathmandu), true},
		{w.To.Add(1), false},
		{time.Time{}, false},
	}
	for _, test := range tests {
		if got := w.Contains(test.at); got != test.want {
			t.Errorf("%v contains %v: %v", w, test.at, got)
		}
	}
}

// A certificate is valid at the same instants as its window, as crypto/x509 has it:
// that of the blobs of 2013, for one, up to 20:29:53, so that of handshakes at full
// seconds the one at 20:29:54 is the first to fail.
//
// CX-07.
func TestContainsX509(t *testing.T) {
	w := caldate.Window{From: at(t, "2012-02-23T20:29:53Z"), To: at(t, "2013-02-22T20:29:53Z")}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: w.From, NotAfter: w.To, DNSNames: []string{"blob.example"}}
	der, err := x509.CreateCertificate(nil, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	roots := x509.NewCertPool()
	roots.AddCert(cert)
	for _, test := range []struct {
		at   time.Time
		want bool
	}{
		{w.From.Add(-1), false},
		{w.From, true},
		{w.To, true},
		{w.To.Add(1), false},
		{at(t, "2013-02-22T20:29:53Z"), true},
		{at(t, "2013-02-22T20:29:54Z"), false},
	} {
		_, err := cert.Verify(x509.VerifyOptions{Roots: roots, CurrentTime: test.at})
		if got := w.Contains(test.at); got != test.want || (err == nil) != test.want {
			t.Errorf("at %v: contained %t, verified %v, want %t", test.at, got, err, test.want)
		}
	}
}

// A window that is none is valid at no time, not even at its ends.
func TestContainsNothing(t *testing.T) {
	from, to := at(t, "2012-02-29T00:00:00Z"), at(t, "2013-02-28T00:00:00Z")
	for name, w := range map[string]caldate.Window{
		"zero":     {},
		"empty":    {From: from, To: from},
		"reversed": {From: to, To: from},
		"no start": {To: to},
		"no end":   {From: from},
	} {
		for _, at := range []time.Time{{}, w.From, w.To, from, from.Add(1), to} {
			if w.Contains(at) {
				t.Errorf("%s: %v contains %v", name, w, at)
			}
		}
	}
}

func TestValidate(t *testing.T) {
	from, to := at(t, "2012-02-29T00:00:00Z"), at(t, "2013-02-28T00:00:00Z")
	tests := []struct {
		name string
		w    caldate.Window
		want error
	}{
		{"good", caldate.Window{From: from, To: to}, nil},
		{"a nanosecond", caldate.Window{From: from, To: from.Add(1)}, nil},
		{"longer than a Duration", caldate.Window{From: from, To: at(t, "9999-12-31T23:59:59Z")}, nil},
		{"empty", caldate.Window{From: from, To: from}, caldate.ErrLength},
		{"empty in two zones", caldate.Window{From: from, To: from.In(time.FixedZone("", -12600))}, caldate.ErrLength},
		{"reversed", caldate.Window{From: to, To: from}, caldate.ErrLength},
		{"zero", caldate.Window{}, caldate.ErrZero},
		{"no start", caldate.Window{To: to}, caldate.ErrZero},
		{"no end", caldate.Window{From: from}, caldate.ErrZero},
		{"starts before 1970", caldate.Window{From: at(t, "1969-12-31T23:59:59Z"), To: to}, caldate.ErrRange},
		{"ends after 9999", caldate.Window{From: from, To: at(t, "9999-12-31T23:59:59Z").Add(time.Second)}, caldate.ErrRange},
	}
	for _, test := range tests {
		if err := test.w.Validate(); !errors.Is(err, test.want) {
			t.Errorf("%s: got %v, want %v", test.name, err, test.want)
		}
	}
	if got := (caldate.Window{From: from, To: at(t, "9999-12-31T23:59:59Z")}).Length(); got != math.MaxInt64 {
		t.Errorf("got %v, want the greatest Duration", got)
	}
}
