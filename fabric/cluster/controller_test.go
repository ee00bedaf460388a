package cluster_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/breaker"
	"github.com/leapguard/leapguard/fabric/cluster"
	"github.com/leapguard/leapguard/fabric/permit"
)

func config() cluster.Config {
	return cluster.Config{
		Permits: permit.Config{PerWindow: 3, PerGroup: 2, Window: time.Hour, MaxLease: 24 * time.Hour, Audit: new(permit.Log)},
		Lease:   6 * time.Hour,
		Scan:    time.Hour,
	}
}

// lead returns a controller, as the primary of a term, with a state.
func lead(t *testing.T, now time.Time, term uint64, state cluster.State) *cluster.Controller {
	t.Helper()
	c, err := cluster.New(now, term, config(), state)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// text returns actions, a word or two each.
func text(actions []cluster.Action) string {
	var out []string
	for _, a := range actions {
		switch a := a.(type) {
		case cluster.TakeOut:
			out = append(out, "take out "+string(a.Node))
		case cluster.Lift:
			out = append(out, "lift "+string(a.Node))
		case cluster.Protect:
			out = append(out, "protect "+string(a.Node))
		case cluster.StoreIntent:
			out = append(out, "store "+a.Intent.ID)
		case cluster.PrepareNode:
			out = append(out, fmt.Sprintf("prepare %s in term %d", a.Node, a.Term))
		case cluster.Wake:
			out = append(out, "wake at "+a.At.Sub(start).String())
		case cluster.Alarm:
			out = append(out, "alarm: "+a.Text)
		case cluster.StartVM:
			out = append(out, fmt.Sprintf("start %s on %s for %s", a.Start.VM, a.Node, a.Start.Trigger))
		case cluster.StopVM:
			out = append(out, fmt.Sprintf("stop %s on %s", a.VM, a.Node))
		}
	}
	return strings.Join(out, "; ")
}

// A step is an event at a time after the start, and what comes of it: actions or an
// error.
type step struct {
	at    time.Duration
	event cluster.Event
	want  string
	err   error
}

func check(t *testing.T, c *cluster.Controller, steps ...step) {
	t.Helper()
	checkBut(t, c, func(cluster.Action) bool { return false }, steps)
}

// checkBut is check without some actions.
func checkBut(t *testing.T, c *cluster.Controller, but func(cluster.Action) bool, steps []step) {
	t.Helper()
	for i, s := range steps {
		actions, err := c.Step(start.Add(s.at), s.event)
		if !errors.Is(err, s.err) || s.err == nil && err != nil {
			t.Errorf("step %d, %+v: %v, want error %v", i, s.event, err, s.err)
		}
		if got := text(slices.DeleteFunc(actions, but)); got != s.want {
			t.Errorf("step %d, %+v:\n got %s\nwant %s", i, s.event, got, s.want)
		}
	}
}

// status returns the status of a node.
func status(t *testing.T, c *cluster.Controller, id cluster.NodeID) cluster.Status {
	t.Helper()
	for _, n := range save(t, c, start).Nodes {
		if n.ID == id {
			return n.Status
		}
	}
	return ""
}

func save(t *testing.T, c *cluster.Controller, now time.Time) cluster.State {
	t.Helper()
	s, err := c.State(now)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var toReturned = []step{
	{event: cluster.Add{Node: "n1", Domain: "d1"}},
	{event: cluster.Suspect{Node: "n1", Evidence: "3 disks failed"}, want: "alarm: node n1: 3 disks failed"},
	{event: cluster.Send{Node: "n1", Ticket: "T1"}, want: "take out n1"},
	{at: time.Hour, event: cluster.Return{Node: "n1", Owner: "repair", Ticket: "T1"}, want: "wake at 7h0m0s; store prepare-1"},
}

// TestRepair: a node goes to repair, comes back, is prepared once the order is
// durable, and is protected. LD-16, ST-05, ST-06, ST-10.
func TestRepair(t *testing.T) {
	c := lead(t, start, 1, cluster.State{})
	check(t, c, toReturned...)
	check(t, c,
		step{at: 2 * time.Hour, event: cluster.Resume{Node: "n1"}, err: cluster.ErrStatus}, // the order could be forgotten
		step{at: 2 * time.Hour, event: cluster.IntentStored{ID: "prepare-1"}, want: "lift n1; prepare n1 in term 1"},
		step{at: 2 * time.Hour, event: cluster.IntentStored{ID: "prepare-1"}, err: cluster.ErrStatus},
		step{at: 3 * time.Hour, event: cluster.Prepared{Node: "n1"}, want: "protect n1"},
		step{at: 3 * time.Hour, event: cluster.Prepared{Node: "n1"}, err: cluster.ErrStatus},
		step{at: 8 * time.Hour, event: cluster.Tick{}},
	)
	if got := status(t, c, "n1"); got != cluster.InService {
		t.Errorf("n1 is %s", got)
	}
	if leases := save(t, c, start.Add(3*time.Hour)).Permits.Leases; len(leases) > 0 {
		t.Errorf("leases are left: %+v", leases)
	}
}

// TestRepairedTwice: what was left of the first repair is no reason to do anything in
// the second one: without an order that is durable, a node is not in service. ST-06,
// ST-09.
func TestRepairedTwice(t *testing.T) {
	c := lead(t, start, 1, cluster.State{})
	check(t, c, toReturned...)
	check(t, c,
		step{at: 2 * time.Hour, event: cluster.IntentStored{ID: "prepare-1"}, want: "lift n1; prepare n1 in term 1"},
		step{at: 2 * time.Hour, event: cluster.Prepared{Node: "n1"}, want: "protect n1"},
		step{at: 3 * time.Hour, event: cluster.Send{Node: "n1", Ticket: "T2"}, want: "take out n1"},
		step{at: 4 * time.Hour, event: cluster.Return{Node: "n1", Owner: "repair", Ticket: "T2"}, want: "wake at 10h0m0s; store prepare-2"},
		step{at: 4 * time.Hour, event: cluster.Prepared{Node: "n1"}, err: cluster.ErrStatus},
		step{at: 4 * time.Hour, event: cluster.IntentStored{ID: "prepare-1"}, err: cluster.ErrUnknown},
		step{at: 4 * time.Hour, event: cluster.Resume{Node: "n1"}, err: cluster.ErrStatus},
		step{at: 4 * time.Hour, event: cluster.IntentStored{ID: "prepare-2"}, want: "lift n1; prepare n1 in term 1"},
	)
}

// TestOwner: of a node that is left to a person it is known since when and why, who
// looks into it, and no more of that once the node goes to repair. LD-16.
func TestOwner(t *testing.T) {
	c := lead(t, start, 1, cluster.State{})
	check(t, c, toReturned[:2]...)
	check(t, c,
		step{event: cluster.Assign{Node: "n1", Owner: " "}, err: cluster.ErrEvidence},
		step{event: cluster.Assign{Node: "x", Owner: "ann"}, err: cluster.ErrUnknown},
		step{event: cluster.Assign{Node: "n1", Owner: "ann"}},
		step{event: cluster.Assign{Node: "n1", Owner: "bob"}},
	)
	want := cluster.Node{
		ID: "n1", Domain: "d1", Status: cluster.Investigate, Since: start,
		Why: "3 disks failed", Cause: breaker.Unknown, Owner: "bob",
	}
	if got := save(t, c, start).Nodes[0]; got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	check(t, lead(t, start, 2, save(t, c, start)), toReturned[2])
	check(t, c, toReturned[2])
	if got := save(t, c, start).Nodes[0]; got.Owner != "" {
		t.Errorf("%+v", got)
	}
}

// TestFails: a node that cannot be prepared goes back to repair, protected. ST-06.
func TestFails(t *testing.T) {
	c := lead(t, start, 1, cluster.State{})
	check(t, c, toReturned...)
	check(t, c,
		step{at: 2 * time.Hour, event: cluster.IntentStored{ID: "prepare-1"}, want: "lift n1; prepare n1 in term 1"},
		step{at: 3 * time.Hour, event: cluster.Prepared{Node: "n1", Err: errors.New("no disks")}, want: "protect n1; alarm: node n1 could not be prepared: no disks"},
	)
	if got := status(t, c, "n1"); got != cluster.OutOfOrder {
		t.Errorf("n1 is %s", got)
	}
}

// TestLeaseEnds: a node that is not prepared in time is protected again at the very
// instant at which its lease ends. ST-05.
func TestLeaseEnds(t *testing.T) {
	c := lead(t, start, 1, cluster.State{})
	check(t, c, toReturned...)
	end := 7 * time.Hour
	check(t, c,
		step{at: end - 1, event: cluster.Tick{}},
		step{at: end, event: cluster.Tick{}, want: "protect n1; alarm: node n1: its lease ended before it was prepared"},
		step{at: end, event: cluster.IntentStored{ID: "prepare-1"}, err: cluster.ErrUnknown},
		step{at: end, event: cluster.Prepared{Node: "n1"}, err: cluster.ErrStatus},
	)
}

// TestCapped: no more nodes are prepared than the limits allow, and none in a second
// fault domain as long as the first is open. ST-11.
func TestCapped(t *testing.T) {
	c := lead(t, start, 1, cluster.State{})
	for i, domain := range []permit.Group{"d1", "d1", "d1", "d2"} {
		node := cluster.NodeID(fmt.Sprintf("n%d", i+1))
		for _, event := range []cluster.Event{
			cluster.Add{Node: node, Domain: domain}, cluster.Send{Node: node, Ticket: "T"}, cluster.Return{Node: node, Owner: "repair", Ticket: "T"},
		} {
			if _, err := c.Step(start, event); err != nil {
				t.Fatal(err)
			}
		}
	}
	check(t, c,
		step{event: cluster.IntentStored{ID: "prepare-1"}, want: "lift n1; prepare n1 in term 1"},
		step{event: cluster.IntentStored{ID: "prepare-4"}, err: permit.ErrGroup},
		step{event: cluster.IntentStored{ID: "prepare-2"}, want: "lift n2; prepare n2 in term 1"},
		step{event: cluster.IntentStored{ID: "prepare-3"}, err: permit.ErrCap},
	)
}

// TestTransition: a new primary does nothing by itself, wherever the one before
// ended; a permit of the old one is useless, and an order goes on when it is said to
// be wanted. ST-08, ST-09.
func TestTransition(t *testing.T) {
	c := lead(t, start, 1, cluster.State{})
	check(t, c, toReturned...)
	stored := step{at: 2 * time.Hour, event: cluster.IntentStored{ID: "prepare-1"}, want: "lift n1; prepare n1 in term 1"}
	check(t, c, stored)
	next := lead(t, start.Add(3*time.Hour), 2, save(t, c, start.Add(2*time.Hour)))
	check(t, next,
		step{at: 3 * time.Hour, event: cluster.Tick{}},
		step{at: 3 * time.Hour, event: cluster.Prepared{Node: "n1"}, err: cluster.ErrStatus},
		step{at: 3 * time.Hour, event: cluster.IntentStored{ID: "prepare-1"}, err: cluster.ErrStatus},
		step{at: 3 * time.Hour, event: cluster.Resume{Node: "n1"}, want: "lift n1; prepare n1 in term 2"},
		step{at: 3 * time.Hour, event: cluster.Resume{Node: "n1"}, err: cluster.ErrStatus},
		step{at: 4 * time.Hour, event: cluster.Prepared{Node: "n1"}, want: "protect n1"},
	)
	if _, err := cluster.New(start, 2, config(), save(t, next, start.Add(4*time.Hour))); !errors.Is(err, permit.ErrEpoch) {
		t.Errorf("a second primary of term 2: %v", err)
	}
}

// TestTransitionBeforeTold: an order that is durable, though the primary ended before
// it was told so, goes on in the next term when it is said to be wanted. ST-09.
func TestTransitionBeforeTold(t *testing.T) {
	c := lead(t, start, 1, cluster.State{})
	check(t, c, toReturned...)
	next := lead(t, start.Add(2*time.Hour), 2, save(t, c, start.Add(time.Hour)))
	check(t, next,
		step{at: 2 * time.Hour, event: cluster.Tick{}},
		step{at: 2 * time.Hour, event: cluster.IntentStored{ID: "prepare-1"}, err: cluster.ErrStatus},
		step{at: 2 * time.Hour, event: cluster.Resume{Node: "n1"}, want: "lift n1; prepare n1 in term 2"},
	)
}

// TestTransitionBeforeStored: an order of which the store does not know is forgotten
// with its primary, and the node stays protected. ST-09.
func TestTransitionBeforeStored(t *testing.T) {
	c := lead(t, start, 1, cluster.State{})
	check(t, c, toReturned[:3]...)
	before := save(t, c, start)
	check(t, c, toReturned[3])
	next := lead(t, start.Add(2*time.Hour), 2, before)
	check(t, next,
		step{at: 2 * time.Hour, event: cluster.IntentStored{ID: "prepare-1"}, err: cluster.ErrUnknown},
		step{at: 2 * time.Hour, event: cluster.Resume{Node: "n1"}, err: cluster.ErrStatus},
	)
}

// TestRefused: events that do not fit are errors, and change nothing. LD-16.
func TestRefused(t *testing.T) {
	c := lead(t, start, 1, cluster.State{})
	check(t, c,
		step{event: cluster.Add{Node: "n1", Domain: "d1"}},
		step{event: cluster.Add{Node: "n1", Domain: "d1"}, err: cluster.ErrStatus},
		step{event: cluster.Add{Node: "n2"}, err: permit.ErrResource},
		step{event: cluster.Suspect{Node: "n1", Evidence: " "}, err: cluster.ErrEvidence},
		step{event: cluster.Suspect{Node: "x", Evidence: "fire"}, err: cluster.ErrUnknown},
		step{event: cluster.Assign{Node: "n1", Owner: "ann"}, err: cluster.ErrStatus},
		step{event: cluster.Send{Node: "n1"}, err: cluster.ErrEvidence},
		step{event: cluster.Return{Node: "n1", Owner: "repair", Ticket: "T"}, err: cluster.ErrStatus},
		step{event: cluster.Prepared{Node: "n1"}, err: cluster.ErrStatus},
		step{event: cluster.Resume{Node: "n1"}, err: cluster.ErrStatus},
		step{event: cluster.Send{Node: "n1", Ticket: "T"}, want: "take out n1"},
		step{event: cluster.Return{Node: "n1", Owner: "repair", Ticket: "other"}, err: cluster.ErrEvidence},
		step{event: cluster.Return{Node: "n1", Ticket: "T"}, err: permit.ErrLease},
		step{event: nil, err: cluster.ErrUnknown},
	)
	if got := status(t, c, "n1"); got != cluster.OutOfOrder {
		t.Errorf("n1 is %s", got)
	}
}

// TestCorrupt: a state that cannot be true is not loaded.
func TestCorrupt(t *testing.T) {
	node := cluster.Node{ID: "n1", Domain: "d1", Status: cluster.Returned}
	intent := cluster.Intent{ID: "i1", Node: "n1", Ticket: "T", Owner: "o"}
	for name, state := range map[string]cluster.State{
		"node twice":          {Nodes: []cluster.Node{node, node}},
		"no name":             {Nodes: []cluster.Node{{Domain: "d1", Status: cluster.InService}}},
		"no domain":           {Nodes: []cluster.Node{{ID: "n1", Status: cluster.InService}}},
		"owner in service":    {Nodes: []cluster.Node{{ID: "n1", Domain: "d1", Status: cluster.InService, Owner: "ann"}}},
		"status":              {Nodes: []cluster.Node{{ID: "n1", Domain: "d1", Status: "well"}}},
		"intent without node": {Intents: []cluster.Intent{intent}},
		"intent in service":   {Nodes: []cluster.Node{{ID: "n1", Domain: "d1", Status: cluster.InService}}, Intents: []cluster.Intent{intent}},
		"intent twice":        {Nodes: []cluster.Node{node}, Intents: []cluster.Intent{intent, {ID: "i2", Node: "n1", Ticket: "T", Owner: "o"}}},
		"intent of no number": {Nodes: []cluster.Node{node}, Intents: []cluster.Intent{{ID: "prepare-2", Node: "n1", Ticket: "T", Owner: "o"}}, Last: 1},
		"intent without name": {Nodes: []cluster.Node{node}, Intents: []cluster.Intent{{Node: "n1", Ticket: "T", Owner: "o"}}},
		"lease in service": {Nodes: []cluster.Node{{ID: "n1", Domain: "d1", Status: cluster.InService}}, Permits: permit.Snapshot{Epoch: 1, Leases: []permit.Held{{Lease: permit.Lease{
			Resource: "n1", Owner: "o", Reason: "r", Ticket: "T", Expires: start.Add(time.Hour)}}}}},
		"intent without owner": {Nodes: []cluster.Node{node}, Intents: []cluster.Intent{{ID: "i1", Node: "n1", Ticket: "T"}}},
		"lease of a stranger": {Permits: permit.Snapshot{Epoch: 1, Leases: []permit.Held{{Lease: permit.Lease{
			Resource: "n9", Owner: "o", Reason: "r", Ticket: "T", Expires: start.Add(time.Hour)}}}}},
	} {
		if c, err := cluster.New(start, 2, config(), state); !errors.Is(err, cluster.ErrCorrupt) || c != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
