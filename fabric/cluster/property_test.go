package cluster_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/leapguard/leapguard/fabric/breaker"
	"github.com/leapguard/leapguard/fabric/cluster"
	"github.com/leapguard/leapguard/fabric/permit"
)

const bound = 4 // the threshold of the machine

// machine drives a controller at random, and looks at each step.
type machine struct {
	c      *cluster.Controller
	config cluster.Config
	term   uint64
	now    time.Time
	state  cluster.State // after the last step
}

func (m *machine) save(t *rapid.T) cluster.State {
	s, err := m.c.State(m.now)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// step takes an event, and compares what comes of it with what may.
func (m *machine) step(t *rapid.T, e cluster.Event) {
	before := m.state
	actions, err := m.c.Step(m.now, e)
	m.state = m.save(t)
	if err != nil {
		if len(actions) > 0 || !reflect.DeepEqual(before, m.state) {
			t.Fatalf("%+v is refused, %v, with %s and another state", e, err, text(actions))
		}
		return
	}
	for _, a := range actions {
		switch a := a.(type) {
		case cluster.StartVM:
			m.started(t, e, before, a)
		case cluster.StopVM:
			m.stopped(t, e, before, a)
		case cluster.PrepareNode:
			m.ordered(t, e, before, a)
		}
	}
	m.withdrawn(t, e, before)
}

// started checks that nothing starts that is held, switched off or stopped by the
// breaker.
func (m *machine) started(t *rapid.T, e cluster.Event, before cluster.State, a cluster.StartVM) {
	_, clears := e.(cluster.Clear)
	open := before.Machines.Budget.Opening != nil && !clears
	automatic := a.Start.Trigger == cluster.Healing || a.Start.Trigger == cluster.Update
	if open && automatic {
		t.Fatalf("%+v starts %+v while the breaker is open", e, a)
	}
	held := slices.ContainsFunc(m.state.Machines.Holds, func(h cluster.Hold) bool { return h.Guest == a.Start.Guest })
	if held {
		t.Fatalf("%+v starts %+v, which is held", e, a)
	}
	class := cluster.Management
	if a.Start.Trigger == cluster.Healing {
		class = cluster.Heals
	}
	if slices.Contains(m.state.Machines.Off, class) {
		t.Fatalf("%+v starts %+v though %s is off", e, a, class)
	}
}

// stopped checks that nothing that runs is stopped on a node in service, unless it is
// asked for.
func (m *machine) stopped(t *rapid.T, e cluster.Event, before cluster.State, a cluster.StopVM) {
	_, asked := e.(cluster.Delete)
	for _, vm := range before.Machines.VMs {
		if vm.ID == a.VM && vm.Status == cluster.Up && !asked && m.node(a.Node).Status == cluster.InService {
			t.Fatalf("%+v stops %+v", e, vm)
		}
	}
}

// ordered checks that a node is prepared for an order that is stored, as soon as that is
// told, or when somebody wants it still, and for no other reason.
func (m *machine) ordered(t *rapid.T, e cluster.Event, before cluster.State, a cluster.PrepareNode) {
	i := slices.IndexFunc(before.Intents, func(i cluster.Intent) bool { return i.Node == a.Node })
	if i < 0 || a.Permit == nil || a.Term != m.term {
		t.Fatalf("%+v orders %+v", e, a)
	}
	stored, resumed := cluster.IntentStored{ID: before.Intents[i].ID}, cluster.Resume{Node: a.Node}
	if e != cluster.Event(stored) && (e != cluster.Event(resumed) || !before.Intents[i].Stored) {
		t.Fatalf("%+v orders %+v", e, a)
	}
}

func (m *machine) node(id cluster.NodeID) cluster.Node {
	i := slices.IndexFunc(m.state.Nodes, func(n cluster.Node) bool { return n.ID == id })
	return m.state.Nodes[i]
}

// withdrawn checks that nodes are taken out of service for a reason only, and not
// while the breaker is open; for their hardware only where the evidence proves it; and
// by a person only while healing is switched off.
func (m *machine) withdrawn(t *rapid.T, e cluster.Event, before cluster.State) {
	_, asked := e.(cluster.Suspect)
	for i, n := range before.Nodes {
		after := m.state.Nodes[i]
		if n.Status == after.Status || after.Status != cluster.Investigate {
			continue
		}
		if strings.TrimSpace(after.Why) == "" || before.Machines.Budget.Opening != nil {
			t.Fatalf("%+v became %+v", n, after)
		}
		if !asked && slices.Contains(before.Machines.Off, cluster.Heals) && slices.Contains(m.state.Machines.Off, cluster.Heals) {
			t.Fatalf("%+v became %+v by %+v while healing is off", n, after, e)
		}
		if after.Cause == breaker.Hardware && !m.proven(n.ID) {
			t.Fatalf("%+v became %+v by\n%+v", n, after, m.state.Machines.Evidence)
		}
	}
}

func (m *machine) proven(id cluster.NodeID) bool {
	return slices.ContainsFunc([]string{"1", "2"}, func(version string) bool {
		var about []breaker.Evidence
		clean := 0
		for _, e := range m.state.Machines.Evidence {
			if e.Artefact.Version != version || e.Signal != breaker.Passed && e.Node != string(id) {
				continue
			}
			if about = append(about, e); e.Signal == breaker.Silent && e.Clean {
				clean++
			}
		}
		return clean >= 3 && breaker.Classify(about) == breaker.Hardware
	})
}

// Check holds at all times.
func (m *machine) Check(t *rapid.T) {
	b := m.state.Machines.Budget
	used := len(b.InFlight)
	for _, h := range b.InFlight {
		if n := m.node(cluster.NodeID(h.Node)); n.Status != cluster.InService {
			t.Fatalf("%+v is in flight to %+v", h, n)
		}
	}
	for _, n := range m.state.Nodes {
		counted := slices.ContainsFunc(b.Failed, func(f breaker.Failure) bool { return f.Node == string(n.ID) })
		if n.Status == cluster.Investigate && !counted {
			t.Fatalf("%+v is not counted", n)
		}
	}
	for _, f := range b.Failed {
		used += f.Count
	}
	if used > bound {
		t.Fatalf("failures and heals in flight are %d of %d", used, bound)
	}
	data, err := cluster.EncodeState(m.state)
	if err != nil {
		t.Fatal(err)
	}
	if back, err := cluster.DecodeState(data); err != nil || !reflect.DeepEqual(back, m.state) {
		t.Fatalf("%+v\nis read as\n%+v, %v", m.state, back, err)
	}
}

// Transition makes another primary.
func (m *machine) Transition(t *rapid.T) {
	m.term++
	next, err := cluster.New(m.now, m.term, m.config, m.state)
	if err != nil {
		t.Fatal(err)
	}
	m.c = next
	before := m.state
	m.state = m.save(t)
	if !reflect.DeepEqual(m.state.Machines, before.Machines) || !reflect.DeepEqual(m.state.Nodes, before.Nodes) {
		t.Fatalf("loaded\n%+v\nsaved\n%+v", m.state, before)
	}
}

func aNode(t *rapid.T) cluster.NodeID {
	return rapid.SampledFrom([]cluster.NodeID{"n1", "n2", "n3", "n4", "n5", "n6"}).Draw(t, "node")
}

func aVM(t *rapid.T) cluster.VMID {
	return rapid.SampledFrom([]cluster.VMID{"a", "b", "c", "d", "e", "f", "g"}).Draw(t, "vm")
}

func aGuest(t *rapid.T) cluster.Version {
	return rapid.SampledFrom([]cluster.Version{"1", "1", "2"}).Draw(t, "guest")
}

func (m *machine) Deploy(t *rapid.T) {
	trigger := rapid.SampledFrom([]cluster.Trigger{cluster.Deployment, cluster.ScaleOut}).Draw(t, "trigger")
	m.step(t, cluster.Deploy{VM: aVM(t), Guest: aGuest(t), Trigger: trigger})
}

func (m *machine) Upgrade(t *rapid.T) { m.step(t, cluster.Upgrade{VM: aVM(t), Guest: aGuest(t)}) }

func (m *machine) Delete(t *rapid.T) { m.step(t, cluster.Delete{VM: aVM(t)}) }

// Report tells of a virtual machine where it is, or late, of one elsewhere.
func (m *machine) Report(t *rapid.T) {
	node, vm, guest := aNode(t), aVM(t), aGuest(t)
	for _, known := range m.state.Machines.VMs {
		if known.ID == vm && rapid.IntRange(0, 9).Draw(t, "late") > 0 {
			node, guest = known.Node, known.Guest
		}
	}
	strikes := rapid.IntRange(1, 3).Draw(t, "strikes")
	m.step(t, cluster.Report{Report: rapid.SampledFrom([]cluster.HostReport{
		cluster.Running{Node: node, VM: vm},
		cluster.GuestSilent{Node: node, VM: vm, Version: guest, Clean: rapid.Bool().Draw(t, "clean"), Strikes: strikes, Last: strikes == 3},
		cluster.GuestFailed{Node: node, Failed: cluster.Failed{VM: vm, Version: guest, Stage: cluster.StageSecrets, Err: errors.New("closed")}},
	}).Draw(t, "report")})
}

// Strike is a clean virtual machine that is silent until it is given up.
func (m *machine) Strike(t *rapid.T) {
	if len(m.state.Machines.VMs) == 0 {
		t.Skip("no virtual machine")
	}
	vm := rapid.SampledFrom(m.state.Machines.VMs).Draw(t, "vm")
	for strikes := 1; strikes <= 3; strikes++ {
		m.now = m.now.Add(25 * time.Minute)
		m.step(t, cluster.Report{Report: cluster.GuestSilent{
			Node: vm.Node, VM: vm.ID, Version: vm.Guest, Clean: true, Strikes: strikes, Last: strikes == 3,
		}})
	}
}

// Run is a virtual machine that does start.
func (m *machine) Run(t *rapid.T) {
	if len(m.state.Machines.VMs) == 0 {
		t.Skip("no virtual machine")
	}
	vm := rapid.SampledFrom(m.state.Machines.VMs).Draw(t, "vm")
	m.step(t, cluster.Report{Report: cluster.Running{Node: vm.Node, VM: vm.ID}})
}

func (m *machine) Suspect(t *rapid.T) {
	m.step(t, cluster.Suspect{Node: aNode(t), Evidence: rapid.SampledFrom([]string{"fan", " "}).Draw(t, "evidence")})
	m.step(t, cluster.Assign{Node: aNode(t), Owner: "ann"})
}

// Repair takes a node through as much of its repair as it goes.
func (m *machine) Repair(t *rapid.T) {
	node := aNode(t)
	m.step(t, cluster.Send{Node: node, Ticket: "T"})
	m.step(t, cluster.Return{Node: node, Owner: "repair", Ticket: "T"})
	for _, i := range m.state.Intents {
		m.step(t, cluster.IntentStored{ID: i.ID})
	}
	if rapid.Bool().Draw(t, "prepared") {
		m.step(t, cluster.Prepared{Node: node})
	}
}

// Resume says that a node is wanted still.
func (m *machine) Resume(t *rapid.T) { m.step(t, cluster.Resume{Node: aNode(t)}) }

func (m *machine) Tick(t *rapid.T) {
	m.now = m.now.Add(time.Duration(rapid.IntRange(0, 120).Draw(t, "minutes")) * time.Minute)
	m.step(t, cluster.Tick{})
}

func (m *machine) Switch(t *rapid.T) {
	class := rapid.SampledFrom([]cluster.Class{cluster.Heals, cluster.Management}).Draw(t, "class")
	m.step(t, cluster.Switch{Class: class, Off: rapid.IntRange(0, 3).Draw(t, "off") == 0, By: "ann", Reason: "drill"})
}

func (m *machine) Clear(t *rapid.T) {
	m.step(t, cluster.Clear{By: rapid.SampledFrom([]string{"ann", ""}).Draw(t, "by"), Reason: "seen"})
}

// TestMachine: whatever happens in whatever order, with another primary at any step,
// failures and heals in flight stay within the threshold; nodes are taken out of
// service for a reason, and for their hardware only if that is proven; nothing starts
// that is held, off or stopped by the breaker; an event that is refused changes
// nothing. LD-03, LD-15, LD-16, LD-18, LD-19, LD-20, LD-21, LD-45, ST-08.
func TestMachine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := &machine{now: start, term: 1, config: cluster.Config{
			Permits: permit.Config{PerWindow: 3, PerGroup: 2, Window: time.Hour, MaxLease: 24 * time.Hour, Audit: new(permit.Log)},
			Lease:   6 * time.Hour, Scan: time.Hour, Threshold: bound,
		}}
		c, err := cluster.New(m.now, m.term, m.config, cluster.State{})
		if err != nil {
			t.Fatal(err)
		}
		m.c = c
		m.state = m.save(t)
		for _, id := range []cluster.NodeID{"n1", "n2", "n3", "n4", "n5"} {
			m.step(t, cluster.Add{Node: id, Domain: "d"})
		}
		t.Repeat(rapid.StateMachineActions(m))
	})
}
