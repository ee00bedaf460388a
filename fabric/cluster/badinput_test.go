package cluster_test

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/breaker"
	"github.com/leapguard/leapguard/fabric/cluster"
	"github.com/leapguard/leapguard/fabric/permit"
)

// noTimes are instants at which nothing can have happened.
var noTimes = []time.Time{
	{},
	time.Date(10000, time.January, 1, 0, 0, 0, 0, time.UTC),
	time.Date(-44, time.March, 15, 0, 0, 0, 0, time.UTC),
}

// oneOfEach are events that would all do something, with the nodes n1 that waits to be
// prepared, n2 in service, n3 that is investigated, and n4 in repair.
var oneOfEach = []cluster.Event{
	cluster.Add{Node: "n9", Domain: "d1"},
	cluster.Suspect{Node: "n2", Evidence: "fan"},
	cluster.Assign{Node: "n3", Owner: "ann"},
	cluster.Send{Node: "n2", Ticket: "T"},
	cluster.Return{Node: "n4", Owner: "repair", Ticket: "T4"},
	cluster.IntentStored{ID: "prepare-1"},
	cluster.Prepared{Node: "n1"},
	cluster.Tick{},
	cluster.Deploy{VM: "b", Guest: "1", Trigger: cluster.Deployment},
	cluster.Upgrade{VM: "a", Guest: "2"},
	cluster.Delete{VM: "a"},
	cluster.Report{Report: cluster.Running{Node: "n2", VM: "a"}},
	cluster.Switch{Class: cluster.Heals, Off: true, By: "ann", Reason: "drill"},
	cluster.Clear{By: "ann", Reason: "seen"},
}

// busy returns a controller with nodes as [oneOfEach] has them.
func busy(t *testing.T) *cluster.Controller {
	t.Helper()
	limits := config()
	limits.Threshold = 4
	c, err := cluster.New(start, 1, limits, cluster.State{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range []cluster.Event{
		cluster.Add{Node: "n2", Domain: "d2"},
		cluster.Deploy{VM: "a", Guest: "1", Trigger: cluster.Deployment},
		cluster.Add{Node: "n1", Domain: "d1"}, cluster.Send{Node: "n1", Ticket: "T1"}, cluster.Return{Node: "n1", Owner: "repair", Ticket: "T1"},
		cluster.Add{Node: "n3", Domain: "d1"}, cluster.Suspect{Node: "n3", Evidence: "smoke"},
		cluster.Add{Node: "n4", Domain: "d1"}, cluster.Send{Node: "n4", Ticket: "T4"},
	} {
		if _, err := c.Step(start, e); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// TestNoTime: at a time that is none, nothing happens, whatever the event: above all,
// no lease ends and no order is forgotten.
func TestNoTime(t *testing.T) {
	c := busy(t)
	before := save(t, c, start)
	for _, now := range noTimes {
		for _, e := range oneOfEach {
			if actions, err := c.Step(now, e); !errors.Is(err, breaker.ErrTime) || len(actions) > 0 {
				t.Errorf("%T at %v: %s, %v", e, now, text(actions), err)
			}
		}
		if _, err := c.State(now); !errors.Is(err, permit.ErrTime) {
			t.Errorf("state at %v: %v", now, err)
		}
		if _, err := cluster.New(now, 2, config(), cluster.State{}); !errors.Is(err, permit.ErrTime) {
			t.Errorf("new at %v: %v", now, err)
		}
	}
	if after := save(t, c, start); !reflect.DeepEqual(before, after) {
		t.Errorf("%+v\nbecame\n%+v", before, after)
	}
	for _, e := range oneOfEach { // they are events that do something
		c := busy(t)
		if _, ok := e.(cluster.Prepared); ok {
			check(t, c, step{event: cluster.IntentStored{ID: "prepare-1"}, want: "lift n1; prepare n1 in term 1"})
		}
		if _, err := c.Step(start, e); err != nil && !errors.Is(err, breaker.ErrClosed) {
			t.Errorf("%T: %v", e, err)
		}
	}
}

// TestZones: in whatever zone the time comes, the state is the same after it was saved
// and loaded: JSON has neither zones of odd seconds nor of more than a day.
func TestZones(t *testing.T) {
	for _, seconds := range []int{5*3600 + 2700, -3*3600 - 1800, 14 * 3600, -12 * 3600, 19*60 + 32, -1, 30 * 3600} {
		zone := time.FixedZone("", seconds)
		for _, now := range []time.Time{start, time.Date(1969, 12, 31, 23, 59, 59, 1, time.UTC), time.Date(9999, 6, 1, 0, 0, 0, 0, time.UTC)} {
			limits := config()
			limits.Threshold = 4
			c, err := cluster.New(now.In(zone), 1, limits, cluster.State{})
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range []cluster.Event{
				cluster.Add{Node: "n1", Domain: "d1"}, cluster.Add{Node: "n2", Domain: "d1"}, cluster.Deploy{VM: "a", Guest: "1", Trigger: cluster.Deployment},
				cluster.Report{Report: cluster.Running{Node: "n1", VM: "a"}},
				cluster.Send{Node: "n2", Ticket: "T"}, cluster.Return{Node: "n2", Owner: "o", Ticket: "T"}, cluster.IntentStored{ID: "prepare-1"},
			} {
				if _, err := c.Step(now.In(zone), e); err != nil {
					t.Fatal(err)
				}
			}
			saved := save(t, c, now.In(zone))
			data, err := cluster.EncodeState(saved)
			if err != nil {
				t.Fatalf("offset %d: %v", seconds, err)
			}
			if loaded, err := cluster.DecodeState(data); err != nil || !reflect.DeepEqual(loaded, saved) {
				t.Errorf("offset %d: saved\n%+v\nloaded\n%+v, %v", seconds, saved, loaded, err)
			}
		}
	}
}

// TestConfigs: limits that contradict each other, or are negative, are refused.
func TestConfigs(t *testing.T) {
	for name, spoil := range map[string]func(*cluster.Config){
		"no lease":           func(c *cluster.Config) { c.Lease = 0 },
		"negative lease":     func(c *cluster.Config) { c.Lease = -1 },
		"lease over the cap": func(c *cluster.Config) { c.Lease = c.Permits.MaxLease + 1 },
		"no scan":            func(c *cluster.Config) { c.Scan = 0 },
		"negative memory":    func(c *cluster.Config) { c.Memory = -1 },
		"negative deadline":  func(c *cluster.Config) { c.Deadline = -1 },
		"no caps":            func(c *cluster.Config) { c.Permits.PerWindow = 0 },
		"no audit":           func(c *cluster.Config) { c.Permits.Audit = nil },
	} {
		c := config()
		spoil(&c)
		if got, err := cluster.New(start, 1, c, cluster.State{}); !errors.Is(err, permit.ErrConfig) || got != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	negative := config()
	negative.Threshold = -1
	if _, err := cluster.New(start, 1, negative, cluster.State{}); !errors.Is(err, breaker.ErrThreshold) {
		t.Errorf("negative threshold: %v", err)
	}
}

// TestZeroValues: what nobody made does nothing, and says so.
func TestZeroValues(t *testing.T) {
	var c cluster.Controller
	for _, e := range oneOfEach {
		if actions, err := c.Step(start, e); !errors.Is(err, permit.ErrConfig) || len(actions) > 0 {
			t.Errorf("%T: %v, %v", e, actions, err)
		}
	}
	if _, err := c.State(start); !errors.Is(err, permit.ErrConfig) {
		t.Errorf("state: %v", err)
	}
	var h cluster.Host
	for _, e := range []cluster.HostEvent{nil, cluster.Start{VM: "a"}, cluster.Stop{VM: "a"}, cluster.Heard{}, cluster.Heard{Report: cluster.Ready{VM: "a"}}, cluster.Expired{VM: "a"}} {
		if actions := h.Step(start, e); len(actions) > 0 {
			t.Errorf("%T: %v", e, actions)
		}
	}
	var g cluster.Guest
	for _, e := range []cluster.GuestEvent{cluster.Boot{}, cluster.Secrets{}} {
		if r := g.Step(start, e); len(r) != 1 || reflect.TypeOf(r[0]) != reflect.TypeFor[cluster.Failed]() {
			t.Errorf("%T: %v", e, r)
		}
	}
	var m cluster.Monitor
	if alarms, alive := m.Scan([]cluster.Observation{{Node: "n1", InService: true, Unprotected: true}}); len(alarms) != 1 || alive {
		t.Errorf("monitor: %v, %t", alarms, alive)
	}
	var d cluster.DeadMan
	if len(d.Check(start)) != 1 {
		t.Error("a monitor that was never heard of is taken to be alive")
	}
}

// TestHostInput: reports that say nothing are ignored, limits that are not positive are
// the defaults, and a host agent that cannot seal says so.
func TestHostInput(t *testing.T) {
	h := cluster.NewHost("n1", cluster.HostConfig{Timeout: -1, Strikes: -1}, nil)
	actions := h.Step(start, cluster.Start{VM: "a", Disposable: true})
	if want := (cluster.SetTimer{Expired: cluster.Expired{VM: "a", Attempt: 1}, At: start.Add(25 * time.Minute)}); len(actions) != 2 || actions[1] != want {
		t.Errorf("%+v", actions)
	}
	if actions := h.Step(start, cluster.Heard{}); len(actions) > 0 {
		t.Errorf("nothing was heard, and %v", actions)
	}
	actions = h.Step(start, cluster.Heard{Report: cluster.Connected{VM: "a"}})
	tell, ok := actions[0].(cluster.Tell)
	if failed, told := tell.Report.(cluster.GuestFailed); !ok || !told || failed.Stage != cluster.StageSecrets || failed.Err == nil {
		t.Errorf("without secrets: %+v", actions)
	}
}

// A deaf sink takes no records while it is told to.
type deaf struct {
	permit.Log
	err error
}

func (d *deaf) Record(r permit.Record) error { return errors.Join(d.err, d.Log.Record(r)) }

// TestUnrecorded: where decisions cannot be recorded nothing is prepared, and what was
// prepared is protected all the same. ST-06.
func TestUnrecorded(t *testing.T) {
	sink := &deaf{}
	limits := config()
	limits.Permits.Audit = sink
	c, err := cluster.New(start, 1, limits, cluster.State{})
	if err != nil {
		t.Fatal(err)
	}
	check(t, c, toReturned[:3]...)
	full := errors.New("disk full")
	sink.err = full
	check(t, c, step{at: time.Hour, event: toReturned[3].event, err: permit.ErrAudit})
	sink.err = nil
	check(t, c, toReturned[3])
	sink.err = full
	check(t, c, step{at: 2 * time.Hour, event: cluster.IntentStored{ID: "prepare-1"}, err: permit.ErrAudit})
	sink.err = nil
	check(t, c, step{at: 2 * time.Hour, event: cluster.IntentStored{ID: "prepare-1"}, want: "lift n1; prepare n1 in term 1"})
	sink.err = full
	check(t, c, step{
		at: 3 * time.Hour, event: cluster.Prepared{Node: "n1"},
		want: "protect n1; alarm: node n1: the end of its lease: permit: not recorded: disk full",
	})
	if got := status(t, c, "n1"); got != cluster.InService {
		t.Errorf("n1 is %s", got)
	}
}

// TestCorruptMachines: a state of virtual machines that cannot be true is not loaded,
// nor one for which there is no room.
func TestCorruptMachines(t *testing.T) {
	c := withNodes(t, 3, 9)
	checkHeals(t, c, suspected...)
	checkHeals(t, c, step{at: 76 * minute, event: cluster.Switch{Class: cluster.Heals, Off: true, By: "ann", Reason: "drill"}})
	for name, spoil := range map[string]func(*cluster.State){
		"vm twice":         func(s *cluster.State) { s.Machines.VMs[1].ID = s.Machines.VMs[0].ID },
		"vm without name":  func(s *cluster.State) { s.Machines.VMs[0].ID = "" },
		"no guest":         func(s *cluster.State) { s.Machines.VMs[0].Guest = " " },
		"vm nowhere":       func(s *cluster.State) { s.Machines.VMs[0].Node = "n9" },
		"vm status":        func(s *cluster.State) { s.Machines.VMs[0].Status = "well" },
		"trigger":          func(s *cluster.State) { s.Machines.VMs[0].Trigger = 0 },
		"no ticket":        func(s *cluster.State) { s.Machines.VMs[6].Ticket = 0 },
		"other ticket":     func(s *cluster.State) { s.Machines.VMs[6].Ticket = 7 },
		"heal elsewhere":   func(s *cluster.State) { s.Machines.VMs[6].Node = "n3" },
		"healed and up":    func(s *cluster.State) { s.Machines.VMs[6].Status = cluster.Up },
		"evidence":         func(s *cluster.State) { s.Machines.Evidence[0].Signal = 99 },
		"evidence at none": func(s *cluster.State) { s.Machines.Evidence[0].Time = time.Time{} },
		"hold":             func(s *cluster.State) { s.Machines.Holds = []cluster.Hold{{}} },
		"class":            func(s *cluster.State) { s.Machines.Off = []cluster.Class{"all"} },
		"class twice":      func(s *cluster.State) { s.Machines.Off = append(s.Machines.Off, cluster.Heals) },
		"cause":            func(s *cluster.State) { s.Nodes[0].Cause = 99 },
		"budget":           func(s *cluster.State) { s.Machines.Budget.Issued = 0 },
	} {
		s := save(t, c, start.Add(76*minute))
		spoil(&s)
		cfg := config()
		cfg.Threshold = 9
		if _, err := cluster.New(start.Add(77*minute), 2, cfg, s); !errors.Is(err, cluster.ErrCorrupt) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, threshold := range []int{0, -1} {
		cfg := config()
		cfg.Threshold = threshold
		if _, err := cluster.New(start.Add(77*minute), 2, cfg, save(t, c, start.Add(76*minute))); !errors.Is(err, breaker.ErrThreshold) {
			t.Errorf("threshold %d: %v", threshold, err)
		}
	}
}
