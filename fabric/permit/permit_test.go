package permit_test

import (
	"errors"
	"fmt"
	"math"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/permit"
)

// must ends the test if what it needs as a start fails.
func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// want checks what err wraps.
func want(t *testing.T, err, target error) {
	t.Helper()
	if !errors.Is(err, target) {
		t.Errorf("got error %v, want %v", err, target)
	}
}

// leased returns an authority in epoch 7 in which the disks are leased until
// noon.
func leased(t *testing.T, disks ...permit.Resource) (*permit.Authority, *permit.Log) {
	t.Helper()
	a, log := open()
	for _, d := range disks {
		must(t, a.Unprotect(morning, repair(d)))
	}
	return a, log
}

// authorized returns a permit to format disk1.
func authorized(t *testing.T, a *permit.Authority) *permit.Permit {
	t.Helper()
	p, err := a.Authorize(morning, "format", "disk1", order("disk1"))
	must(t, err)
	return p
}

// TestConfig refuses limits that were left out.
func TestConfig(t *testing.T) {
	good := permit.Config{PerWindow: 2, PerGroup: 1, Window: 1, MaxLease: 1, Audit: &permit.Log{}}
	if _, err := permit.New(good); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*permit.Config){
		"no cap":          func(c *permit.Config) { c.PerWindow = 0 },
		"no group cap":    func(c *permit.Config) { c.PerGroup = 0 },
		"negative cap":    func(c *permit.Config) { c.PerWindow, c.PerGroup = -1, -2 },
		"group over all":  func(c *permit.Config) { c.PerGroup = 3 },
		"empty window":    func(c *permit.Config) { c.Window = 0 },
		"negative window": func(c *permit.Config) { c.Window = -time.Hour },
		"no lease":        func(c *permit.Config) { c.MaxLease = 0 },
		"negative lease":  func(c *permit.Config) { c.MaxLease = -1 },
		"no sink":         func(c *permit.Config) { c.Audit = nil },
	} {
		c := good
		spoil(&c)
		a, err := permit.New(c)
		if a != nil || !errors.Is(err, permit.ErrConfig) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestZeroAuthority protects everything, whatever is asked of it. ST-04.
func TestZeroAuthority(t *testing.T) {
	var a permit.Authority
	must(t, a.Add("disk1", "rackA"))
	want(t, a.Unprotect(morning, repair("disk1")), permit.ErrLease)
	want(t, a.Advance(morning, 1), permit.ErrAudit)
	_, err := a.Authorize(morning, "format", "disk1", order("disk1"))
	want(t, err, permit.ErrEpoch)
	if !a.Protected(morning, "disk1") || a.Epoch() != 0 {
		t.Error("the zero Authority unprotects")
	}
}

// TestResources covers those that come, go and are not there. ST-04.
func TestResources(t *testing.T) {
	a, _ := leased(t, "disk1")
	must(t, a.Add("disk1", "rackA"))
	if a.Protected(morning, "disk1") {
		t.Error("adding a resource again ended its lease")
	}
	want(t, a.Add("disk1", "rackB"), permit.ErrResource)
	want(t, a.Add(" ", "rackB"), permit.ErrResource)
	want(t, a.Add("disk9", ""), permit.ErrResource)
	want(t, a.Remove(morning, "disk1"), permit.ErrLeased)
	want(t, a.Remove(morning, "disk9"), permit.ErrUnknown)
	want(t, a.Remove(time.Time{}, "disk2"), permit.ErrTime)
	must(t, a.Remove(morning, "disk2"))
	want(t, a.Unprotect(morning, repair("disk2")), permit.ErrUnknown)
	want(t, a.Release(morning, "disk2"), permit.ErrUnknown)
	want(t, a.Renew(morning, "disk2", "T-9", morning.Add(1)), permit.ErrUnknown)
	_, err := a.Authorize(morning, "format", "disk2", order("disk2"))
	want(t, err, permit.ErrUnknown)
}

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

// TestPreconditions takes away each of what a destruction needs, one at a time.
// ST-04, ST-09, ST-10.
func TestPreconditions(t *testing.T) {
	type request struct {
		a        *permit.Authority
		now      time.Time
		action   permit.Action
		resource permit.Resource
		intent   permit.Intent
		epoch    uint64
		before   func() // between Authorize and Consume
	}
	run := func(t *testing.T, spoil func(*request)) (authorize, consume error) {
		a, _ := leased(t, "disk1")
		r := request{a: a, now: morning, action: "format", resource: "disk1", intent: order("disk1"), epoch: 7, before: func() {}}
		spoil(&r)
		p, err := r.a.Authorize(r.now, "format", "disk1", r.intent)
		if err != nil {
			return err, p.Consume(r.now, r.action, r.resource, r.epoch)
		}
		r.before()
		return nil, p.Consume(r.now, r.action, r.resource, r.epoch)
	}
	if authorize, consume := run(t, func(*request) {}); authorize != nil || consume != nil {
		t.Fatal(authorize, consume)
	}
	for name, c := range map[string]struct {
		spoil              func(*request)
		authorize, consume error
	}{
		"intent":          {func(r *request) { r.intent.ID = "" }, permit.ErrIntent, permit.ErrPermit},
		"intent action":   {func(r *request) { r.intent.Action = "reboot" }, permit.ErrIntent, permit.ErrPermit},
		"intent resource": {func(r *request) { r.intent.Resource = "disk2" }, permit.ErrIntent, permit.ErrPermit},
		"lease":           {func(r *request) { must(t, r.a.Release(r.now, "disk1")) }, permit.ErrProtected, permit.ErrPermit},
		"known":           {func(r *request) { r.a = new(permit.Authority) }, permit.ErrUnknown, permit.ErrPermit},
		"action":          {func(r *request) { r.action = "reboot" }, nil, permit.ErrPermit},
		"resource":        {func(r *request) { r.resource = "disk2" }, nil, permit.ErrPermit},
		"old epoch":       {func(r *request) { r.epoch = 6 }, nil, permit.ErrEpoch},
		"later epoch":     {func(r *request) { r.epoch = 8 }, nil, permit.ErrEpoch},
		"primary": {func(r *request) {
			r.before = func() { must(t, r.a.Advance(r.now, 8)) }
		}, nil, permit.ErrEpoch},
		"new primary": {func(r *request) {
			r.before = func() { must(t, r.a.Advance(r.now, 8)); r.epoch = 8 }
		}, nil, permit.ErrEpoch},
		"released": {func(r *request) {
			r.before = func() { must(t, r.a.Release(r.now, "disk1")) }
		}, nil, permit.ErrProtected},
		"leased again": {func(r *request) {
			r.before = func() {
				must(t, r.a.Release(r.now, "disk1"))
				must(t, r.a.Unprotect(r.now, repair("disk1")))
			}
		}, nil, permit.ErrProtected},
		"expired": {func(r *request) {
			r.before = func() { r.now = morning.Add(3 * time.Hour) }
		}, nil, permit.ErrExpired},
	} {
		t.Run(name, func(t *testing.T) {
			authorize, consume := run(t, c.spoil)
			if !errors.Is(authorize, c.authorize) || !errors.Is(consume, c.consume) {
				t.Errorf("Authorize: %v, Consume: %v", authorize, consume)
			}
		})
	}
}

// TestEpochs begin once, in order, whoever says so: of two primaries with the
// same term, one is refused. ST-08, ST-09.
func TestEpochs(t *testing.T) {
	a, _ := leased(t, "disk1")
	for _, epoch := range []uint64{0, 1, 6, 7} {
		want(t, a.Advance(morning, epoch), permit.ErrEpoch)
	}
	must(t, a.Advance(morning, math.MaxUint64))
	want(t, a.Advance(morning, math.MaxUint64), permit.ErrEpoch)
	if a.Epoch() != math.MaxUint64 {
		t.Errorf("epoch %d", a.Epoch())
	}
	must(t, authorized(t, a).Consume(morning, "format", "disk1", math.MaxUint64))
}

// TestGroups opens one at a time: until the lease of what was destroyed ends,
// or nothing can be destroyed any more. ST-11.
func TestGroups(t *testing.T) {
	ask := func(a *permit.Authority, now time.Time, disk permit.Resource) error {
		_, err := a.Authorize(now, "format", disk, order(disk))
		return err
	}
	noon := morning.Add(3 * time.Hour)
	late := repair("disk3")
	late.Expires = noon.Add(time.Hour)

	a, _ := leased(t, "disk1", "disk2")
	must(t, a.Unprotect(morning, late))
	p := authorized(t, a)
	want(t, ask(a, morning, "disk3"), permit.ErrGroup)
	must(t, ask(a, morning, "disk2"))
	must(t, p.Consume(morning, "format", "disk1", 7))
	must(t, a.Release(morning, "disk2"))
	want(t, ask(a, morning, "disk3"), permit.ErrGroup)
	want(t, ask(a, noon.Add(-1), "disk3"), permit.ErrGroup)
	must(t, ask(a, noon, "disk3"))

	// Permits of an earlier epoch are no reason to wait; what was done is.
	b, _ := leased(t, "disk1", "disk3")
	authorized(t, b)
	must(t, b.Advance(morning, 8))
	must(t, ask(b, morning, "disk3"))
	c, _ := leased(t, "disk1", "disk3")
	must(t, authorized(t, c).Consume(morning, "format", "disk1", 7))
	must(t, c.Advance(morning, 8))
	want(t, ask(c, morning, "disk3"), permit.ErrGroup)
	must(t, c.Release(morning, "disk1"))
	must(t, ask(c, morning, "disk3"))
}

// TestCaps counts permits of a sliding window, consumed or not. ST-11.
func TestCaps(t *testing.T) {
	a, _ := leased(t, "disk1", "disk2", "disk3")
	at := func(d time.Duration, disk permit.Resource) error {
		_, err := a.Authorize(morning.Add(d), "format", disk, order(disk))
		return err
	}
	must(t, at(0, "disk1"))
	must(t, at(time.Minute, "disk1"))
	want(t, at(2*time.Minute, "disk2"), permit.ErrCap)
	must(t, a.Release(morning.Add(3*time.Minute), "disk1"))
	must(t, at(4*time.Minute, "disk3"))
	want(t, at(5*time.Minute, "disk3"), permit.ErrCap) // 3 in all
	want(t, at(time.Hour-1, "disk3"), permit.ErrCap)
	must(t, at(time.Hour, "disk3"))
	want(t, at(time.Hour, "disk3"), permit.ErrCap)
}

// failing is a sink that refuses while it is told to.
type failing struct {
	permit.Log
	err error
}

func (f *failing) Record(r permit.Record) error {
	if f.err != nil {
		return f.err
	}
	return f.Log.Record(r)
}

// TestAudit grants nothing that is not recorded, and protects all the same.
func TestAudit(t *testing.T) {
	full := errors.New("disk full")
	sink := &failing{}
	a, err := permit.New(permit.Config{PerWindow: 9, PerGroup: 9, Window: 1, MaxLease: 8 * time.Hour, Audit: sink})
	must(t, err)
	for _, d := range []permit.Resource{"disk1", "disk2", "disk3"} {
		must(t, a.Add(d, "rackA"))
	}
	must(t, a.Advance(morning, 7))
	must(t, a.Unprotect(morning, repair("disk1")))
	must(t, a.Unprotect(morning, repair("disk2")))
	p := authorized(t, a)
	noon := morning.Add(3 * time.Hour)

	sink.err = full
	for _, err := range []error{
		a.Advance(morning, 8),
		a.Unprotect(morning, repair("disk3")),
		a.Renew(morning, "disk1", "T-2", noon.Add(1)),
		p.Consume(morning, "format", "disk1", 7),
		a.Release(morning, "disk2"),
	} {
		want(t, err, permit.ErrAudit)
		want(t, err, full)
	}
	if _, err := a.Authorize(morning, "format", "disk1", order("disk1")); !errors.Is(err, permit.ErrAudit) {
		t.Errorf("authorized without a record: %v", err)
	}
	err = a.Release(morning, "disk2")
	want(t, err, permit.ErrProtected)
	want(t, err, full)
	if !a.Protected(morning, "disk2") || !a.Protected(morning, "disk3") || a.Protected(noon.Add(-1), "disk1") || a.Epoch() != 7 {
		t.Error("an error of the sink changed what is protected")
	}
	if !a.Protected(noon, "disk1") {
		t.Error("no expiry without a sink")
	}

	sink.err = nil
	must(t, a.Advance(noon.Add(time.Hour), 8))
	records := sink.Records()
	last := records[len(records)-2:]
	if last[0].Decision != permit.Expired || !last[0].Time.Equal(noon) || last[1].Verb != permit.VerbAdvance {
		t.Errorf("the expiry was not recorded afterwards: %v", last)
	}
}

// TestLog keeps as much as it is told to, oldest first.
func TestLog(t *testing.T) {
	log := permit.Log{Keep: 2}
	for i := range uint64(5) {
		must(t, log.Record(permit.Record{Permit: i}))
	}
	got := log.Records()
	if len(got) != 2 || got[0].Permit != 3 || got[1].Permit != 4 {
		t.Errorf("kept %v", got)
	}
	got[0].Permit = 9
	if log.Records()[0].Permit != 3 {
		t.Error("Records returns no copy")
	}
	r := permit.Record{Time: morning, Verb: permit.VerbRelease, Err: fmt.Errorf("%w: a\nb", permit.ErrUnknown), Resource: "x\ny"}
	if got, want := r.String(), `2012-12-28T09:00:00Z release refused resource="x\ny": "permit: unknown resource: a\nb"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := permit.Decision(9).String(); got != "Decision(9)" {
		t.Error(got)
	}
}

// TestRace consumes copies of one permit at the same time: one succeeds. ST-04.
func TestRace(t *testing.T) {
	a, log := leased(t, "disk1")
	p := authorized(t, a)
	var done sync.WaitGroup
	var consumed atomic.Int32
	for i := range 16 {
		done.Go(func() {
			twin := *p
			if twin.Consume(morning.Add(time.Duration(i)), "format", "disk1", 7) == nil {
				consumed.Add(1)
			}
			a.Protected(morning, "disk1")
			log.Records()
		})
	}
	done.Wait()
	if consumed.Load() != 1 {
		t.Errorf("consumed %d times", consumed.Load())
	}
}
