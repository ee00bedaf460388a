package stamp_test

import (
	"errors"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/permit"
	"github.com/leapguard/leapguard/fabric/stamp"
)

var now = time.Date(2026, time.November, 22, 9, 0, 0, 0, time.UTC)

// A bench is a stamp with a node, n0, that came back from repair, and all that it
// takes to prepare it.
type bench struct {
	*stamp.Stamp
	authority *permit.Authority
	permit    *permit.Permit
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{Stamp: build(t, 9, 3, 90)}
	var err error
	b.authority, err = permit.New(permit.Config{PerWindow: 4, PerGroup: 2, Window: time.Hour, MaxLease: 24 * time.Hour, Audit: new(permit.Log)})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		b.authority.Add("n0", "d0"),
		b.authority.Add("n1", "d1"),
		b.authority.Advance(now, 1),
		b.Fence(1),
		b.authority.Unprotect(now, permit.Lease{Resource: "n0", Owner: "repair", Reason: "disk replaced", Ticket: "T1", Expires: now.Add(time.Hour)}),
		b.TakeOut("n0"), b.Return("n0"), b.Lift("n0"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	b.permit, err = b.authority.Authorize(now, stamp.Prepare, "n0", permit.Intent{ID: "I1", Action: stamp.Prepare, Resource: "n0"})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// state returns what is known of a node.
func (b *bench) state(id stamp.NodeID) stamp.Node {
	for _, n := range b.Nodes() {
		if n.ID == id {
			return n
		}
	}
	return stamp.Node{}
}

// TestPrepare: a node for which everything speaks is prepared once, and is protected
// in service. ST-05, ST-06, ST-10.
func TestPrepare(t *testing.T) {
	b := newBench(t)
	if err := b.Prepare(now, "n0", b.permit, 1); err != nil {
		t.Fatal(err)
	}
	if n := b.state("n0"); n.State != stamp.InService || n.Unprotected {
		t.Errorf("%+v, want it in service and protected", n)
	}
	if err := b.Prepare(now, "n0", b.permit, 1); !errors.Is(err, stamp.ErrState) {
		t.Errorf("prepared again: %v", err)
	}
}

// TestPreconditions: without any one of them nothing is prepared. ST-04, ST-10, ST-11.
func TestPreconditions(t *testing.T) {
	for _, test := range []struct {
		name string
		miss func(t *testing.T, b *bench) error // what goes wrong, and what Prepare says
		want error
	}{
		{"permit", func(_ *testing.T, b *bench) error { return b.Prepare(now, "n0", nil, 1) }, permit.ErrPermit},
		{"zero permit", func(_ *testing.T, b *bench) error { return b.Prepare(now, "n0", new(permit.Permit), 1) }, permit.ErrPermit},
		{"used permit", func(t *testing.T, b *bench) error {
			if err := b.permit.Consume(now, stamp.Prepare, "n0", 1); err != nil {
				t.Fatal(err)
			}
			return b.Prepare(now, "n0", b.permit, 1)
		}, permit.ErrConsumed},
		{"epoch of the caller", func(_ *testing.T, b *bench) error { return b.Prepare(now, "n0", b.permit, 2) }, stamp.ErrEpoch},
		{"old primary", func(t *testing.T, b *bench) error {
			if err := b.Fence(2); err != nil {
				t.Fatal(err)
			}
			return b.Prepare(now, "n0", b.permit, 1)
		}, stamp.ErrEpoch},
		{"permit of an old primary", func(t *testing.T, b *bench) error {
			for _, err := range []error{b.authority.Advance(now, 2), b.Fence(2)} {
				if err != nil {
					t.Fatal(err)
				}
			}
			return b.Prepare(now, "n0", b.permit, 2)
		}, permit.ErrEpoch},
		{"expired lease", func(_ *testing.T, b *bench) error { return b.Prepare(now.Add(time.Hour), "n0", b.permit, 1) }, permit.ErrExpired},
		{"released lease", func(t *testing.T, b *bench) error {
			if err := b.authority.Release(now, "n0"); err != nil {
				t.Fatal(err)
			}
			return b.Prepare(now, "n0", b.permit, 1)
		}, permit.ErrProtected},
		{"protection", func(t *testing.T, b *bench) error {
			if err := b.Protect("n0"); err != nil {
				t.Fatal(err)
			}
			return b.Prepare(now, "n0", b.permit, 1)
		}, stamp.ErrProtected},
		{"state", func(_ *testing.T, b *bench) error { return b.Prepare(now, "n1", b.permit, 1) }, stamp.ErrState},
		{"known node", func(_ *testing.T, b *bench) error { return b.Prepare(now, "x", b.permit, 1) }, stamp.ErrUnknown},
		{"another node", func(t *testing.T, b *bench) error {
			for _, err := range []error{b.TakeOut("n1"), b.Return("n1"), b.Lift("n1")} {
				if err != nil {
					t.Fatal(err)
				}
			}
			return b.Prepare(now, "n1", b.permit, 1)
		}, permit.ErrPermit},
		{"idle volumes", func(t *testing.T, b *bench) error {
			release, err := b.Open("n0", 1)
			if err != nil {
				t.Fatal(err)
			}
			defer release()
			return b.Prepare(now, "n0", b.permit, 1)
		}, stamp.ErrInUse},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := newBench(t)
			if err := test.miss(t, b); !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
			if n := b.state("n0"); n.State != stamp.Returned {
				t.Errorf("n0 is %s", n.State)
			}
			if lost := b.Lost(); len(lost) > 0 {
				t.Errorf("lost %v", lost)
			}
		})
	}
}

// TestFence: terms only grow.
func TestFence(t *testing.T) {
	s := stamp.New()
	if err := s.Fence(3); err != nil {
		t.Fatal(err)
	}
	for _, epoch := range []uint64{0, 2, 3} {
		if err := s.Fence(epoch); !errors.Is(err, stamp.ErrEpoch) {
			t.Errorf("%d after 3: %v", epoch, err)
		}
	}
}

// TestSameDomain: while copies of one domain are missing, its own nodes can be prepared,
// or nothing could take them. ST-11.
func TestSameDomain(t *testing.T) {
	s := build(t, 3, 3, 10)
	if err := s.AddNode("n3", "d0", 1); err != nil {
		t.Fatal(err)
	}
	authority, err := permit.New(permit.Config{PerWindow: 4, PerGroup: 4, Window: time.Hour, MaxLease: time.Hour, Audit: new(permit.Log)})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		authority.Add("n0", "d0"), authority.Advance(now, 1), s.Fence(1),
		authority.Unprotect(now, permit.Lease{Resource: "n0", Owner: "repair", Reason: "disk replaced", Ticket: "T1", Expires: now.Add(time.Hour)}),
		s.TakeOut("n0"), s.Return("n0"), s.Lift("n0"), s.TakeOut("n3"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if got := len(s.Degraded()); got != 10 {
		t.Fatalf("%d extents are degraded, want 10", got)
	}
	p, err := authority.Authorize(now, stamp.Prepare, "n0", permit.Intent{ID: "I1", Action: stamp.Prepare, Resource: "n0"})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Prepare(now, "n0", p, 1); err != nil {
		t.Fatal(err)
	}
	if made := s.Repair(); made != 10 || len(s.Degraded()) > 0 || len(s.Lost()) > 0 {
		t.Errorf("%d copies made, %d extents are degraded", made, len(s.Degraded()))
	}
}

// TestLastCopies: a node that still has copies, for there was no room elsewhere, is
// not prepared, nor one while another domain lacks copies. ST-10, ST-11.
func TestLastCopies(t *testing.T) {
	s := build(t, 3, 3, 10)
	authority, err := permit.New(permit.Config{PerWindow: 4, PerGroup: 4, Window: time.Hour, MaxLease: time.Hour, Audit: new(permit.Log)})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		authority.Add("n0", "d0"), authority.Advance(now, 1), s.Fence(1),
		authority.Unprotect(now, permit.Lease{Resource: "n0", Owner: "repair", Reason: "disk replaced", Ticket: "T1", Expires: now.Add(time.Hour)}),
		s.TakeOut("n0"), s.Return("n0"), s.Lift("n0"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	p, err := authority.Authorize(now, stamp.Prepare, "n0", permit.Intent{ID: "I1", Action: stamp.Prepare, Resource: "n0"})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Prepare(now, "n0", p, 1); !errors.Is(err, stamp.ErrInUse) {
		t.Errorf("with copies on it: %v", err)
	}
	if len(s.Degraded()) != 10 {
		t.Errorf("%d extents are degraded, want 10", len(s.Degraded()))
	}

	// n3 takes over, but then n1 goes out, and there is no room for its copies.
	if err := s.AddNode("n3", "d0", 1); err != nil {
		t.Fatal(err)
	}
	s.Repair()
	if err := s.TakeOut("n1"); err != nil {
		t.Fatal(err)
	}
	if err := s.Prepare(now, "n0", p, 1); !errors.Is(err, stamp.ErrDegraded) {
		t.Errorf("while copies of n1 are missing: %v", err)
	}
	if err := s.AddNode("n4", "d1", 1); err != nil {
		t.Fatal(err)
	}
	s.Repair()
	if err := s.Prepare(now, "n0", p, 1); err != nil {
		t.Errorf("when all is well: %v", err)
	}
}
