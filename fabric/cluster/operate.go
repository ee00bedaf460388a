package cluster

import (
	"errors"
	"fmt"
	"time"

	"github.com/leapguard/leapguard/fabric/breaker"
)

// A Class is a kind of what the fabric controller does, which can be switched off by
// itself.
type Class string

// The classes.
const (
	Heals      Class = "healing"                // what it does by itself for what has failed
	Management Class = "application management" // what it is asked to do: deploy, update, delete
)

// Switch switches a class of actions off or on.
type Switch struct {
	Class      Class
	Off        bool
	By, Reason string
}

func (Switch) event() {}

func (c *Controller) switched(now time.Time, e Switch) ([]Action, error) {
	switch {
	case e.Class != Heals && e.Class != Management:
		return nil, fmt.Errorf("%w: class %q", ErrUnknown, e.Class)
	case blank(e.By) || blank(e.Reason):
		return nil, fmt.Errorf("%w: %s was switched by %q for %q", ErrEvidence, e.Class, e.By, e.Reason)
	}
	if e.Off {
		c.off[e.Class] = true
	} else {
		delete(c.off, e.Class)
	}
	return c.heal(now), nil
}

// Clear says that a person has looked at what failed, and answers for going on: the
// breaker is closed, no guest agent is held, and what was observed so far counts no
// more.
type Clear struct{ By, Reason string }

func (Clear) event() {}

// cleared makes room for the nodes in service on which heals have failed: that they
// are still in service is what the person answers for.
func (c *Controller) cleared(now time.Time, e Clear) ([]Action, error) {
	budget, err := breaker.Restore(c.threshold(), c.budget.Snapshot())
	if err != nil {
		return nil, err
	}
	for _, f := range budget.Snapshot().Failed {
		if n := c.nodes[NodeID(f.Node)]; n == nil || n.Status == InService {
			if err := budget.Return(now, f.Node); err != nil {
				return nil, err
			}
		}
	}
	if err := budget.Clear(now, e.By, e.Reason); err != nil && (len(c.holds) == 0 || !errors.Is(err, breaker.ErrClosed)) {
		return nil, err
	}
	c.budget = budget
	clear(c.holds)
	c.evidence = nil
	return c.heal(now), nil
}
