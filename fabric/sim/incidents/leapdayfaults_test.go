package incidents_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/breaker"
	"github.com/leapguard/leapguard/fabric/cluster"
	"github.com/leapguard/leapguard/fabric/sim"
	"github.com/leapguard/leapguard/fabric/sim/incidents"
)

const (
	leapSeeds     = 200
	leapThreshold = 4
	// faultTransition makes another replica the primary before an event.
	faultTransition = "transition"
)

// checkedFabric is a fabric controller that is looked at after each step, and whose
// primary changes at times.
type checkedFabric struct {
	world      *sim.World
	controller *cluster.Controller
	term       uint64
	state      cluster.State
	wrong      error // the first thing that was
}

// Step implements [incidents.FabricController].
func (c *checkedFabric) Step(now time.Time, event cluster.Event) ([]cluster.Action, error) {
	if c.world.Fails(faultTransition) {
		c.transition(now)
	}
	actions, err := c.controller.Step(now, event)
	before := c.state
	c.state, c.wrong = c.save(now), errors.Join(c.wrong, c.check(before, event, actions))
	return actions, err
}

func (c *checkedFabric) save(now time.Time) cluster.State {
	s, err := c.controller.State(now)
	c.wrong = errors.Join(c.wrong, err)
	return s
}

// transition has another controller go on where this one ended, with what was saved
// of it.
func (c *checkedFabric) transition(now time.Time) {
	data, err := cluster.EncodeState(c.state)
	if err != nil {
		c.wrong = errors.Join(c.wrong, err)
		return
	}
	loaded, err := cluster.DecodeState(data)
	if err != nil {
		c.wrong = errors.Join(c.wrong, err)
		return
	}
	c.term++
	next, err := cluster.New(now, c.term, leapFabric(leapThreshold), loaded)
	if err != nil {
		c.wrong = errors.Join(c.wrong, err)
		return
	}
	c.controller = next
	if got := c.save(now); !reflect.DeepEqual(got.Machines, c.state.Machines) || !reflect.DeepEqual(got.Nodes, c.state.Nodes) {
		c.wrong = errors.Join(c.wrong, fmt.Errorf("loaded %+v, saved %+v", got, c.state))
	}
}

// check reports what must never be.
func (c *checkedFabric) check(before cluster.State, event cluster.Event, actions []cluster.Action) error {
	used := len(c.state.Machines.Budget.InFlight)
	for _, f := range c.state.Machines.Budget.Failed {
		used += f.Count
	}
	if used > leapThreshold {
		return fmt.Errorf("%+v: failures and heals in flight are %d", event, used)
	}
	_, clears := event.(cluster.Clear)
	if before.Machines.Budget.Opening == nil || clears {
		return c.checkInvestigated(before, event)
	}
	for _, a := range actions {
		if s, starts := a.(cluster.StartVM); starts && (s.Start.Trigger == cluster.Healing || s.Start.Trigger == cluster.Update) {
			return fmt.Errorf("%+v: %+v while the breaker is open", event, s)
		}
	}
	if in(before, cluster.Investigate) != in(c.state, cluster.Investigate) {
		return fmt.Errorf("%+v: a node is taken out of service while the breaker is open", event)
	}
	return nil
}

// checkInvestigated reports nodes that were taken out of service without evidence, or
// for their hardware though no guest agent started elsewhere.
func (c *checkedFabric) checkInvestigated(before cluster.State, event cluster.Event) error {
	passed := slices.ContainsFunc(c.state.Machines.Evidence, func(e breaker.Evidence) bool { return e.Signal == breaker.Passed })
	for i, n := range c.state.Nodes {
		if n.Status == cluster.Investigate && before.Nodes[i].Status == cluster.InService &&
			(strings.TrimSpace(n.Why) == "" || n.Cause == breaker.Hardware && !passed) {
			return fmt.Errorf("%+v: %+v", event, n)
		}
	}
	return nil
}

// leapFaults runs a day, of which the first hours are full of faults, and returns the
// world at its end. After twelve hours a person looks at what has failed.
func leapFaults(seed uint64, config incidents.LeapDayConfig, agents incidents.Agents) (*sim.World, *checkedFabric, error) {
	w := sim.New(incidents.LeapDayStart(), seed)
	calm := incidents.LeapDayStart().Add(6 * time.Hour)
	for name, chance := range map[string]float64{
		incidents.MessageLoss: 0.05, incidents.GuestCrash: 0.1, incidents.NodeDeath: 0.02, faultTransition: 0.05,
	} {
		w.Inject(name, sim.Fault{Probability: chance, Until: calm})
	}
	c, err := cluster.New(w.Now(), 1, leapFabric(leapThreshold), config.State())
	if err != nil {
		return nil, nil, err
	}
	fabric := &checkedFabric{world: w, controller: c, term: 1, state: config.State()}
	run := leapRun{incidents.NewCompute(w, "a", leapNodes(config), fabric, agents), nil}
	run.Watch = func(message any) {
		if showsSecret(message) {
			fabric.wrong = errors.Join(fabric.wrong, fmt.Errorf("%T shows a secret", message))
		}
	}
	run.Break(calm)
	run.trigger(config)
	w.Every(10*time.Minute, "rollout", func() bool {
		vm := config.VM(w.Rand.IntN(config.Nodes), w.Rand.IntN(config.PerNode))
		_ = run.Tell(cluster.Upgrade{VM: vm, Guest: incidents.NewGuest})
		return w.Now().Before(calm)
	})
	w.Every(12*time.Hour, "look", func() bool {
		_ = run.Tell(cluster.Clear{By: "ann", Reason: "seen"})
		return w.Now().Before(incidents.LeapDayEnd())
	})
	w.Run(incidents.LeapDayEnd())
	return w, fabric, errors.Join(fabric.wrong, w.Err())
}

// TestLeapDayFaults: whatever messages are lost, guest agents crash, nodes die and
// primaries change, what the budget bounds stays within it, and nodes are taken out of
// service for a reason only. Where the guest agents work, all virtual machines run at
// the end, on nodes that live. The same seed is the same day. LD-02, LD-05, LD-16,
// LD-19, LD-20, LD-45, ST-08.
func TestLeapDayFaults(t *testing.T) {
	variants := []struct {
		name   string
		agents incidents.Agents
	}{{"fixed", fixedAgents}, {"silent", buggyAgents}, {"typed", typedAgents}}
	hit := make(map[string]int)
	for seed := range uint64(leapSeeds) {
		config := incidents.LeapDayConfig{Nodes: 16, PerNode: 3, Starts: 1 + int(seed%7), Fresh: seed%2 == 0}
		v := variants[seed%3]
		w, fabric, err := leapFaults(seed, config, v.agents)
		if err != nil {
			t.Fatalf("seed %d, %s: %v", seed, v.name, err)
		}
		again, _, err := leapFaults(seed, config, v.agents)
		if err != nil || again.Trace.Hash() != w.Trace.Hash() {
			t.Fatalf("seed %d, %s: another day, %v", seed, v.name, err)
		}
		for _, what := range []string{"fault loss", "fault crash", "fault transition", "a dead", "a alarm node", "a alarm nothing is healed", "a alarm guest agent"} {
			hit[what] += min(1, w.Trace.Count(what))
		}
		if v.name != "fixed" {
			continue
		}
		for _, vm := range fabric.state.Machines.VMs {
			if vm.Status != cluster.Up || w.Trace.Count("a dead "+string(vm.Node)) > 0 {
				t.Errorf("seed %d: at the end %+v\n%s", seed, vm, w.Trace)
			}
		}
	}
	for _, what := range []string{"fault loss", "fault crash", "fault transition", "a dead", "a alarm node", "a alarm nothing is healed", "a alarm guest agent"} {
		if hit[what] == 0 {
			t.Errorf("no day has a line %q", what)
		}
	}
	t.Logf("of %d days: %v", leapSeeds, hit)
}

// TestLeapDayParts: a guest agent that crashes costs a virtual machine, which is healed
// elsewhere, and says nothing of its node; a host agent that dies costs the node, and
// all virtual machines on it are healed. LD-04, LD-17.
func TestLeapDayParts(t *testing.T) {
	config := incidents.LeapDayConfig{Nodes: 4, PerNode: 3, Starts: 1}
	for _, test := range []struct {
		fault        string
		until        time.Duration
		investigated int
		healed       int
	}{
		{incidents.GuestCrash, 75 * time.Minute, 0, 1},
		{incidents.NodeDeath, 11 * time.Minute, 1, 3},
	} {
		w := newWorld(t, incidents.LeapDayStart(), 1)
		a := newLeapDay(t, w, "a", config, leapThreshold, fixedAgents)
		until := incidents.LeapDayStart().Add(test.until)
		w.Inject(test.fault, sim.Fault{Probability: 1, Until: until})
		a.Break(until)
		a.trigger(config)
		w.Run(incidents.LeapDayEnd())
		s := a.state(t)
		healed := 0
		for _, vm := range s.Machines.VMs {
			if vm.Status != cluster.Up {
				t.Errorf("%s: %+v", test.fault, vm)
			}
			if vm.Trigger == cluster.Healing {
				healed++
			}
		}
		if got := in(s, cluster.Investigate); got != test.investigated || healed != test.healed {
			t.Errorf("%s: %d nodes investigated, %d virtual machines healed:\n%s", test.fault, got, healed, w.Trace)
		}
	}
}
