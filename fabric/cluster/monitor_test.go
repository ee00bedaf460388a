package cluster_test

import (
	"slices"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/cluster"
)

// TestMonitor: a node in service without protection raises an alarm, and a monitor
// that misses the one that is planted is not alive. ST-07.
func TestMonitor(t *testing.T) {
	m := cluster.NewMonitor("canary")
	canary := cluster.Observation{Node: "canary", InService: true, Unprotected: true}
	for _, test := range []struct {
		name   string
		nodes  []cluster.Observation
		alarms []cluster.Alarm
		alive  bool
	}{
		{"well", []cluster.Observation{{Node: "n1", InService: true}, canary}, nil, true},
		{"in repair", []cluster.Observation{{Node: "n1", Unprotected: true}, canary}, nil, true},
		{"forgotten", []cluster.Observation{canary, {Node: "n1", InService: true, Unprotected: true}}, []cluster.Alarm{{Text: "node n1 is in service without protection"}}, true},
		{"blind", []cluster.Observation{{Node: "n1", InService: true}, {Node: "canary", InService: true}}, nil, false},
		{"nothing seen", nil, nil, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			alarms, alive := m.Scan(test.nodes)
			if !slices.Equal(alarms, test.alarms) || alive != test.alive {
				t.Errorf("%v, alive: %t", alarms, alive)
			}
		})
	}
}

// TestDeadMan: a monitor that is silent for longer than its period raises an alarm of
// its own. ST-07.
func TestDeadMan(t *testing.T) {
	d := cluster.NewDeadMan(start, time.Hour)
	if got := d.Check(start.Add(time.Hour)); got != nil {
		t.Errorf("within the period: %v", got)
	}
	if got := d.Check(start.Add(time.Hour + 1)); len(got) != 1 {
		t.Errorf("after the period: %v", got)
	}
	d.Alive(start.Add(time.Hour))
	if got := d.Check(start.Add(2 * time.Hour)); got != nil {
		t.Errorf("heard again: %v", got)
	}
}
