package incidents_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/leapguard/leapguard/fabric/cluster"
	"github.com/leapguard/leapguard/fabric/permit"
	"github.com/leapguard/leapguard/fabric/stamp"
)

// An order is a set of actions that a primary asked for when its state was saved.
type order struct {
	by      *cluster.Controller
	actions []cluster.Action
}

// A machine drives fabric controllers, those whose term is over as well, a stamp and
// a store at random.
type machine struct {
	now       time.Time
	term      uint64
	primaries []*cluster.Controller // the last one was elected last
	stamp     *stamp.Stamp
	store     cluster.MemoryStore
	orders    []order
	tickets   int
	// wanted says until when somebody wants a node to be prepared.
	wanted   map[stamp.NodeID]time.Time
	prepared int
}

// nodes are three in each of four fault domains.
var nodes = func() (ids []stamp.NodeID) {
	for i := range 12 {
		ids = append(ids, nodeID(i))
	}
	return ids
}()

func newMachine(t *rapid.T) *machine {
	m := &machine{now: begin(), stamp: stamp.New(), wanted: make(map[stamp.NodeID]time.Time)}
	for i, id := range nodes {
		must(t, m.stamp.AddNode(id, stamp.Domain(fmt.Sprintf("d%d", i%4)), 2))
	}
	for i := range 30 {
		must(t, m.stamp.Write(stamp.ExtentID(fmt.Sprintf("e%d", i))))
	}
	m.Transition(t)
	for i, id := range nodes {
		m.step(t, m.primaries[0], cluster.Add{Node: cluster.NodeID(id), Domain: permit.Group(fmt.Sprintf("d%d", i%4))})
	}
	return m
}

func must(t *rapid.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// step gives an event to a primary, and keeps what it wants if its state is saved,
// which it is not once its term is over.
func (m *machine) step(t *rapid.T, c *cluster.Controller, e cluster.Event) {
	actions, err := c.Step(m.now, e)
	if err != nil {
		if len(actions) > 0 {
			t.Fatalf("%T is refused with %d actions: %v", e, len(actions), err)
		}
		return
	}
	if c != m.primaries[len(m.primaries)-1] {
		// It does not know, and has carried out before what it could not save.
		if rapid.Bool().Draw(t, "hasty") {
			m.orders = append(m.orders, order{c, actions})
		}
		return
	}
	state, err := c.State(m.now)
	must(t, err)
	must(t, m.store.Save(context.Background(), state))
	m.orders = append(m.orders, order{c, actions})
	if ret, ok := e.(cluster.Return); ok {
		_ = m.stamp.Return(stamp.NodeID(ret.Node)) // refused if the node was never taken out
		m.wanted[stamp.NodeID(ret.Node)] = m.now.Add(lease)
	}
	if len(actions) > 0 && rapid.IntRange(0, 2).Draw(t, "later") > 0 {
		m.carryOut(t, m.orders[len(m.orders)-1])
	}
}

func (m *machine) primary(t *rapid.T) *cluster.Controller {
	if rapid.IntRange(0, 4).Draw(t, "old") > 0 {
		return m.primaries[len(m.primaries)-1]
	}
	return rapid.SampledFrom(m.primaries).Draw(t, "primary")
}

// node draws one of four nodes, so that much happens to each.
func (m *machine) node(t *rapid.T) stamp.NodeID { return rapid.SampledFrom(nodes[:4]).Draw(t, "node") }

// Transition has another replica lead. It wants nothing.
func (m *machine) Transition(t *rapid.T) {
	m.term++
	c, err := cluster.Lead(context.Background(), m.now, machineConfig(), elected{m.term}, &m.store)
	must(t, err)
	must(t, m.stamp.Fence(m.term))
	m.primaries = append(m.primaries, c)
	state, err := c.State(m.now)
	must(t, err)
	must(t, m.store.Save(context.Background(), state))
}

// Wait lets time pass.
func (m *machine) Wait(t *rapid.T) {
	m.now = m.now.Add(time.Duration(rapid.Int64Range(1, int64(2*time.Hour)).Draw(t, "wait")))
}

// Send sends a node to repair, while few are there.
func (m *machine) Send(t *rapid.T) {
	if m.out() >= 3 {
		t.Skip("too many")
	}
	m.tickets++
	m.step(t, m.primary(t), cluster.Send{Node: cluster.NodeID(m.node(t)), Ticket: fmt.Sprintf("T%d", m.tickets)})
}

// Return returns a node from repair, with the ticket that a primary knows.
func (m *machine) Return(t *rapid.T) {
	c := m.primary(t)
	state, err := c.State(m.now)
	must(t, err)
	away := slices.DeleteFunc(state.Nodes, func(n cluster.Node) bool { return n.Status != cluster.OutOfOrder })
	if len(away) == 0 {
		t.Skip("none is in repair")
	}
	n := rapid.SampledFrom(away).Draw(t, "node")
	m.step(t, c, cluster.Return{Node: n.ID, Owner: "repair", Ticket: n.Ticket})
}

// Tell tells a primary something about a node, whether it is so or not.
func (m *machine) Tell(t *rapid.T) {
	id := cluster.NodeID(m.node(t))
	var failed error
	if rapid.Bool().Draw(t, "failed") {
		failed = errors.New("no disks")
	}
	m.step(t, m.primary(t), rapid.SampledFrom([]cluster.Event{
		cluster.Tick{}, cluster.Resume{Node: id}, cluster.Prepared{Node: id, Err: failed}, cluster.Suspect{Node: id, Evidence: "smoke"},
		cluster.IntentStored{ID: fmt.Sprintf("prepare-%d", rapid.IntRange(1, 5).Draw(t, "intent"))},
	}).Draw(t, "event"))
}

// Act carries out an order, one of the latest or any, again or late or in part.
func (m *machine) Act(t *rapid.T) {
	if len(m.orders) == 0 {
		t.Skip("no orders")
	}
	i := len(m.orders) - 1
	if !rapid.Bool().Draw(t, "latest") {
		i = rapid.IntRange(0, i).Draw(t, "order")
	}
	m.carryOut(t, m.orders[i])
}

func (m *machine) carryOut(t *rapid.T, o order) {
	for _, a := range o.actions {
		if rapid.IntRange(0, 9).Draw(t, "crash") == 0 {
			return
		}
		m.act(t, o.by, a)
	}
}

func (m *machine) act(t *rapid.T, c *cluster.Controller, a cluster.Action) {
	switch a := a.(type) {
	case cluster.TakeOut:
		if m.out() < 3 {
			_ = m.stamp.TakeOut(stamp.NodeID(a.Node)) // refused if it is out
		}
	case cluster.Lift:
		_ = m.stamp.Lift(stamp.NodeID(a.Node)) // refused if it is in service
	case cluster.Protect:
		must(t, m.stamp.Protect(stamp.NodeID(a.Node)))
	case cluster.StoreIntent:
		m.step(t, c, cluster.IntentStored{ID: a.Intent.ID})
	case cluster.PrepareNode:
		id := stamp.NodeID(a.Node)
		err := m.stamp.Prepare(m.now, id, a.Permit, a.Term)
		if until, ok := m.wanted[id]; err == nil && (!ok || !m.now.Before(until) || a.Term != m.term) {
			t.Fatalf("node %s was prepared at %v in term %d; ordered: %t, until %v, the term is %d", id, m.now, a.Term, ok, until, m.term)
		}
		if err == nil {
			m.prepared++
			delete(m.wanted, id)
		}
		if rapid.Bool().Draw(t, "told") {
			m.step(t, c, cluster.Prepared{Node: a.Node, Err: err})
		}
	}
}

func (m *machine) out() int {
	n := 0
	for _, s := range m.stamp.Nodes() {
		if s.State != stamp.InService {
			n++
		}
	}
	return n
}

// Check is what must hold after everything.
func (m *machine) Check(t *rapid.T) {
	for _, n := range m.stamp.Nodes() {
		if n.State == stamp.InService && n.Unprotected {
			t.Fatalf("%s is in service without protection", n.ID)
		}
	}
	if lost := m.stamp.Lost(); len(lost) > 0 {
		t.Fatalf("lost %v", lost)
	}
	for _, c := range m.primaries {
		state, err := c.State(m.now)
		must(t, err)
		leased := make(map[permit.Resource]bool)
		for _, h := range state.Permits.Leases {
			leased[h.Lease.Resource] = true
		}
		for _, n := range state.Nodes {
			if n.Status != cluster.Returned && leased[permit.Resource(n.ID)] {
				t.Fatalf("%s is %s with a lease", n.ID, n.Status)
			}
		}
	}
}

type elected struct{ term uint64 }

func (e elected) Term(context.Context) (uint64, error) { return e.term, nil }
func (elected) Barrier(context.Context) error          { return nil }

func machineConfig() cluster.Config {
	return cluster.Config{
		Permits: permit.Config{PerWindow: 3, PerGroup: 2, Window: time.Hour, MaxLease: day, Audit: &permit.Log{Keep: 1}},
		Lease:   lease,
		Scan:    scan,
	}
}

// TestStorageProperties: whatever happens in whatever order, with several primaries
// at once and orders that are carried out late, twice or in part, a node is prepared
// only if somebody wants it to be, in the present term; a node in service is
// protected, and no extent is lost. ST-06, ST-08, ST-09, ST-10, LD-02.
func TestStorageProperties(t *testing.T) {
	prepared := 0
	for range 10 { // of 100 machines each
		rapid.Check(t, func(t *rapid.T) {
			m := newMachine(t)
			t.Repeat(rapid.StateMachineActions(m))
			prepared += m.prepared
		})
	}
	if !t.Failed() && prepared < 100 {
		t.Errorf("%d nodes were prepared: too few", prepared)
	}
	t.Logf("%d nodes were prepared", prepared)
}
