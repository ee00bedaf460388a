package cluster_test

import (
	"reflect"
	"testing"

	"github.com/leapguard/leapguard/fabric/breaker"
	"github.com/leapguard/leapguard/fabric/cluster"
)

// TestLatch: nodes that have failed and heals in flight never exceed the threshold;
// then nothing is healed, updated or taken out of service until a person clears it by
// name, while what runs is left alone and can be deployed and deleted. LD-19, LD-20,
// LD-21, LD-45.
func TestLatch(t *testing.T) {
	c := withNodes(t, 5, 2)
	checkHeals(t, c,
		step{event: deploy("a"), want: "start a on n1 for deployment"},
		step{event: deploy("b"), want: "start b on n2 for deployment"},
		step{event: deploy("c"), want: "start c on n3 for deployment"},
		step{event: running("n1", "a")},
		step{event: running("n2", "b")},
		step{event: cluster.Suspect{Node: "n1", Evidence: "fan"}, want: "alarm: node n1: fan; stop a on n1; start a on n4 for healing"},
		step{event: cluster.Suspect{Node: "n2", Evidence: "fan"},
			want: "alarm: nothing is healed or updated until somebody clears it: no room for n2 beside 1 failures and 1 heals in flight of 2"},
		step{event: cluster.Suspect{Node: "n2", Evidence: "fan"}, err: breaker.ErrOpen},
		step{event: cluster.Upgrade{VM: "b", Guest: "2"}, err: breaker.ErrOpen},
		step{event: failed("n3", "c"), want: "alarm: virtual machine c on node n3: guest agent 1 failed at certificate: no such day"},
		step{event: running("n4", "a")},
		step{event: cluster.Tick{}},
		step{event: deploy("d"), want: "start d on n5 for deployment"},
		step{event: cluster.Delete{VM: "d"}, want: "stop d on n5"},
		step{event: cluster.Clear{Reason: "all is well"}, err: breaker.ErrName},
		step{event: cluster.Clear{By: "ann", Reason: "fans are here"}, want: "stop c on n3; start c on n2 for healing"},
		step{event: cluster.Clear{By: "ann", Reason: "again"}, err: breaker.ErrClosed},
		step{event: cluster.Upgrade{VM: "c", Guest: "2"}, err: cluster.ErrStatus},
	)
	if got := status(t, c, "n2"); got != cluster.InService {
		t.Errorf("n2 is %s, though the breaker was open", got)
	}
	if f := save(t, c, start).Machines.Budget.Failed; len(f) != 1 || f[0].Node != "n1" {
		t.Errorf("n1 is out of service still, and the budget counts %+v", f)
	}
	for _, vm := range save(t, c, start).Machines.VMs[:2] {
		if vm.Status != cluster.Up {
			t.Errorf("%+v", vm)
		}
	}
}

// TestClearHealed: a node in service on which a heal has failed takes no more room
// once a person answers for it. LD-20.
func TestClearHealed(t *testing.T) {
	c := withNodes(t, 2, 1)
	checkHeals(t, c,
		step{event: deploy("a"), want: "start a on n1 for deployment"},
		step{event: failed("n1", "a"), want: "alarm: virtual machine a on node n1: guest agent 1 failed at certificate: no such day; stop a on n1; start a on n2 for healing"},
		step{event: failed("n2", "a"), want: "alarm: virtual machine a on node n2: guest agent 1 failed at certificate: no such day; alarm: nothing is healed or updated until somebody clears it: 1 failures"},
		step{event: cluster.Suspect{Node: "n2", Evidence: "fan"}, err: breaker.ErrOpen}, // though it is counted already
		step{event: cluster.Clear{By: "ann", Reason: "n2 is well"}, want: "stop a on n2; start a on n1 for healing"},
	)
}

// TestSwitches: to switch one class of actions off leaves the other as it is. LD-03.
func TestSwitches(t *testing.T) {
	off := func(class cluster.Class, off bool) cluster.Switch {
		return cluster.Switch{Class: class, Off: off, By: "ann", Reason: "drill"}
	}
	c := withNodes(t, 3, 3)
	alarm := "alarm: virtual machine a on node n1: guest agent 1 failed at certificate: no such day"
	checkHeals(t, c,
		step{event: cluster.Switch{Class: cluster.Heals, Off: true, By: "ann"}, err: cluster.ErrEvidence},
		step{event: off("all", true), err: cluster.ErrUnknown},
		step{event: off(cluster.Heals, true)},
		step{event: deploy("a"), want: "start a on n1 for deployment"},
		step{event: failed("n1", "a"), want: alarm},
		step{event: cluster.Tick{}},
		step{event: off(cluster.Management, true)},
		step{event: deploy("b"), err: cluster.ErrOff},
		step{event: cluster.Upgrade{VM: "a", Guest: "2"}, err: cluster.ErrOff},
		step{event: cluster.Delete{VM: "a"}, err: cluster.ErrOff},
		step{event: off(cluster.Heals, false), want: "stop a on n1; start a on n2 for healing"},
		step{event: off(cluster.Management, false)},
		step{event: deploy("b"), want: "start b on n3 for deployment"},
	)
}

// TestOverdue: a start of which nothing is heard at all is given up in the end, and
// the ticks for it are asked for. LD-12.
func TestOverdue(t *testing.T) {
	c := withNodes(t, 3, 3)
	check(t, c,
		step{event: deploy("a"), want: "start a on n1 for deployment; wake at 1h40m0s"},
		step{at: minute, event: deploy("b"), want: "start b on n2 for deployment"},
		step{at: 2 * minute, event: running("n2", "b")},
		step{at: 100*minute - 1, event: cluster.Tick{}},
		step{at: 100 * minute, event: cluster.Tick{}, want: "alarm: virtual machine a: nothing was heard of its start on node n1; stop a on n1; start a on n3 for healing; wake at 3h20m0s"},
		step{at: 101 * minute, event: running("n3", "a")},
		step{at: 200 * minute, event: cluster.Tick{}},
	)
}

// TestHealTransition: a new primary knows of heals in flight, and does nothing by
// itself. LD-02, ST-08.
func TestHealTransition(t *testing.T) {
	c := withNodes(t, 3, 9)
	checkHeals(t, c, suspected...)
	saved := save(t, c, start.Add(75*minute))
	data, err := cluster.EncodeState(saved)
	if err != nil {
		t.Fatal(err)
	}
	loaded, err := cluster.DecodeState(data)
	if err != nil || !reflect.DeepEqual(loaded, saved) {
		t.Fatalf("%+v, %v\nwas saved as %+v", loaded, err, saved)
	}
	next := leadHealing(t, start.Add(76*minute), 2, 9, loaded)
	got := save(t, next, start.Add(76*minute))
	if !reflect.DeepEqual(got.Machines, saved.Machines) {
		t.Errorf("loaded\n%+v\nsaved\n%+v", got.Machines, saved.Machines)
	}
	checkHeals(t, next,
		step{at: 76 * minute, event: cluster.Tick{}},
		step{at: 76 * minute, event: running("n2", "g"),
			want: "alarm: node n1: guest agent 1, which works elsewhere, was never heard of on it; stop a on n1; start a on n3 for healing; stop d on n1; start d on n2 for healing"},
	)
}

// TestCapacity: an application of which something is down is up still, with less of
// it. LD-26.
func TestCapacity(t *testing.T) {
	c := withNodes(t, 3, 3)
	checkHeals(t, c,
		step{event: deploy("a"), want: "start a on n1 for deployment"},
		step{event: deploy("b"), want: "start b on n2 for deployment"},
		step{event: running("n1", "a")},
		step{event: running("n2", "b")},
	)
	for _, after := range []struct {
		step step
		want cluster.Capacity
	}{
		{step{event: cluster.Tick{}}, cluster.Capacity{Up: 2, All: 2}},
		{step{event: cluster.Suspect{Node: "n1", Evidence: "fan"}, want: "alarm: node n1: fan; stop a on n1; start a on n3 for healing"}, cluster.Capacity{Up: 1, All: 2}},
		{step{event: cluster.Delete{VM: "b"}, want: "stop b on n2"}, cluster.Capacity{Up: 0, All: 1}},
	} {
		checkHeals(t, c, after.step)
		got := save(t, c, start).Machines.Capacity("shop")
		if got != after.want || got.Available() != (after.want.Up > 0) {
			t.Errorf("after %+v: %+v, want %+v", after.step.event, got, after.want)
		}
	}
	if got := save(t, c, start).Machines.Capacity("bank"); got != (cluster.Capacity{}) {
		t.Errorf("of an application that nobody has: %+v", got)
	}
}
