package cluster

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/leapguard/leapguard/fabric/permit"
)

// Add makes a node known, in service.
type Add struct {
	Node   NodeID
	Domain permit.Group // its fault domain
}

// Suspect says that something is wrong with a node: a person is to look at it.
type Suspect struct {
	Node     NodeID
	Evidence string
}

// Assign says who investigates a node, in place of whoever did before.
type Assign struct {
	Node  NodeID
	Owner string
}

// Send says that a node goes to repair.
type Send struct {
	Node   NodeID
	Ticket string
}

// Return says that a node is back from repair.
type Return struct {
	Node   NodeID
	Owner  string // who answers for it
	Ticket string // of the repair
}

// IntentStored says that the state with an intent is durable.
type IntentStored struct{ ID string }

// Resume says that a node which waited to be prepared when the primary changed is
// still wanted.
type Resume struct{ Node NodeID }

// Prepared says that a node was prepared, or that it failed.
type Prepared struct {
	Node NodeID
	Err  error
}

// Tick says that time has passed.
type Tick struct{}

func (Add) event()          {}
func (Suspect) event()      {}
func (Assign) event()       {}
func (Send) event()         {}
func (Return) event()       {}
func (IntentStored) event() {}
func (Resume) event()       {}
func (Prepared) event()     {}
func (Tick) event()         {}

// TakeOut asks that a node is taken out of service, and its data copied elsewhere.
type TakeOut struct{ Node NodeID }

// Lift asks that the protection of a node is switched off.
type Lift struct{ Node NodeID }

// Protect asks that the protection of a node is switched on.
type Protect struct{ Node NodeID }

// StoreIntent asks that the state is saved, and [IntentStored] told.
type StoreIntent struct{ Intent Intent }

// PrepareNode asks that a node is prepared, which formats its disks.
type PrepareNode struct {
	Node   NodeID
	Permit *permit.Permit
	Term   uint64
}

// Wake asks for a [Tick] at an instant.
type Wake struct{ At time.Time }

// Alarm tells a person.
type Alarm struct{ Text string }

func (TakeOut) action()     {}
func (Lift) action()        {}
func (Protect) action()     {}
func (StoreIntent) action() {}
func (PrepareNode) action() {}
func (Wake) action()        {}
func (Alarm) action()       {}

func (c *Controller) add(now time.Time, e Add) error {
	if c.nodes[e.Node] != nil {
		return fmt.Errorf("%w: node %s is there already", ErrStatus, e.Node)
	}
	if err := c.authority.Add(permit.Resource(e.Node), e.Domain); err != nil {
		return err
	}
	c.nodes[e.Node] = &Node{ID: e.Node, Domain: e.Domain, Status: InService, Since: now}
	at, _ := slices.BinarySearch(c.ids, e.Node)
	c.ids = slices.Insert(c.ids, at, e.Node)
	return nil
}

func (c *Controller) assign(e Assign) error {
	n, err := c.node(e.Node, Investigate)
	if err != nil {
		return err
	}
	if blank(e.Owner) {
		return fmt.Errorf("%w: nobody is to investigate node %s", ErrEvidence, n.ID)
	}
	n.Owner = e.Owner
	return nil
}

func (c *Controller) send(now time.Time, e Send) ([]Action, error) {
	n, err := c.node(e.Node, InService, Investigate)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(e.Ticket) == "" {
		return nil, fmt.Errorf("%w: node %s has no ticket", ErrEvidence, e.Node)
	}
	n.become(now, OutOfOrder, n.Why)
	n.Ticket = e.Ticket
	c.vacate(now, n)
	return append([]Action{TakeOut{n.ID}}, c.heal(now)...), nil
}

// returned takes a lease for a node that is back from repair, and orders that it be
// prepared. The order must be durable before anything is done on it.
func (c *Controller) returned(now time.Time, e Return) ([]Action, error) {
	n, err := c.node(e.Node, OutOfOrder)
	if err != nil {
		return nil, err
	}
	if e.Ticket != n.Ticket {
		return nil, fmt.Errorf("%w: node %s went to repair with ticket %q, and is returned with %q", ErrEvidence, n.ID, n.Ticket, e.Ticket)
	}
	until := now.Add(c.config.Lease)
	lease := permit.Lease{Resource: permit.Resource(n.ID), Owner: e.Owner, Reason: "back from repair", Ticket: e.Ticket, Expires: until}
	if err := c.authority.Unprotect(now, lease); err != nil {
		return nil, err
	}
	n.become(now, Returned, "")
	c.last++
	intent := &Intent{ID: fmt.Sprint(intentPrefix, c.last), Node: n.ID, Ticket: e.Ticket, Owner: e.Owner}
	c.intents[intent.ID] = intent
	return []Action{Wake{until}, StoreIntent{*intent}}, nil
}

// stored goes on with an intent that is durable.
func (c *Controller) stored(now time.Time, e IntentStored) ([]Action, error) {
	intent := c.intents[e.ID]
	if intent == nil {
		return nil, fmt.Errorf("%w: intent %s", ErrUnknown, e.ID)
	}
	if intent.Stored {
		return nil, fmt.Errorf("%w: intent %s was stored before", ErrStatus, e.ID)
	}
	actions, err := c.proceed(now, intent)
	intent.Stored = err == nil
	return actions, err
}

// resume goes on with an intent of an earlier primary, whose permits are useless.
func (c *Controller) resume(now time.Time, e Resume) ([]Action, error) {
	n, err := c.node(e.Node, Returned)
	if err != nil {
		return nil, err
	}
	intent := c.intentFor(n.ID)
	switch {
	case intent == nil || !intent.Stored:
		return nil, fmt.Errorf("%w: nobody ordered that node %s be prepared", ErrStatus, n.ID)
	case c.permits[n.ID] != nil:
		return nil, fmt.Errorf("%w: node %s is being prepared", ErrStatus, n.ID)
	}
	return c.proceed(now, intent)
}

// proceed has a node prepared for which there is an intent, if the authority permits.
func (c *Controller) proceed(now time.Time, intent *Intent) ([]Action, error) {
	n, err := c.node(intent.Node, Returned)
	if err != nil {
		return nil, err
	}
	if err := c.authorize(now, n, intent); err != nil {
		return nil, err
	}
	return []Action{Lift{n.ID}, c.order(n)}, nil
}

// authorize gets the permit to prepare a node, on the strength of an intent.
//
//leapguard:check intent n
func (c *Controller) authorize(now time.Time, n *Node, intent *Intent) error {
	r := permit.Resource(n.ID)
	p, err := c.authority.Authorize(now, Prepare, r, permit.Intent{ID: intent.ID, Action: Prepare, Resource: permit.Resource(intent.Node)})
	if err != nil {
		return err
	}
	c.permits[n.ID] = p
	return nil
}

// order orders that a node is prepared.
//
//leapguard:danger intent n
func (c *Controller) order(n *Node) Action {
	return PrepareNode{Node: n.ID, Permit: c.permits[n.ID], Term: c.term}
}

// prepared ends the repair of a node. Whatever came of it, the node is protected.
func (c *Controller) prepared(now time.Time, e Prepared) ([]Action, error) {
	n, err := c.node(e.Node, Returned)
	if err != nil {
		return nil, err
	}
	if c.permits[n.ID] == nil {
		return nil, fmt.Errorf("%w: node %s was not to be prepared", ErrStatus, n.ID)
	}
	err = c.authority.Release(now, permit.Resource(n.ID))
	if err != nil && !errors.Is(err, permit.ErrProtected) && !errors.Is(err, permit.ErrAudit) {
		return nil, err
	}
	actions := []Action{Protect{n.ID}}
	if errors.Is(err, permit.ErrAudit) { // the lease has ended all the same
		actions = append(actions, Alarm{fmt.Sprintf("node %s: the end of its lease: %v", n.ID, err)})
	}
	delete(c.permits, n.ID)
	c.forget(n.ID)
	if e.Err != nil {
		n.become(now, OutOfOrder, e.Err.Error())
		return append(actions, Alarm{fmt.Sprintf("node %s could not be prepared: %v", n.ID, e.Err)}), nil
	}
	n.become(now, InService, "")
	n.Ticket = ""
	c.forgetNode(now, n)
	return append(actions, c.heal(now)...), nil
}

// tick protects nodes again whose leases have ended, and gives up starts that take too
// long.
func (c *Controller) tick(now time.Time) ([]Action, error) {
	var actions []Action
	for _, n := range c.sorted() {
		if n.Status == Returned && c.authority.Protected(now, permit.Resource(n.ID)) {
			delete(c.permits, n.ID)
			c.forget(n.ID)
			n.become(now, OutOfOrder, "its lease ended before it was prepared")
			actions = append(actions, Protect{n.ID}, Alarm{fmt.Sprintf("node %s: %s", n.ID, n.Why)})
		}
	}
	return append(actions, c.overdue(now)...), nil
}

// intentFor returns the intent for a node, nil if there is none.
func (c *Controller) intentFor(id NodeID) *Intent {
	for _, i := range c.intents {
		if i.Node == id {
			return i
		}
	}
	return nil
}

func (c *Controller) forget(id NodeID) {
	if i := c.intentFor(id); i != nil {
		delete(c.intents, i.ID)
	}
}
