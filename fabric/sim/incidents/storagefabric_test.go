package incidents_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/cluster"
	"github.com/leapguard/leapguard/fabric/permit"
	"github.com/leapguard/leapguard/fabric/sim"
	"github.com/leapguard/leapguard/fabric/sim/incidents"
	"github.com/leapguard/leapguard/fabric/stamp"
)

const (
	scan  = time.Hour
	lease = 6 * time.Hour
	day   = 24 * time.Hour
)

// newFabric returns a fabric in a world of its own, at an instant.
func newFabric(t *testing.T, start time.Time, seed uint64) *incidents.Fabric {
	t.Helper()
	return newFabricIn(t, newWorld(t, start, seed))
}

// newFabricIn returns a fabric of 12 nodes in 4 fault domains.
func newFabricIn(t *testing.T, w *sim.World) *incidents.Fabric {
	t.Helper()
	s := stamp.New()
	for i := range 12 {
		if err := s.AddNode(nodeID(i), stamp.Domain(fmt.Sprintf("d%d", i%4)), 2); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 60 {
		if err := s.Write(stamp.ExtentID(fmt.Sprintf("e%d", i))); err != nil {
			t.Fatal(err)
		}
	}
	f, err := incidents.NewFabric(w, s, cluster.Config{
		Permits: permit.Config{PerWindow: 3, PerGroup: 2, Window: 4 * time.Hour, MaxLease: day, Audit: &permit.Log{Keep: 1}},
		Lease:   lease,
		Scan:    scan,
	})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func nodeID(i int) stamp.NodeID { return stamp.NodeID(fmt.Sprintf("n%d", i)) }

// begin is when the series of repairs begins, ten days before the outage.
func begin() time.Time { return incidents.StorageStart().Add(-10 * day) }

// storm runs ten days in which a node goes to repair every few hours and the primary
// changes at any moment, among faults of all kinds; then the primary changes at the
// instant of the outage, the faults end, and there are three days to recover in.
func storm(t *testing.T, seed uint64) *incidents.Fabric {
	// Not a whole number of scans before the outage.
	f := newFabric(t, begin().Add(-25*time.Minute), seed)
	w, end := f.World, incidents.StorageStart()
	for fault, p := range map[string]float64{
		incidents.FaultCrash: 0.1, incidents.FaultReplay: 0.2, incidents.FaultLate: 0.2,
		incidents.FaultReport: 0.2, incidents.FaultReprotect: 0.3, incidents.FaultBlind: 0.1,
	} {
		w.Inject(fault, sim.Fault{Probability: p, Until: end})
	}
	w.Every(5*time.Hour, "repair", func() bool {
		if out := len(out(f)); out < 3 {
			// It is refused for a node that is out already.
			_ = f.SendToRepair(nodeID(w.Rand.IntN(12)), time.Duration(w.Rand.Int64N(int64(day))))
		}
		return w.Now().Before(end.Add(-5 * time.Hour))
	})
	var transition func()
	transition = func() {
		before := f.Prepared
		f.Transition()
		if f.Prepared != before {
			t.Errorf("seed %d: a transition prepared nodes", seed)
		}
		if next := w.Now().Add(time.Duration(w.Rand.Int64N(int64(12 * time.Hour)))); next.Before(end) {
			w.At(next, "transition", transition)
		}
	}
	transition()
	w.At(end, "outage", transition)
	f.Run(end.Add(3 * day))
	return f
}

// out returns the nodes that are out of service.
func out(f *incidents.Fabric) []stamp.NodeID {
	var ids []stamp.NodeID
	for _, n := range f.Stamp.Nodes() {
		if n.State != stamp.InService {
			ids = append(ids, n.ID)
		}
	}
	return ids
}

// ordered checks of a trace that each time a node was prepared, somebody had ordered
// it, once for each time, and within the lease.
func ordered(t *testing.T, f *incidents.Fabric) {
	t.Helper()
	wanted := make(map[string]time.Time)
	for l := range f.World.Trace.All("") {
		if id, ok := strings.CutPrefix(l.Text, "ordered "); ok {
			wanted[id] = l.At
		}
		id, ok := strings.CutPrefix(l.Text, "prepared ")
		if !ok {
			continue
		}
		if since, ok := wanted[id]; !ok || !l.At.Before(since.Add(lease)) {
			t.Errorf("seed %d: %v, ordered: %t at %v", f.World.Seed(), l, ok, since)
		}
		delete(wanted, id)
	}
}

// TestStorageFixed: whatever fails, and whenever the primary changes, only nodes are
// prepared whose preparation was ordered; those in service are protected, and no
// extent is lost. When nothing fails any more, all nodes get into service. ST-06,
// ST-08, ST-09, ST-10, ST-30, LD-02.
func TestStorageFixed(t *testing.T) {
	prepared, struck := 0, make(map[string]int)
	for seed := range uint64(seeds) {
		f := storm(t, seed)
		if err := f.Err(); err != nil {
			t.Error(err)
		}
		ordered(t, f)
		if ids := out(f); len(ids) > 0 || len(f.Misconfigured()) > 0 {
			t.Errorf("seed %d: %v are out of service, %v without protection", seed, ids, f.Misconfigured())
		}
		for _, n := range f.State().Nodes {
			if n.Status != cluster.InService {
				t.Errorf("seed %d: %+v", seed, n)
			}
		}
		for l := range f.World.Trace.All("prepared ") {
			if l.At.Equal(incidents.StorageStart()) {
				t.Errorf("seed %d: %v, as in the outage", seed, l)
			}
		}
		prepared += f.Prepared
		for l := range f.World.Trace.All("fault ") {
			struck[l.Text]++
		}
	}
	if prepared < 10*seeds || len(struck) != 6 {
		t.Errorf("%d nodes were prepared, the faults are %v: too few", prepared, struck)
	}
	t.Logf("%d nodes prepared in %d runs; %v", prepared, seeds, struck)
}

// TestStorageFixedReplay: the same seed gives the same trace, another one another.
func TestStorageFixedReplay(t *testing.T) {
	for seed := range uint64(20) {
		hash := storm(t, seed).World.Trace.Hash()
		if again := storm(t, seed).World.Trace.Hash(); again != hash {
			t.Errorf("seed %d: %s, then %s", seed, hash, again)
		}
		if other := storm(t, seed+1).World.Trace.Hash(); other == hash {
			t.Errorf("seeds %d and %d have one trace", seed, seed+1)
		}
	}
}

// TestStorageForgotten: a node that does not get its protection back is found at the
// next scan, and prepared neither before nor by a change of the primary. ST-06,
// ST-07, ST-09.
func TestStorageForgotten(t *testing.T) {
	f := newFabric(t, begin(), 1)
	w := f.World
	w.Inject(incidents.FaultReprotect, sim.Fault{Probability: 1})
	if err := f.SendToRepair("n5", 90*time.Minute); err != nil {
		t.Fatal(err)
	}
	w.At(begin().Add(150*time.Minute), "transition", func() {
		if got := fmt.Sprint(f.Misconfigured()); got != "[n5]" {
			t.Errorf("without protection: %v, want n5", got)
		}
		f.Transition()
	})
	f.Run(begin().Add(day))
	prepared, _ := w.Trace.First("prepared n5")
	alarm, _ := w.Trace.First("alarm: node n5 is in service without protection")
	if f.Prepared != 1 || !prepared.At.Equal(begin().Add(2*scan)) || !alarm.At.Equal(begin().Add(3*scan)) {
		t.Errorf("prepared %d times, at %v; alarm at %v\n%v", f.Prepared, prepared.At, alarm.At, w.Trace)
	}
	if n := w.Trace.Count("alarm:"); n != 1 || len(f.Misconfigured()) > 0 || f.Err() != nil {
		t.Errorf("%d alarms, %v without protection, %v", n, f.Misconfigured(), f.Err())
	}
}

// TestStorageSilence: a monitor that does not find its canary for longer than a scan
// raises an alarm at each scan until it does. ST-07.
func TestStorageSilence(t *testing.T) {
	f := newFabric(t, begin(), 1)
	f.World.Inject(incidents.FaultBlind, sim.Fault{Probability: 1, From: begin().Add(5 * scan), Until: begin().Add(9 * scan)})
	f.Run(begin().Add(day))
	var at []time.Duration
	for l := range f.World.Trace.All("alarm: the configuration monitor") {
		at = append(at, l.At.Sub(begin()))
	}
	if got := fmt.Sprint(at); got != "[6h0m0s 7h0m0s 8h0m0s]" {
		t.Errorf("alarms after %v", got)
	}
}

// TestStorageLease: at the very instant at which its lease ends, a node that was not
// prepared is protected again, also if the primary has changed since. ST-05.
func TestStorageLease(t *testing.T) {
	for _, transition := range []bool{false, true} {
		t.Run(fmt.Sprint(transition), func(t *testing.T) {
			f := newFabric(t, begin(), 1)
			w := f.World
			// A file is open on the node: it can be lifted, but not prepared, and the
			// controller is not told.
			if _, err := f.Stamp.Open("n5", 0); err != nil {
				t.Fatal(err)
			}
			w.Inject(incidents.FaultReport, sim.Fault{Probability: 1})
			if err := f.SendToRepair("n5", 90*time.Minute); err != nil {
				t.Fatal(err)
			}
			end := begin().Add(2*scan + lease)
			if transition {
				w.At(end.Add(-lease/2), "transition", f.Transition)
			}
			unprotected := func() bool { return f.Stamp.Nodes()[5].Unprotected }
			w.At(end.Add(-1), "before", func() {
				if !unprotected() {
					t.Error("protected before the lease ends")
				}
			})
			f.Run(end.Add(-1))
			f.World.Inject(incidents.FaultReport, sim.Fault{})
			f.Run(end)
			if l, ok := w.Trace.First("protected n5"); unprotected() || !ok || !l.At.Equal(end) || f.Prepared != 0 {
				t.Errorf("protected: %t, at %v, want %v\n%v", !unprotected(), l.At, end, w.Trace)
			}
		})
	}
}

// TestStorageNeighbour: repairs and changes of the primary on one stamp are nothing to
// another one, with a controller of its own. ST-02.
func TestStorageNeighbour(t *testing.T) {
	f := newFabric(t, begin(), 1)
	other := newFabricIn(t, f.World)
	state, nodes := other.State(), other.Stamp.Nodes()
	for i := range 3 {
		if err := f.SendToRepair(nodeID(i), 90*time.Minute); err != nil {
			t.Fatal(err)
		}
	}
	f.World.At(begin().Add(100*time.Minute), "transition", f.Transition)
	f.World.Every(scan, "other", func() bool {
		other.Round()
		return f.World.Now().Before(begin().Add(day))
	})
	f.Run(begin().Add(day))
	if f.Prepared != 3 || f.State().Permits.Epoch != 2 {
		t.Errorf("%d nodes prepared, term %d", f.Prepared, f.State().Permits.Epoch)
	}
	if got := other.State(); !reflect.DeepEqual(got, state) || !reflect.DeepEqual(other.Stamp.Nodes(), nodes) || other.Prepared != 0 {
		t.Errorf("the other stamp: %+v, %+v", got, other.Stamp.Nodes())
	}
}

// TestStorageCaps: where many nodes come back at once, three are prepared in four
// hours, whatever people ask for. ST-11.
func TestStorageCaps(t *testing.T) {
	f := newFabric(t, begin(), 1)
	w := f.World
	for i := range 4 {
		if err := f.SendToRepair(nodeID(i), 90*time.Minute); err != nil {
			t.Fatal(err)
		}
	}
	f.Run(begin().Add(2 * day))
	lines := slices.Collect(w.Trace.All("prepared "))
	for i, l := range lines {
		within := 0
		for _, other := range lines[:i+1] {
			if l.At.Sub(other.At) < 4*time.Hour {
				within++
			}
		}
		if within > 3 {
			t.Errorf("%d nodes are prepared in four hours before %v", within, l.At)
		}
	}
	if waited, ok := w.Trace.First("node n3 waits: permit: too many permits"); len(lines) != 4 || !ok || f.Err() != nil {
		t.Errorf("%d prepared, want 4; the last one waits: %v; %v", len(lines), waited, f.Err())
	}
}
