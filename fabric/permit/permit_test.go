package permit_test

import (
	"errors"
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

// TestGrantedBy: a permit of an authority that somebody made for the purpose is told from
// one of the authority that counts. ST-04.
func TestGrantedBy(t *testing.T) {
	a, _ := leased(t, "disk1")
	forger, _ := leased(t, "disk1")
	p, forged := authorized(t, a), authorized(t, forger)
	twin := *p
	for name, c := range map[string]struct {
		p    *permit.Permit
		a    *permit.Authority
		want bool
	}{
		"its own":      {p, a, true},
		"a copy":       {&twin, a, true},
		"forged":       {forged, a, false},
		"of the other": {p, forger, false},
		"zero":         {new(permit.Permit), a, false},
		"nil":          {nil, a, false},
		"of nobody":    {p, nil, false},
		"nil of nil":   {nil, nil, false},
	} {
		if got := c.p.GrantedBy(c.a); got != c.want {
			t.Errorf("%s: %t", name, got)
		}
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
