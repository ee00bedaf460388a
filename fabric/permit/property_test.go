package permit_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/leapguard/leapguard/fabric/permit"
)

// racks is what the machine knows; the last disk is unknown to the authority.
var racks = map[permit.Resource]permit.Group{"a1": "A", "a2": "A", "b1": "B", "b2": "B", "c1": "C", "x": ""}

const (
	perWindow, perGroup = 4, 2
	window              = 10 * time.Minute
	maxLease            = 30 * time.Minute
)

// held is a permit as the machine remembers it.
type held struct {
	permit   *permit.Permit
	at       time.Time
	action   permit.Action
	resource permit.Resource
	epoch    uint64
	lease    int // the number of the lease
	consumed bool
}

// machine drives an authority at random, beside a model of it in which nothing
// is ever deleted: whether a lease is open is computed from its history.
type machine struct {
	authority *permit.Authority
	log       *permit.Log
	now       time.Time
	epoch     uint64
	floor     uint64
	leases    int                     // how many there were
	lease     map[permit.Resource]int // the number of the latest, from 1
	expires   map[int]time.Time       // of each lease; the zero time once released
	permits   []*held                 // of this authority and, before a restart, of others
	granted   map[permit.Group][]time.Time
	used      map[int]bool // leases under which a permit was consumed
	done      map[permit.Resource]int
}

func (m *machine) start(t *rapid.T) {
	m.log = &permit.Log{}
	a, err := permit.New(permit.Config{PerWindow: perWindow, PerGroup: perGroup, Window: window, MaxLease: maxLease, Audit: m.log})
	if err != nil {
		t.Fatal(err)
	}
	for r, g := range racks {
		if g == "" {
			continue
		}
		if err := a.Add(r, g); err != nil {
			t.Fatal(err)
		}
	}
	m.authority = a
}

func (m *machine) open(lease int) bool { return m.expires[lease].After(m.now) }

func (m *machine) unprotected(r permit.Resource) bool { return m.open(m.lease[r]) }

// openGroups are those where a permit can still be consumed, or was, under a
// lease that is open.
func (m *machine) openGroups() map[permit.Group]bool {
	open := make(map[permit.Group]bool)
	for _, p := range m.permits {
		if m.open(p.lease) && (m.used[p.lease] || p.epoch == m.epoch && !p.consumed) {
			open[racks[p.resource]] = true
		}
	}
	return open
}

func (m *machine) recent(g permit.Group) (inGroup, inAll int) {
	for group, times := range m.granted {
		for _, at := range times {
			if m.now.Sub(at) < window {
				inAll++
				if group == g {
					inGroup++
				}
			}
		}
	}
	return inGroup, inAll
}

func disk(t *rapid.T) permit.Resource {
	return rapid.SampledFrom([]permit.Resource{"a1", "a1", "a2", "b1", "c1", "x"}).Draw(t, "disk")
}

// leasedDisk is one that has a lease, if there is one, and else any.
func (m *machine) leasedDisk(t *rapid.T) permit.Resource {
	var open []permit.Resource
	for _, r := range slices.Sorted(maps.Keys(racks)) {
		if m.unprotected(r) {
			open = append(open, r)
		}
	}
	if len(open) == 0 || rarely(t) {
		return disk(t)
	}
	return rapid.SampledFrom(open).Draw(t, "leased")
}

// rarely is true now and then.
func rarely(t *rapid.T) bool { return rapid.IntRange(0, 9).Draw(t, "rarely") == 9 }

// ticket is rarely left out.
func ticket(t *rapid.T) string {
	if rarely(t) {
		return ""
	}
	return "T-1"
}

// length is that of a lease, rarely none that is allowed.
func length(t *rapid.T) time.Duration {
	if rarely(t) {
		return rapid.SampledFrom([]time.Duration{-1, 0, maxLease, maxLease + 1}).Draw(t, "length")
	}
	return minutes(t, "length", 1, 30)
}

func action(t *rapid.T) permit.Action {
	return rapid.SampledFrom([]permit.Action{"format", "reboot"}).Draw(t, "action")
}

func minutes(t *rapid.T, name string, from, to int) time.Duration {
	return time.Duration(rapid.IntRange(from, to).Draw(t, name)) * time.Minute
}

// expect compares what the authority decided with the model.
func expect(t *rapid.T, what string, err error, allowed bool) {
	t.Helper()
	if (err == nil) != allowed {
		t.Fatalf("%s: %v, though the model says %v", what, err, allowed)
	}
}

func (m *machine) Pass(t *rapid.T) { m.now = m.now.Add(minutes(t, "minutes", 0, 6)) }

func (m *machine) Unprotect(t *rapid.T) {
	r, d, ticket := disk(t), length(t), ticket(t)
	err := m.authority.Unprotect(m.now, permit.Lease{Resource: r, Owner: "o", Reason: "r", Ticket: ticket, Expires: m.now.Add(d)})
	expect(t, "unprotect "+string(r), err, racks[r] != "" && !m.unprotected(r) && d > 0 && d <= maxLease && ticket != "")
	if err == nil {
		m.leases++
		m.lease[r], m.expires[m.leases] = m.leases, m.now.Add(d)
	}
}

func (m *machine) Renew(t *rapid.T) {
	r, d, ticket := m.leasedDisk(t), length(t), ticket(t)
	err := m.authority.Renew(m.now, r, ticket, m.now.Add(d))
	expect(t, "renew "+string(r), err, m.unprotected(r) && d > 0 && d <= maxLease && ticket != "")
	if err == nil {
		m.expires[m.lease[r]] = m.now.Add(d)
	}
}

func (m *machine) Release(t *rapid.T) {
	r := m.leasedDisk(t)
	err := m.authority.Release(m.now, r)
	expect(t, "release "+string(r), err, m.unprotected(r))
	if err == nil {
		m.expires[m.lease[r]] = time.Time{}
	}
}

func (m *machine) Advance(t *rapid.T) {
	if m.epoch > 0 && !rarely(t) {
		t.Skip("seldom enough to let something happen in between")
	}
	epoch := m.floor + uint64(rapid.IntRange(0, 2).Draw(t, "terms"))
	err := m.authority.Advance(m.now, epoch)
	expect(t, "advance", err, epoch > m.floor)
	if err == nil {
		m.epoch, m.floor = epoch, epoch
	}
}

func (m *machine) Authorize(t *rapid.T) {
	act, r := action(t), m.leasedDisk(t)
	why := permit.Intent{ID: "i", Action: act, Resource: r}
	if rarely(t) {
		why.Resource = "another"
	}
	open := m.openGroups()
	delete(open, racks[r])
	inGroup, inAll := m.recent(racks[r])
	p, err := m.authority.Authorize(m.now, act, r, why)
	expect(t, fmt.Sprintf("authorize %s of %s", act, r), err,
		why.Resource == r && m.epoch > 0 && m.unprotected(r) && len(open) == 0 && inGroup < perGroup && inAll < perWindow)
	if err == nil {
		m.permits = append(m.permits, &held{permit: p, at: m.now, action: act, resource: r, epoch: m.epoch, lease: m.lease[r]})
		m.granted[racks[r]] = append(m.granted[racks[r]], m.now)
	}
}

func (m *machine) Consume(t *rapid.T) {
	if len(m.permits) == 0 {
		t.Skip("no permits yet")
	}
	h := m.permits[len(m.permits)-1]
	if rapid.Bool().Draw(t, "older") {
		h = rapid.SampledFrom(m.permits).Draw(t, "permit")
	}
	act, r, epoch := h.action, h.resource, m.epoch
	switch rapid.IntRange(0, 9).Draw(t, "spoil") {
	case 7:
		act = action(t)
	case 8:
		r = disk(t)
	case 9:
		epoch = h.epoch
	}
	twin := *h.permit
	err := twin.Consume(m.now, act, r, epoch)
	expect(t, fmt.Sprintf("consume %s of %s", act, r), err,
		act == h.action && r == h.resource && epoch == m.epoch && h.epoch == m.epoch && !h.consumed && m.open(h.lease))
	if err == nil {
		h.consumed, m.used[h.lease] = true, true
		m.done[r]++
	}
}

// Restart loads what was stored, maybe long ago, into a new authority. The
// permits of the old one are tried no more: whoever has them is another process.
func (m *machine) Restart(t *rapid.T) {
	if !rarely(t) {
		t.Skip("seldom enough to let something happen in between")
	}
	s, err := m.authority.Snapshot(m.now)
	if err != nil {
		t.Fatal(err)
	}
	m.now = m.now.Add(minutes(t, "down", 0, 5))
	m.start(t)
	if err := m.authority.Restore(m.now, s); err != nil {
		t.Fatal(err)
	}
	for _, r := range m.log.Records() {
		if r.Permit != 0 || r.Action != "" {
			t.Fatalf("restoring did %v", r)
		}
	}
	m.epoch, m.done = 0, make(map[permit.Resource]int)
	kept := m.permits[:0:0]
	for _, h := range m.permits {
		if h.consumed { // still counts for its group
			kept = append(kept, h)
		}
	}
	m.permits = kept
}

// Check looks at the whole after every step.
func (m *machine) Check(t *rapid.T) {
	if m.epoch != m.authority.Epoch() {
		t.Fatalf("epoch %d, want %d", m.authority.Epoch(), m.epoch)
	}
	for r := range racks {
		if got, want := m.authority.Protected(m.now, r), !m.unprotected(r); got != want {
			t.Fatalf("%s protected: %v, want %v", r, got, want)
		}
	}
	if open := m.openGroups(); len(open) > 1 {
		t.Fatalf("open groups: %v", open)
	}
	m.checkTrail(t)
}

// checkTrail reads from the audit trail alone that each permit was granted
// before it was consumed, once, for the same, and that times do not go back.
func (m *machine) checkTrail(t *rapid.T) {
	granted := make(map[uint64]permit.Record)
	done := make(map[permit.Resource]int)
	for _, r := range m.log.Records() {
		if (r.Decision == permit.Refused) != (r.Err != nil) {
			t.Fatalf("no reason, or one too many: %v", r)
		}
		switch {
		case r.Verb == permit.VerbAuthorize && r.Decision == permit.Granted:
			granted[r.Permit] = r
		case r.Decision == permit.Consumed:
			g, ok := granted[r.Permit]
			if !ok || g.Action != r.Action || g.Resource != r.Resource || g.Epoch != r.Epoch || r.Time.Before(g.Time) {
				t.Fatalf("consumed %v, granted %v", r, g)
			}
			if !r.Time.Before(r.Lease.Expires) {
				t.Fatalf("consumed after the lease: %v", r)
			}
			delete(granted, r.Permit)
			done[r.Resource]++
		}
	}
	for r := range racks {
		if done[r] != m.done[r] {
			t.Fatalf("%d consumptions of %s recorded, %d made", done[r], r, m.done[r])
		}
	}
}

// TestMachine compares an authority with its model after every one of many
// random steps: nothing is destroyed without a lease, an intent, a permit of
// this epoch, and room. ST-04, ST-05, ST-08, ST-09, ST-10, ST-11.
func TestMachine(t *testing.T) {
	for range 10 { // of 100 runs each
		rapid.Check(t, func(t *rapid.T) {
			m := &machine{
				now: morning, lease: make(map[permit.Resource]int), expires: make(map[int]time.Time),
				granted: make(map[permit.Group][]time.Time), used: make(map[int]bool), done: make(map[permit.Resource]int),
			}
			m.start(t)
			t.Repeat(rapid.StateMachineActions(m))
		})
	}
}
