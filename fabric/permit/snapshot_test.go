package permit_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/permit"
)

// fresh returns an authority as after a restart: it knows the disks, and that
// is all.
func fresh(t *testing.T) (*permit.Authority, *permit.Log) {
	t.Helper()
	log := &permit.Log{}
	a, err := permit.New(permit.Config{PerWindow: 3, PerGroup: 2, Window: time.Hour, MaxLease: 8 * time.Hour, Audit: log})
	must(t, err)
	for disk, rack := range map[permit.Resource]permit.Group{"disk1": "rackA", "disk2": "rackA", "disk3": "rackB"} {
		must(t, a.Add(disk, rack))
	}
	return a, log
}

// TestSnapshotZones: times are kept in UTC, so that an encoding without zones of odd
// seconds, such as JSON, does not move the expiry of a lease. ST-05.
func TestSnapshotZones(t *testing.T) {
	for _, seconds := range []int{19*60 + 32, -1, 5*3600 + 2700, -3*3600 - 1800, 14 * 3600, -12 * 3600, 30 * 3600} {
		zone := time.FixedZone("", seconds)
		a, _ := open()
		l := repair("disk1")
		l.Expires = l.Expires.In(zone)
		must(t, a.Unprotect(morning.In(zone), l))
		authorized(t, a)
		must(t, a.Renew(morning.In(zone), "disk1", "T-2", l.Expires.Add(1)))
		s, err := a.Snapshot(morning.In(zone))
		must(t, err)
		data, err := json.Marshal(s)
		must(t, err)
		var back permit.Snapshot
		must(t, json.Unmarshal(data, &back))
		if !reflect.DeepEqual(back, s) {
			t.Errorf("offset %d: %+v became %+v", seconds, s, back)
		}
	}
}

// TestSnapshotShares: a snapshot shares nothing with the authority that it is of, nor
// with the one that it is restored to.
func TestSnapshotShares(t *testing.T) {
	a, _ := leased(t, "disk1")
	authorized(t, a)
	s, err := a.Snapshot(morning)
	must(t, err)
	b, _ := fresh(t)
	must(t, b.Restore(morning, s))
	want := permit.Snapshot{Epoch: s.Epoch, Leases: slices.Clone(s.Leases), Recent: slices.Clone(s.Recent)}
	s.Leases[0] = permit.Held{}
	s.Recent[0] = permit.Grant{}
	for name, x := range map[string]*permit.Authority{"the authority": a, "the restored one": b} {
		if got, err := x.Snapshot(morning); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s has %+v, %v, want %+v", name, got, err, want)
		}
	}
	kept, err := a.Snapshot(morning)
	must(t, err)
	if _, err := a.Leases(morning.Add(2 * time.Hour)); err != nil { // the window is over
		t.Fatal(err)
	}
	if !reflect.DeepEqual(kept, want) {
		t.Errorf("the snapshot became %+v, want %+v", kept, want)
	}
}

// TestRestore keeps leases, caps and open groups over a restart, but neither
// permits nor the primary. ST-05, ST-09, ST-11.
func TestRestore(t *testing.T) {
	a, _ := leased(t, "disk1", "disk3")
	unused := authorized(t, a)
	must(t, authorized(t, a).Consume(morning, "format", "disk1", 7))
	s, err := a.Snapshot(morning)
	must(t, err)
	stored, err := json.Marshal(s)
	must(t, err)
	var loaded permit.Snapshot
	must(t, json.Unmarshal(stored, &loaded))
	if !reflect.DeepEqual(s, loaded) {
		t.Fatalf("stored %+v, loaded %+v", s, loaded)
	}

	b, log := fresh(t)
	later := morning.Add(time.Minute)
	must(t, b.Restore(later, loaded))
	if b.Protected(later, "disk1") || b.Protected(later, "disk3") || !b.Protected(later, "disk2") {
		t.Error("other leases than before")
	}
	for _, r := range log.Records() {
		if r.Permit != 0 || r.Decision == permit.Consumed {
			t.Errorf("restoring did %v", r)
		}
	}
	_, err = b.Authorize(later, "format", "disk1", order("disk1"))
	want(t, err, permit.ErrEpoch)
	want(t, b.Advance(later, 7), permit.ErrEpoch)
	must(t, b.Advance(later, 8))
	_, err = b.Authorize(later, "format", "disk1", order("disk1"))
	want(t, err, permit.ErrCap)
	_, err = b.Authorize(later, "format", "disk3", order("disk3"))
	want(t, err, permit.ErrGroup)
	must(t, b.Release(later, "disk1"))
	_, err = b.Authorize(later, "format", "disk3", order("disk3"))
	must(t, err)

	want(t, b.Restore(later, loaded), permit.ErrResource)
	must(t, a.Advance(later, 8))
	want(t, unused.Consume(later, "format", "disk1", 8), permit.ErrEpoch)
}

// TestRestoreExpired lets go of leases that expired in the meantime, and says
// so. ST-05.
func TestRestoreExpired(t *testing.T) {
	a, _ := leased(t, "disk1")
	s, err := a.Snapshot(morning)
	must(t, err)
	b, log := fresh(t)
	noon := morning.Add(3 * time.Hour)
	must(t, b.Restore(noon, s))
	last := log.Records()[len(log.Records())-1]
	if !b.Protected(noon, "disk1") || !b.Protected(morning, "disk1") {
		t.Error("an expired lease came back")
	}
	if last.Decision != permit.Expired || !last.Time.Equal(noon) || last.Resource != "disk1" {
		t.Errorf("recorded %v", last)
	}
}

// TestRestoreCorrupt refuses the whole of a snapshot for any part of it.
func TestRestoreCorrupt(t *testing.T) {
	for name, spoil := range map[string]func(*permit.Snapshot){
		"duplicate":         func(s *permit.Snapshot) { s.Leases = append(s.Leases, s.Leases[0]) },
		"unknown":           func(s *permit.Snapshot) { s.Leases[1].Lease.Resource = "disk9" },
		"unknown, expired":  func(s *permit.Snapshot) { s.Leases[1].Lease = permit.Lease{Resource: "disk9", Expires: morning} },
		"no owner":          func(s *permit.Snapshot) { s.Leases[1].Lease.Owner = "" },
		"no owner, expired": func(s *permit.Snapshot) { s.Leases[1].Lease.Owner, s.Leases[1].Lease.Expires = "", morning },
		"no ticket":         func(s *permit.Snapshot) { s.Leases[1].Lease.Ticket = "" },
		"no expiry":         func(s *permit.Snapshot) { s.Leases[1].Lease.Expires = time.Time{} },
		"too long":          func(s *permit.Snapshot) { s.Leases[1].Lease.Expires = morning.Add(8*time.Hour + 1) },
		"grant at no time":  func(s *permit.Snapshot) { s.Recent[0].Time = time.Time{} },
		"future grant":      func(s *permit.Snapshot) { s.Recent[0].Time = morning.Add(1) },
		"grant of no group": func(s *permit.Snapshot) { s.Recent[0].Group = "" },
	} {
		a, _ := leased(t, "disk1", "disk2")
		authorized(t, a)
		s, err := a.Snapshot(morning)
		must(t, err)
		spoil(&s)
		b, _ := fresh(t)
		if err := b.Restore(morning, s); !errors.Is(err, permit.ErrCorrupt) {
			t.Errorf("%s: %v", name, err)
		}
		left, err := b.Snapshot(morning)
		if err != nil || !reflect.DeepEqual(left, permit.Snapshot{}) {
			t.Errorf("%s left %+v, %v", name, left, err)
		}
	}

	sink := &failing{err: errors.New("disk full")}
	a, err := permit.New(permit.Config{PerWindow: 1, PerGroup: 1, Window: 1, MaxLease: 1, Audit: sink})
	must(t, err)
	want(t, a.Restore(morning, permit.Snapshot{Epoch: 7}), permit.ErrAudit)
	sink.err = nil
	must(t, a.Advance(morning, 1))
}

// FuzzRestore loads whatever bytes decode to: what is accepted is stored as the
// same again, holds only leases that are open, and permits nothing.
func FuzzRestore(f *testing.F) {
	lease := permit.Lease{Resource: "disk1", Owner: "ada", Reason: "repair", Ticket: "T-1", Expires: morning.Add(time.Hour)}
	for _, s := range []permit.Snapshot{
		{},
		{Epoch: 7, Leases: []permit.Held{{Lease: lease, Used: true}}, Recent: []permit.Grant{{Time: morning, Group: "rackA"}}},
		{Leases: []permit.Held{{Lease: lease}, {Lease: lease}}},
		{Leases: []permit.Held{{}}, Recent: []permit.Grant{{}}},
	} {
		b, err := json.Marshal(s)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
		f.Add(b[:len(b)/2])
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var s permit.Snapshot
		if json.Unmarshal(b, &s) != nil {
			return
		}
		a, _ := fresh(t)
		if err := a.Restore(morning, s); err != nil {
			want(t, err, permit.ErrCorrupt)
			s = permit.Snapshot{}
		}
		kept, err := a.Snapshot(morning)
		must(t, err)
		if kept.Epoch != s.Epoch || len(kept.Leases) > len(s.Leases) || len(kept.Recent) > len(s.Recent) {
			t.Errorf("%+v became %+v", s, kept)
		}
		for _, h := range kept.Leases {
			if a.Protected(morning, h.Lease.Resource) || !h.Lease.Expires.After(morning) {
				t.Errorf("%v is not open", h.Lease)
			}
		}
		for _, d := range []permit.Resource{"disk1", "disk2", "disk3"} {
			if _, err := a.Authorize(morning, "format", d, order(d)); !errors.Is(err, permit.ErrEpoch) {
				t.Errorf("%s: %v", d, err)
			}
		}
	})
}
