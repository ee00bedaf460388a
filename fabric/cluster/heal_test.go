package cluster_test

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/breaker"
	"github.com/leapguard/leapguard/fabric/cluster"
)

// withNodes returns a controller of nodes n1, n2 and so on, whose budget has a
// threshold.
func withNodes(t *testing.T, nodes, threshold int) *cluster.Controller {
	t.Helper()
	c := leadHealing(t, start, 1, threshold, cluster.State{})
	for i := range nodes {
		id := cluster.NodeID(fmt.Sprintf("n%d", i+1))
		check(t, c, step{event: cluster.Add{Node: id, Domain: "d"}})
	}
	return c
}

func leadHealing(t *testing.T, now time.Time, term uint64, threshold int, s cluster.State) *cluster.Controller {
	t.Helper()
	cfg := config()
	cfg.Threshold = threshold
	c, err := cluster.New(now, term, cfg, s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// checkHeals is check without the actions that ask for ticks.
func checkHeals(t *testing.T, c *cluster.Controller, steps ...step) {
	t.Helper()
	checkBut(t, c, func(a cluster.Action) bool { _, ok := a.(cluster.Wake); return ok }, steps)
}

func deploy(vm cluster.VMID) cluster.Deploy {
	return cluster.Deploy{VM: vm, App: "shop", Guest: "1", Trigger: cluster.Deployment}
}

func running(node cluster.NodeID, vm cluster.VMID) cluster.Report {
	return cluster.Report{Report: cluster.Running{Node: node, VM: vm}}
}

func silent(node cluster.NodeID, vm cluster.VMID, strikes int) cluster.Report {
	return cluster.Report{Report: cluster.GuestSilent{Node: node, VM: vm, Version: "1", Clean: true, Strikes: strikes, Last: strikes == 3}}
}

func failed(node cluster.NodeID, vm cluster.VMID) cluster.Report {
	return cluster.Report{Report: cluster.GuestFailed{Node: node, Failed: cluster.Failed{
		VM: vm, Version: "1", Stage: cluster.StageCertificate, Err: errors.New("no such day"),
	}}}
}

// TestManagement: virtual machines are placed round robin, each start has its
// trigger, and what does not fit is refused. LD-07.
func TestManagement(t *testing.T) {
	c := withNodes(t, 3, 2)
	scale := cluster.Deploy{VM: "c", App: "shop", Guest: "1", Trigger: cluster.ScaleOut}
	checkHeals(t, c,
		step{event: deploy("a"), want: "start a on n1 for deployment"},
		step{event: deploy("b"), want: "start b on n2 for deployment"},
		step{event: scale, want: "start c on n3 for scale-out"},
		step{event: deploy("d"), want: "start d on n1 for deployment"},
		step{event: deploy("d"), err: cluster.ErrStatus},
		step{event: deploy(""), err: cluster.ErrStatus},
		step{event: cluster.Deploy{VM: "e", Guest: " ", Trigger: cluster.Deployment}, err: cluster.ErrUnknown},
		step{event: cluster.Deploy{VM: "e", Guest: "1", Trigger: cluster.Healing}, err: cluster.ErrStatus},
		step{event: running("n1", "a")},
		step{event: running("n1", "nobody")},
		step{event: running("n2", "a")},
		step{event: running("n9", "a"), err: cluster.ErrUnknown},
		step{event: cluster.Report{}, err: cluster.ErrUnknown},
		step{event: cluster.Upgrade{VM: "a", Guest: "2"}, want: "start a on n1 for update"},
		step{event: cluster.Upgrade{VM: "z", Guest: "2"}, err: cluster.ErrUnknown},
		step{event: cluster.Delete{VM: "a"}, want: "stop a on n1"},
		step{event: cluster.Delete{VM: "a"}, err: cluster.ErrUnknown},
	)
	check(t, withNodes(t, 0, 1), step{event: deploy("a"), err: cluster.ErrRoom})
	check(t, withNodes(t, 1, 0), step{event: deploy("a"), err: cluster.ErrOff})
	if _, err := c.Step(time.Time{}, running("n1", "d")); !errors.Is(err, breaker.ErrTime) {
		t.Errorf("at no time: %v", err)
	}
}

// TestTyped: a failure that is told raises an alarm at once, and one heal elsewhere
// is the canary. LD-11, LD-17, LD-43.
func TestTyped(t *testing.T) {
	c := withNodes(t, 3, 3)
	checkHeals(t, c,
		step{event: deploy("a"), want: "start a on n1 for deployment"},
		step{event: failed("n1", "a"), want: "alarm: virtual machine a on node n1: guest agent 1 failed at certificate: no such day; stop a on n1; start a on n2 for healing"},
		step{event: running("n2", "a")},
	)
	if got := save(t, c, start).Machines.VMs[0]; got.Status != cluster.Up || got.Ticket != 0 || got.From != "n1" {
		t.Errorf("%+v", got)
	}
	if got := status(t, c, "n1"); got != cluster.InService {
		t.Errorf("n1 is %s, though the guest agent told that it is to blame", got)
	}
}

// TestGuestSoftware: a guest agent that is silent on three nodes is held, with one
// alarm, after the first timeout; none of the nodes is suspected. LD-15, LD-18, LD-43.
func TestGuestSoftware(t *testing.T) {
	c := withNodes(t, 5, 5)
	for _, vm := range []cluster.VMID{"a", "b", "c", "d"} {
		checkHeals(t, c, step{event: deploy(vm), want: fmt.Sprintf("start %s on n%d for deployment", vm, vm[0]-'a'+1)})
	}
	first := 25 * minute
	checkHeals(t, c,
		step{at: first, event: silent("n1", "a", 1)},
		step{at: first, event: silent("n2", "b", 1)},
		step{at: first, event: silent("n3", "c", 1), want: "alarm: guest agent 1 is held: it fails on 3 nodes"},
		step{at: first, event: silent("n4", "d", 1)},
		step{at: 3 * first, event: silent("n1", "a", 3)},
		step{at: 3 * first, event: silent("n2", "b", 3)},
		step{at: 3 * first, event: deploy("e"), err: cluster.ErrHeld},
		step{at: 3 * first, event: cluster.Upgrade{VM: "a", Guest: "1"}, err: cluster.ErrHeld},
		step{at: 3 * first, event: cluster.Upgrade{VM: "a", Guest: "2"}, want: "start a on n1 for update"},
		step{at: 4 * first, event: cluster.Clear{By: "ann"}, err: breaker.ErrName},
		step{at: 4 * first, event: cluster.Clear{By: "ann", Reason: "it is 1 March"}, want: "stop b on n2; start b on n5 for healing"},
		step{at: 5 * first, event: silent("n5", "b", 1)}, // what was before counts no more
	)
	for _, n := range save(t, c, start.Add(4*first)).Nodes {
		if n.Status != cluster.InService {
			t.Errorf("%s is %s", n.ID, n.Status)
		}
	}
}

// TestMemory: an observation counts for as long as the configuration says, for a day if
// it says nothing, to the instant. LD-15.
func TestMemory(t *testing.T) {
	for _, memory := range []time.Duration{0, time.Hour} {
		cfg := config()
		cfg.Threshold, cfg.Memory = 9, memory
		counts := cmp.Or(memory, 24*time.Hour)
		c, err := cluster.New(start, 1, cfg, cluster.State{})
		if err != nil {
			t.Fatal(err)
		}
		for i, vm := range []cluster.VMID{"a", "b", "c", "d"} {
			node := cluster.NodeID(fmt.Sprintf("n%d", i+1))
			checkHeals(t, c, step{event: cluster.Add{Node: node, Domain: "d"}}, step{event: deploy(vm), want: fmt.Sprintf("start %s on %s for deployment", vm, node)})
		}
		checkHeals(t, c,
			step{event: silent("n1", "a", 1)},
			step{at: minute, event: silent("n2", "b", 1)},
			step{at: counts + 1, event: silent("n3", "c", 1)}, // the first is forgotten
			step{at: counts + minute, event: silent("n4", "d", 1), want: "alarm: guest agent 1 is held: it fails on 3 nodes"},
		)
	}
}

// suspected has a virtual machine given up on n1, which runs two more, and the canary
// of it started.
var suspected = []step{
	{event: deploy("a"), want: "start a on n1 for deployment"},
	{event: deploy("b"), want: "start b on n2 for deployment"},
	{event: deploy("c"), want: "start c on n3 for deployment"},
	{event: deploy("d"), want: "start d on n1 for deployment"},
	{event: deploy("e"), want: "start e on n2 for deployment"},
	{event: deploy("f"), want: "start f on n3 for deployment"},
	{event: deploy("g"), want: "start g on n1 for deployment"},
	{at: minute, event: running("n1", "a")},
	{at: minute, event: running("n1", "d")},
	{at: 25 * minute, event: silent("n1", "g", 1)},
	{at: 50 * minute, event: silent("n1", "g", 2)},
	{at: 75 * minute, event: silent("n1", "g", 3), want: "alarm: virtual machine g on node n1: guest agent 1 was not heard of 3 times; stop g on n1; start g on n2 for healing"},
}

// TestHardware: that the same starts elsewhere, later, is evidence against the node;
// its virtual machines are healed, one of them first. LD-14, LD-16, LD-17, LD-18.
func TestHardware(t *testing.T) {
	c := withNodes(t, 3, 9)
	checkHeals(t, c, suspected...)
	checkHeals(t, c,
		step{at: 76 * minute, event: running("n2", "g"),
			want: "alarm: node n1: guest agent 1, which works elsewhere, was never heard of on it; stop a on n1; start a on n3 for healing; stop d on n1; start d on n2 for healing"},
		step{at: 77 * minute, event: cluster.Send{Node: "n1", Ticket: "T1"}, want: "take out n1"},
	)
	s := save(t, c, start.Add(77*minute))
	if f := s.Machines.Budget.Failed; len(f) != 1 || f[0].Node != "n1" || f[0].Key.Cause != breaker.Hardware {
		t.Errorf("the budget counts %+v", f)
	}
	checkHeals(t, c,
		step{at: 78 * minute, event: cluster.Return{Node: "n1", Owner: "repair", Ticket: "T1"}, want: "store prepare-1"},
		step{at: 78 * minute, event: cluster.IntentStored{ID: "prepare-1"}, want: "lift n1; prepare n1 in term 1"},
		step{at: 79 * minute, event: cluster.Prepared{Node: "n1"}, want: "protect n1"},
	)
	if m := save(t, c, start.Add(79*minute)).Machines; len(m.Budget.Failed) != 0 {
		t.Errorf("after repair the budget counts %+v", m.Budget.Failed)
	}
	for _, vm := range save(t, c, start.Add(79*minute)).Machines.VMs {
		if vm.From == "n1" {
			t.Errorf("%+v speaks against n1, which was repaired since", vm)
		}
	}
}

// TestLatched: evidence against a node takes it out of service only as long as the
// budget allows, and not at all while the breaker is open. LD-19, LD-20, LD-45.
func TestLatched(t *testing.T) {
	c := withNodes(t, 3, 2)
	checkHeals(t, c, suspected...)
	checkHeals(t, c, step{at: 75 * minute, event: cluster.Add{Node: "n4", Domain: "d4"}})
	for _, node := range []cluster.NodeID{"n3", "n4"} {
		if _, err := c.Step(start.Add(75*minute), cluster.Suspect{Node: node, Evidence: "smoke"}); err != nil {
			t.Fatal(err)
		}
	}
	actions, err := c.Step(start.Add(76*minute), running("n2", "g"))
	if err != nil || strings.Contains(text(actions), "node n1") {
		t.Errorf("%s, %v", text(actions), err)
	}
	for node, want := range map[cluster.NodeID]cluster.Status{"n1": cluster.InService, "n3": cluster.Investigate, "n4": cluster.InService} {
		if got := status(t, c, node); got != want {
			t.Errorf("%s is %s, want %s", node, got, want)
		}
	}
}

// TestJudgedLater: while healing is switched off no node is taken out of service by
// itself, whatever the evidence. LD-03.
func TestJudgedLater(t *testing.T) {
	c := withNodes(t, 3, 9)
	checkHeals(t, c, suspected...)
	checkHeals(t, c,
		step{at: 75 * minute, event: cluster.Switch{Class: cluster.Heals, Off: true, By: "ann", Reason: "drill"}},
		step{at: 76 * minute, event: running("n2", "g")},
	)
	if got := status(t, c, "n1"); got != cluster.InService {
		t.Errorf("n1 is %s", got)
	}
}

// TestLate: what a node tells of a virtual machine that was healed away from it says
// nothing of the heal. LD-18, LD-45.
func TestLate(t *testing.T) {
	c := withNodes(t, 3, 9)
	checkHeals(t, c, suspected...)
	before := save(t, c, start.Add(75*minute))
	checkHeals(t, c,
		step{at: 75 * minute, event: running("n1", "g")},
		step{at: 75 * minute, event: silent("n1", "g", 3)},
		step{at: 75 * minute, event: failed("n3", "g")},
	)
	if after := save(t, c, start.Add(75*minute)); !reflect.DeepEqual(before, after) {
		t.Errorf("%+v\nbecame\n%+v", before, after)
	}
}

// TestSentAway: a heal that is in flight to a node which goes to repair has failed, and
// is made up for elsewhere. LD-45.
func TestSentAway(t *testing.T) {
	c := withNodes(t, 4, 9)
	checkHeals(t, c,
		step{event: deploy("a"), want: "start a on n1 for deployment"},
		step{event: running("n1", "a")},
		step{event: cluster.Suspect{Node: "n1", Evidence: "fan"}, want: "alarm: node n1: fan; stop a on n1; start a on n2 for healing"},
		step{event: cluster.Send{Node: "n2", Ticket: "T2"}, want: "take out n2"}, // the canary has failed: no more of its kind
	)
	m := save(t, c, start).Machines
	if len(m.Budget.InFlight) != 0 || len(m.Budget.Failed) != 2 || m.VMs[0].Ticket != 0 || m.VMs[0].Status != cluster.Down {
		t.Errorf("%+v", m)
	}
}

// TestUsed: a virtual machine in which code of a customer ran proves nothing against
// its node, whatever the host agent says. LD-14.
func TestUsed(t *testing.T) {
	c := withNodes(t, 3, 9)
	checkHeals(t, c, suspected[:7]...)
	checkHeals(t, c,
		step{at: minute, event: running("n1", "g")},
		step{at: 2 * minute, event: cluster.Upgrade{VM: "g", Guest: "1"}, want: "start g on n1 for update"},
	)
	checkHeals(t, c, suspected[9:]...)
	checkHeals(t, c, step{at: 76 * minute, event: running("n2", "g")})
	if got := status(t, c, "n1"); got != cluster.InService {
		t.Errorf("n1 is %s", got)
	}
}

// TestUnknown: silence on one node proves nothing, and if the canary is silent too, no
// more is healed; no node is taken out of service. LD-15, LD-18.
func TestUnknown(t *testing.T) {
	c := withNodes(t, 9, 9)
	checkHeals(t, c,
		step{event: deploy("a"), want: "start a on n1 for deployment"},
		step{event: deploy("b"), want: "start b on n2 for deployment"},
		step{at: 75 * minute, event: silent("n1", "a", 3), want: "alarm: virtual machine a on node n1: guest agent 1 was not heard of 3 times; stop a on n1; start a on n3 for healing"},
		step{at: 75 * minute, event: running("n2", "b")},
		step{at: 150 * minute, event: silent("n3", "a", 3), want: "alarm: virtual machine a on node n3: guest agent 1 was not heard of 3 times"},
		step{at: 225 * minute, event: cluster.Tick{}},
	)
	for _, n := range save(t, c, start.Add(225*minute)).Nodes {
		if n.Status != cluster.InService {
			t.Errorf("%s is %s", n.ID, n.Status)
		}
	}
}

// TestCanary: also where the node is proven to be broken, one virtual machine from it
// is healed before the others; if that fails, another is. LD-17, LD-18.
func TestCanary(t *testing.T) {
	c := withNodes(t, 3, 9)
	checkHeals(t, c, suspected[:9]...)
	checkHeals(t, c,
		step{at: 25 * minute, event: silent("n1", "g", 1)},
		step{at: 30 * minute, event: running("n2", "b")},
		step{at: 50 * minute, event: silent("n1", "g", 2)},
		step{at: 75 * minute, event: silent("n1", "g", 3),
			want: "alarm: virtual machine g on node n1: guest agent 1 was not heard of 3 times; alarm: node n1: guest agent 1, which works elsewhere, was never heard of on it; stop g on n1; start g on n2 for healing"},
		step{at: 75 * minute, event: cluster.Tick{}},
		step{at: 76 * minute, event: failed("n2", "g"),
			want: "alarm: virtual machine g on node n2: guest agent 1 failed at certificate: no such day; stop g on n2; start g on n3 for healing; stop a on n1; start a on n3 for healing"},
		step{at: 77 * minute, event: running("n3", "a"), want: "stop d on n1; start d on n3 for healing"},
	)
}

// TestNowhere: a virtual machine is not healed onto the node on which it failed.
func TestNowhere(t *testing.T) {
	checkHeals(t, withNodes(t, 1, 3),
		step{event: deploy("a"), want: "start a on n1 for deployment"},
		step{event: failed("n1", "a"), want: "alarm: virtual machine a on node n1: guest agent 1 failed at certificate: no such day"},
	)
}

// TestClean: a virtual machine that is healed is a new one; one that is updated has
// run code of its customer. LD-07, LD-14.
func TestClean(t *testing.T) {
	c := withNodes(t, 2, 3)
	checkHeals(t, c,
		step{event: deploy("a"), want: "start a on n1 for deployment"},
		step{event: running("n1", "a")},
	)
	for _, test := range []struct {
		event cluster.Event
		want  cluster.Start
	}{
		{cluster.Upgrade{VM: "a", Guest: "2"}, cluster.Start{VM: "a", Guest: "2", Trigger: cluster.Update}},
		{cluster.Suspect{Node: "n1", Evidence: "fan"}, cluster.Start{VM: "a", Guest: "2", Trigger: cluster.Healing, Clean: true}},
	} {
		actions, err := c.Step(start, test.event)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(actions, func(a cluster.Action) bool { _, ok := a.(cluster.StartVM); return ok })
		if i < 0 || actions[i].(cluster.StartVM).Start != test.want {
			t.Errorf("%+v gives %+v, want %+v", test.event, actions, test.want)
		}
	}
}
