package cluster

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/leapguard/leapguard/fabric/breaker"
)

// A Hold says that no virtual machine starts with a guest agent, since the guest
// agent is to blame for what failed. [Clear] ends it.
type Hold struct {
	Guest Version
	Since time.Time
	Why   string
}

// remember keeps an observation, for as long as the configuration says. Of several
// passes only the last counts.
func (c *Controller) remember(e breaker.Evidence) {
	old := e.Time.Add(-c.config.Memory)
	c.evidence = slices.DeleteFunc(c.evidence, func(o breaker.Evidence) bool {
		again := e.Signal == breaker.Passed && o.Signal == e.Signal && o.Node == e.Node && o.Artefact == e.Artefact
		return again || o.Time.Before(old)
	})
	c.evidence = append(c.evidence, e)
}

// cause returns what is to blame for the failures of a guest agent on a node. That it
// works on other nodes counts, that it fails there does not.
func (c *Controller) cause(n *Node, guest Version) breaker.Cause {
	return c.config.Classifier.Classify(c.about(guest, func(e breaker.Evidence) bool {
		return e.Signal == breaker.Passed || e.Node == string(n.ID)
	}))
}

// hold holds a guest agent, with an alarm, if it is to blame itself: it fails on so
// many nodes that it cannot be theirs.
func (c *Controller) hold(now time.Time, guest Version) []Action {
	if _, held := c.holds[guest]; held {
		return nil
	}
	failures := c.about(guest, func(e breaker.Evidence) bool { return e.Signal != breaker.Passed })
	nodes := make(map[string]bool)
	for _, e := range failures {
		nodes[e.Node] = true
	}
	few := len(nodes) < 2 && c.config.Classifier.Nodes != 1
	if few || c.config.Classifier.Classify(failures) != breaker.GuestSoftware {
		return nil
	}
	h := Hold{Guest: guest, Since: now, Why: fmt.Sprintf("it fails on %d nodes", len(nodes))}
	c.holds[guest] = h
	return []Action{Alarm{fmt.Sprintf("guest agent %s is held: %s", guest, h.Why)}}
}

// about returns the evidence about a guest agent for which a condition holds.
func (c *Controller) about(guest Version, holds func(breaker.Evidence) bool) []breaker.Evidence {
	var out []breaker.Evidence
	for _, e := range c.evidence {
		if e.Artefact == guestAgent(guest) && holds(e) {
			out = append(out, e)
		}
	}
	return out
}

// forgetNode forgets what was observed on a node before it was repaired, and makes
// room in the budget for what it took there.
func (c *Controller) forgetNode(now time.Time, n *Node) {
	n.Cause = breaker.Unknown
	// That the budget knows nothing of the node is well too.
	_ = c.budget.Return(now, string(n.ID))
	c.evidence = slices.DeleteFunc(c.evidence, func(e breaker.Evidence) bool { return e.Node == string(n.ID) })
	for _, vm := range c.vms {
		if vm.From == n.ID {
			vm.From = ""
		}
	}
}

// checkTime reports why a time cannot be that of an observation, nil if it can.
func checkTime(t time.Time) error {
	if y := t.UTC().Year(); t.IsZero() || y < 1 || y > 9999 {
		return fmt.Errorf("%w: %s", breaker.ErrTime, t)
	}
	return nil
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
