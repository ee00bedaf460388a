package cluster

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/leapguard/leapguard/fabric/breaker"
	"github.com/leapguard/leapguard/fabric/permit"
)

// Prepare is the action of the permits that [PrepareNode] carries: to make a node
// ready for use, which formats its disks.
const Prepare permit.Action = "prepare"

// A Config is what the owner of a cluster decides.
type Config struct {
	// Permits bounds how much is prepared at a time.
	Permits permit.Config
	// Lease is how long the protection of a node that came back from repair is off at
	// most. It is no more than Permits.MaxLease.
	Lease time.Duration
	// Scan is how often the nodes are looked at for mistakes in their configuration.
	Scan time.Duration

	// Threshold bounds the nodes that have failed and the heals in flight, together.
	// Without it, as in a cluster for storage, no virtual machines run, and nothing is
	// healed.
	Threshold int
	// Classifier tells what is to blame for failures.
	Classifier breaker.Classifier
	// Memory is how long an observation counts, 24 hours by default.
	Memory time.Duration
	// Deadline is how long a virtual machine may take to start, whatever happens, 100
	// minutes by default. It is more than host agents take to give one up.
	Deadline time.Duration
}

func (c Config) check() error {
	switch {
	case c.Lease <= 0 || c.Scan <= 0:
		return fmt.Errorf("%w: a lease of %v, a scan every %v", permit.ErrConfig, c.Lease, c.Scan)
	case c.Lease > c.Permits.MaxLease:
		return fmt.Errorf("%w: leases of %v, of which none may be longer than %v", permit.ErrConfig, c.Lease, c.Permits.MaxLease)
	case c.Memory < 0 || c.Deadline < 0:
		return fmt.Errorf("%w: a memory of %v, a deadline of %v", permit.ErrConfig, c.Memory, c.Deadline)
	}
	return nil
}

// A Controller is the fabric controller of one cluster, while it is primary for one
// term. It is a state machine without a clock: [Controller.Step].
type Controller struct {
	config    Config
	term      uint64
	authority *permit.Authority
	nodes     map[NodeID]*Node
	intents   map[string]*Intent
	permits   map[NodeID]*permit.Permit // handed out, not known to be used
	last      int

	budget   *breaker.Budget
	vms      map[VMID]*VM
	evidence []breaker.Evidence
	holds    map[Version]Hold
	off      map[Class]bool
	ids      []NodeID  // of all nodes, sorted
	placed   NodeID    // where a virtual machine was placed last
	wake     time.Time // of the next tick that was asked for; zero if none was
}

// New returns the controller of a primary for a term, in the state that the one
// before left. It returns no actions: that a primary begins is no reason to do
// anything. Nodes that wait to be prepared go on waiting until [Resume] says that
// they are still wanted.
//
// The error is [ErrCorrupt], or one of package permit about the configuration, the
// leases or the term, which must be higher than all before, or one of package breaker
// about the threshold.
func New(now time.Time, term uint64, config Config, state State) (*Controller, error) {
	if err := state.check(); err != nil {
		return nil, err
	}
	if err := config.check(); err != nil {
		return nil, err
	}
	authority, err := permit.New(config.Permits)
	if err != nil {
		return nil, err
	}
	config.Memory = cmp.Or(config.Memory, 24*time.Hour)
	config.Deadline = cmp.Or(config.Deadline, 100*time.Minute)
	c := &Controller{
		config: config, term: term, authority: authority, last: state.Last,
		nodes: make(map[NodeID]*Node), intents: make(map[string]*Intent), permits: make(map[NodeID]*permit.Permit),
	}
	for _, n := range state.Nodes {
		if err := authority.Add(permit.Resource(n.ID), n.Domain); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrCorrupt, err)
		}
		c.nodes[n.ID] = &n
		c.ids = append(c.ids, n.ID)
	}
	slices.Sort(c.ids)
	for _, i := range state.Intents {
		i.Stored = true // or it could not be loaded
		c.intents[i.ID] = &i
	}
	if err := c.restoreMachines(state.Machines); err != nil {
		return nil, err
	}
	if err := authority.Restore(now, state.Permits); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCorrupt, err)
	}
	if err := authority.Advance(now, term); err != nil {
		return nil, err
	}
	return c, nil
}

// made reports that a controller was not made by [New], nil if it was.
func (c *Controller) made() error {
	if c.authority == nil {
		return fmt.Errorf("%w: a controller that New did not make", permit.ErrConfig)
	}
	return nil
}

// State returns what must be saved before the actions of a step are carried out. The
// error is one of package permit about the time.
func (c *Controller) State(now time.Time) (State, error) {
	if err := c.made(); err != nil {
		return State{}, err
	}
	permits, err := c.authority.Snapshot(now)
	if err != nil {
		return State{}, err
	}
	s := State{Permits: permits, Last: c.last, Machines: c.saved()}
	for _, n := range c.sorted() {
		s.Nodes = append(s.Nodes, *n)
	}
	for _, id := range slices.Sorted(maps.Keys(c.intents)) {
		s.Intents = append(s.Intents, *c.intents[id])
	}
	return s, nil
}

// sorted returns the nodes in order of their names.
func (c *Controller) sorted() []*Node {
	return slices.SortedFunc(maps.Values(c.nodes), func(a, b *Node) int { return cmp.Compare(a.ID, b.ID) })
}

// An Event is what a fabric controller reacts to.
type Event interface{ event() }

// An Action is what a fabric controller wants to be done. Those that destroy carry
// what allows it.
type Action interface{ action() }

// Step lets the controller react to an event at an instant, and returns what is to be
// done once its [Controller.State] is saved. After an error nothing has changed and
// nothing is to be done: it is [breaker.ErrTime] for an instant that is zero or in no
// year from 1 to 9999, [permit.ErrConfig] of a controller that [New] did not make, or
// says why the event does not fit.
func (c *Controller) Step(now time.Time, event Event) ([]Action, error) {
	if err := cmp.Or(c.made(), checkTime(now)); err != nil {
		return nil, err
	}
	now = now.UTC().Round(0) // as it is read back: JSON has no zones of odd seconds
	_, before := c.budget.Opening()
	actions, err := c.react(now, event)
	if o, open := c.budget.Opening(); open && !before {
		actions = append(actions, Alarm{fmt.Sprintf("nothing is healed or updated until somebody clears it: %s", o.Reason)})
	}
	return actions, err
}

func (c *Controller) react(now time.Time, event Event) ([]Action, error) {
	switch event := event.(type) {
	case Deploy:
		return c.deploy(now, event)
	case Upgrade:
		return c.upgrade(now, event)
	case Delete:
		return c.remove(now, event)
	case Report:
		return c.report(now, event)
	case Switch:
		return c.switched(now, event)
	case Clear:
		return c.cleared(now, event)
	case Add:
		return nil, c.add(now, event)
	case Suspect:
		return c.suspect(now, event)
	case Assign:
		return nil, c.assign(event)
	case Send:
		return c.send(now, event)
	case Return:
		return c.returned(now, event)
	case IntentStored:
		return c.stored(now, event)
	case Resume:
		return c.resume(now, event)
	case Prepared:
		return c.prepared(now, event)
	case Tick:
		return c.tick(now)
	}
	return nil, fmt.Errorf("%w: event %T", ErrUnknown, event)
}

// node returns a node in a status.
func (c *Controller) node(id NodeID, want ...Status) (*Node, error) {
	n := c.nodes[id]
	if n == nil {
		return nil, fmt.Errorf("%w: node %s", ErrUnknown, id)
	}
	if !slices.Contains(want, n.Status) {
		return nil, fmt.Errorf("%w: node %s is %s", ErrStatus, id, n.Status)
	}
	return n, nil
}

func (n *Node) become(now time.Time, status Status, why string) {
	n.Status, n.Since, n.Why, n.Owner = status, now, why, ""
}
