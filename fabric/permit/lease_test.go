package permit_test

import (
	"errors"
	"math"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/permit"
)

// TestExpiry restores protection at the exact instant, and for good, in
// whatever zone it was written. ST-05.
func TestExpiry(t *testing.T) {
	for _, zone := range []*time.Location{
		time.UTC,
		time.FixedZone("+05:45", 5*3600+45*60),
		time.FixedZone("-03:30", -3*3600-30*60),
		time.FixedZone("+14", 14*3600),
		time.FixedZone("-12", -12*3600),
		time.FixedZone("+00:19:32", 19*60+32),
	} {
		a, log := open()
		l := repair("disk1")
		end := l.Expires
		l.Expires = end.In(zone)
		must(t, a.Unprotect(morning.In(zone), l))
		p := authorized(t, a)
		if a.Protected(end.Add(-1), "disk1") {
			t.Errorf("%v: protected too early", zone)
		}
		err := p.Consume(end.In(zone), "format", "disk1", 7)
		want(t, err, permit.ErrExpired)
		want(t, err, permit.ErrProtected)
		if !a.Protected(end, "disk1") {
			t.Errorf("%v: not protected at its expiry", zone)
		}
		// A clock that is set back does not bring the lease back.
		if !a.Protected(morning, "disk1") {
			t.Errorf("%v: unprotected by an earlier time", zone)
		}
		want(t, p.Consume(morning, "format", "disk1", 7), permit.ErrExpired)
		expired := 0
		for _, r := range log.Records() {
			if r.Decision == permit.Expired {
				expired++
				if !r.Time.Equal(end) || r.Resource != "disk1" || r.Lease.Ticket != "T-1" {
					t.Errorf("%v: recorded as %v", zone, r)
				}
			}
		}
		if expired != 1 {
			t.Errorf("%v: %d expiries recorded", zone, expired)
		}
	}
}

// TestLeases refuses those that do not say why and until when. ST-05.
func TestLeases(t *testing.T) {
	a, _ := open()
	for name, spoil := range map[string]func(*permit.Lease){
		"no owner":   func(l *permit.Lease) { l.Owner = "" },
		"no reason":  func(l *permit.Lease) { l.Reason = " \t" },
		"no ticket":  func(l *permit.Lease) { l.Ticket = "\n" },
		"no expiry":  func(l *permit.Lease) { l.Expires = time.Time{} },
		"empty":      func(l *permit.Lease) { l.Expires = morning },
		"negative":   func(l *permit.Lease) { l.Expires = morning.Add(-1) },
		"before all": func(l *permit.Lease) { l.Expires = time.Date(-5, 1, 1, 0, 0, 0, 0, time.UTC) },
		"too long":   func(l *permit.Lease) { l.Expires = morning.Add(8*time.Hour + 1) },
		"for ever":   func(l *permit.Lease) { l.Expires = time.Unix(math.MaxInt64/2, 0) },
	} {
		l := repair("disk1")
		spoil(&l)
		if err := a.Unprotect(morning, l); !errors.Is(err, permit.ErrLease) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if !a.Protected(morning, "disk1") {
		t.Error("a refused lease unprotects")
	}
	l := repair("disk1")
	l.Expires = morning.Add(8 * time.Hour)
	must(t, a.Unprotect(morning, l))
	want(t, a.Unprotect(morning, repair("disk1")), permit.ErrLeased)
	open, err := a.Leases(morning)
	if err != nil || len(open) != 1 || open[0] != l {
		t.Errorf("open: %v, %v", open, err)
	}
}

// TestTimes refuses what is no time, and takes old ones.
func TestTimes(t *testing.T) {
	a, log := leased(t, "disk1")
	p := authorized(t, a)
	before := len(log.Records())
	bad := []time.Time{{}, time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(-44, 3, 15, 0, 0, 0, 0, time.UTC)}
	for _, now := range bad {
		want(t, a.Advance(now, 8), permit.ErrTime)
		want(t, a.Unprotect(now, repair("disk2")), permit.ErrTime)
		want(t, a.Renew(now, "disk1", "T-2", morning.Add(1)), permit.ErrTime)
		want(t, a.Release(now, "disk1"), permit.ErrTime)
		want(t, p.Consume(now, "format", "disk1", 7), permit.ErrTime)
		_, err := a.Authorize(now, "format", "disk1", order("disk1"))
		want(t, err, permit.ErrTime)
		_, err = a.Leases(now)
		want(t, err, permit.ErrTime)
		_, err = a.Snapshot(now)
		want(t, err, permit.ErrTime)
		want(t, a.Restore(now, permit.Snapshot{}), permit.ErrTime)
		if !a.Protected(now, "disk1") {
			t.Errorf("unprotected at %v", now)
		}
	}
	if got := len(log.Records()) - before; got != 7*len(bad) {
		t.Errorf("%d refusals recorded, want %d", got, 7*len(bad))
	}
	must(t, p.Consume(morning, "format", "disk1", 7))

	for _, now := range []time.Time{
		time.Date(1, 1, 1, 0, 0, 1, 0, time.UTC),
		time.Date(1969, 12, 31, 23, 59, 59, 0, time.UTC),
		time.Date(9999, 12, 30, 0, 0, 0, 0, time.UTC),
	} {
		a, err := permit.New(permit.Config{PerWindow: 1, PerGroup: 1, Window: 1, MaxLease: time.Hour, Audit: &permit.Log{}})
		must(t, err)
		must(t, a.Add("disk1", "rackA"))
		l := repair("disk1")
		l.Expires = now.Add(time.Minute)
		must(t, a.Unprotect(now, l))
		if a.Protected(now.Add(time.Minute-1), "disk1") || !a.Protected(now.Add(time.Minute), "disk1") {
			t.Errorf("the lease of %v does not last a minute", now)
		}
	}
}

// TestClock goes on from the latest time, not from one that comes behind it.
func TestClock(t *testing.T) {
	a, _ := leased(t, "disk1")
	must(t, a.Release(morning.Add(2*time.Hour), "disk1"))
	l := repair("disk1")
	l.Expires = morning.Add(2 * time.Hour)
	want(t, a.Unprotect(morning, l), permit.ErrLease)
}
