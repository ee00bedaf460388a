package incidents

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/leapguard/leapguard/fabric/cluster"
	"github.com/leapguard/leapguard/fabric/permit"
	"github.com/leapguard/leapguard/fabric/sim"
	"github.com/leapguard/leapguard/fabric/stamp"
)

// The faults of a [Fabric], to be injected into its world.
const (
	FaultCrash     = "crash"     // a primary ends before an action
	FaultReplay    = "replay"    // the actions of a step are carried out twice
	FaultLate      = "late"      // they are carried out hours later
	FaultReport    = "report"    // the controller is not told that a node was prepared
	FaultReprotect = "reprotect" // a node does not switch its protection on again
	FaultBlind     = "blind"     // the monitor sees nothing
)

// Canary is the node that the monitor must find unprotected in each scan.
const Canary cluster.NodeID = "canary"

var (
	errUnprotected = errors.New("incidents: a node is unprotected")
	errLost        = errors.New("incidents: extents are lost")
)

// An election is an [cluster.Elector] that knows the term.
type election struct{ term uint64 }

// Term implements [cluster.Elector].
func (e election) Term(context.Context) (uint64, error) { return e.term, nil }

// Barrier implements [cluster.Elector].
func (election) Barrier(context.Context) error { return nil }

// A Fabric is a stamp with the fabric controller of the library: the shell that
// carries out what its primaries want, on a virtual clock, with faults.
type Fabric struct {
	World *sim.World
	Stamp *stamp.Stamp
	// Prepared is how many times a node was prepared, by all primaries.
	Prepared int

	config  cluster.Config
	store   cluster.MemoryStore
	term    uint64
	primary *cluster.Controller
	monitor *cluster.Monitor
	dead    *cluster.DeadMan

	// off are the nodes that say of themselves that their protection is off, as it is
	// after FaultReprotect whatever the stamp has on record.
	off map[stamp.NodeID]bool
	// repaired says when nodes in repair can be returned.
	repaired map[stamp.NodeID]time.Time
	tickets  int
	err      error
}

// NewFabric returns a fabric for a stamp whose nodes are in service, with its first
// primary. The errors are those of [cluster.Lead].
func NewFabric(w *sim.World, s *stamp.Stamp, config cluster.Config) (*Fabric, error) {
	f := &Fabric{
		World: w, Stamp: s, config: config, monitor: cluster.NewMonitor(Canary), dead: cluster.NewDeadMan(w.Now(), config.Scan),
		off: make(map[stamp.NodeID]bool), repaired: make(map[stamp.NodeID]time.Time),
	}
	f.Transition()
	for _, n := range s.Nodes() {
		if f.err != nil {
			return nil, f.err
		}
		f.err = f.Do(cluster.Add{Node: cluster.NodeID(n.ID), Domain: permit.Group(n.Domain)})
	}
	return f, f.err
}

// Err returns the first thing that must not be, whatever fails: that a node in service
// is unprotected, that an extent is lost, or that a primary cannot begin.
func (f *Fabric) Err() error { return f.err }

// Run lets time pass until an instant. Every Config.Scan, the nodes are looked at for
// mistakes in their configuration, and people go on with repairs.
func (f *Fabric) Run(until time.Time) {
	f.World.Every(f.config.Scan, "scan", func() bool {
		f.Round()
		return f.World.Now().Before(until)
	})
	f.World.Run(until)
}

// Transition makes another replica the primary. It loads what was saved, has the
// stamp refuse the ones before it, and protects what has no lease; that is all.
func (f *Fabric) Transition() {
	f.term++
	f.World.Log("primary of term %d", f.term)
	c, err := cluster.Lead(context.Background(), f.World.Now(), f.config, election{f.term}, &f.store)
	if err == nil {
		err = f.Stamp.Fence(f.term)
	}
	if err == nil {
		err = f.save(c)
	}
	if err != nil {
		f.fail(err)
		return
	}
	f.primary = c
	f.watch()
}

// watch wakes the primary at the ends of the leases that it found.
func (f *Fabric) watch() {
	leased := make(map[permit.Resource]bool)
	for _, h := range f.State().Permits.Leases {
		leased[h.Lease.Resource] = true
		f.World.At(h.Lease.Expires, "wake", func() { _ = f.Do(cluster.Tick{}) })
	}
	for _, n := range f.Stamp.Nodes() {
		if n.Unprotected && !leased[permit.Resource(n.ID)] {
			f.protect(n.ID)
		}
	}
}

// Do gives an event to the primary, and carries out what it wants once that is saved.
func (f *Fabric) Do(e cluster.Event) error { return f.do(f.primary, e) }

func (f *Fabric) do(c *cluster.Controller, e cluster.Event) error {
	actions, err := c.Step(f.World.Now(), e)
	if err != nil {
		return err
	}
	if err := f.save(c); err != nil {
		f.World.Log("not saved: %v", err)
		return err
	}
	if f.World.Fails(FaultLate) {
		d := time.Duration(f.World.Rand.Int64N(int64(3 * time.Hour)))
		f.World.After(d, "late", func() { f.carryOut(c, actions) })
		return nil
	}
	f.carryOut(c, actions)
	if f.World.Fails(FaultReplay) {
		f.carryOut(c, actions)
	}
	return nil
}

func (f *Fabric) save(c *cluster.Controller) error {
	state, err := c.State(f.World.Now())
	if err != nil {
		f.fail(err)
		return err
	}
	return f.store.Save(context.Background(), state)
}

// carryOut does what a primary wants, up to its end.
func (f *Fabric) carryOut(c *cluster.Controller, actions []cluster.Action) {
	for _, a := range actions {
		if f.World.Fails(FaultCrash) {
			f.Transition()
			return
		}
		f.act(c, a)
	}
}

func (f *Fabric) act(c *cluster.Controller, a cluster.Action) {
	switch a := a.(type) {
	case cluster.TakeOut:
		f.note(f.Stamp.TakeOut(stamp.NodeID(a.Node)), "take out %s", a.Node)
	case cluster.Lift:
		if f.note(f.Stamp.Lift(stamp.NodeID(a.Node)), "lift %s", a.Node) {
			f.off[stamp.NodeID(a.Node)] = true
		}
	case cluster.Protect:
		f.protect(stamp.NodeID(a.Node))
	case cluster.StoreIntent:
		_ = f.do(c, cluster.IntentStored{ID: a.Intent.ID}) // if it is refused, round tries again
	case cluster.PrepareNode:
		f.prepare(c, a)
	case cluster.Wake:
		if !a.At.Before(f.World.Now()) {
			f.World.At(a.At, "wake", func() { _ = f.do(c, cluster.Tick{}) })
		}
	case cluster.Alarm:
		f.World.Log("alarm: %s", a.Text)
	}
	f.check()
}

// check fails if the stamp is in a state in which it must never be.
func (f *Fabric) check() {
	for _, n := range f.Stamp.Nodes() {
		if n.State == stamp.InService && n.Unprotected {
			f.fail(fmt.Errorf("%w: %s, in service", errUnprotected, n.ID))
		}
	}
	if lost := f.Stamp.Lost(); len(lost) > 0 {
		f.fail(fmt.Errorf("%w: %v", errLost, lost))
	}
}

// prepare has a node prepared and tells the primary that ordered it. That the node is
// in service already is what it wanted.
func (f *Fabric) prepare(c *cluster.Controller, a cluster.PrepareNode) {
	id := stamp.NodeID(a.Node)
	err := f.Stamp.Prepare(f.World.Now(), id, a.Permit, a.Term)
	if f.note(err, "prepared %s", id) {
		f.Prepared++
		f.restored(id)
	}
	if n := f.node(id); errors.Is(err, stamp.ErrState) && n.State == stamp.InService {
		err = nil
	}
	if f.World.Fails(FaultReport) {
		return
	}
	_ = f.do(c, cluster.Prepared{Node: a.Node, Err: err}) // refused if its lease has ended
}

// protect has a node protected, in whatever state it is.
func (f *Fabric) protect(id stamp.NodeID) {
	if f.note(f.Stamp.Protect(id), "protected %s", id) {
		f.restored(id)
	}
}

// restored notes that a node switches its protection on, unless it forgets to.
func (f *Fabric) restored(id stamp.NodeID) {
	if f.off[id] && !f.World.Fails(FaultReprotect) {
		delete(f.off, id)
	}
}

// note logs an action, or that it was refused, and reports whether it was done.
func (f *Fabric) note(err error, format string, args ...any) bool {
	what := fmt.Sprintf(format, args...)
	if err != nil {
		f.World.Log("refused %s: %v", what, err)
		return false
	}
	f.World.Log("%s", what)
	return true
}

func (f *Fabric) fail(err error) {
	if f.err == nil {
		f.err = fmt.Errorf("seed %d, %s: %w", f.World.Seed(), f.World.Now().Format(time.RFC3339Nano), err)
	}
}

func (f *Fabric) node(id stamp.NodeID) stamp.Node {
	nodes := f.Stamp.Nodes()
	return nodes[slices.IndexFunc(nodes, func(n stamp.Node) bool { return n.ID == id })]
}

// State returns what the primary would save.
func (f *Fabric) State() cluster.State {
	state, err := f.primary.State(f.World.Now())
	if err != nil {
		f.fail(err)
	}
	return state
}
