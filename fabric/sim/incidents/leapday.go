package incidents

import (
	"fmt"
	"time"

	"github.com/leapguard/leapguard/fabric/cluster"
	"github.com/leapguard/leapguard/fabric/permit"
)

// LeapDayStart is when guest agents began to fail, those that started: 29 February
// 2012, midnight UTC, 4 in the afternoon in Washington.
func LeapDayStart() time.Time { return time.Date(2012, time.February, 29, 0, 0, 0, 0, time.UTC) }

// LeapDayEnd is when they would have failed no more.
func LeapDayEnd() time.Time { return time.Date(2012, time.March, 1, 0, 0, 0, 0, time.UTC) }

// The guest agents of the leap day: those that ran, and those of the rollout. Both had
// the bug.
const (
	OldGuest cluster.Version = "1"
	NewGuest cluster.Version = "2"
)

// A LeapDayConfig is what the reports of the leap day leave open.
type LeapDayConfig struct {
	Nodes   int // of the cluster
	PerNode int // virtual machines that run on each node before
	Starts  int // virtual machines that start at midnight, on as many nodes
	// Fresh says that those are new virtual machines; otherwise one on each of the
	// nodes is updated.
	Fresh bool
}

// Node returns the name of a node, counted from 0.
func (LeapDayConfig) Node(i int) cluster.NodeID { return cluster.NodeID(fmt.Sprintf("n%03d", i)) }

// VM returns the name of a virtual machine, counted from 0, which runs on a node
// before.
func (LeapDayConfig) VM(node, i int) cluster.VMID {
	return cluster.VMID(fmt.Sprintf("v%03d-%d", node, i))
}

// State returns what the fabric controller knows before: all is well.
func (c LeapDayConfig) State() cluster.State {
	var s cluster.State
	before := LeapDayStart().AddDate(0, 0, -1)
	for n := range c.Nodes {
		domain := permit.Group(fmt.Sprintf("d%d", n%5))
		s.Nodes = append(s.Nodes, cluster.Node{ID: c.Node(n), Domain: domain, Status: cluster.InService, Since: before})
		for v := range c.PerNode {
			s.Machines.VMs = append(s.Machines.VMs, cluster.VM{
				ID: c.VM(n, v), App: "shop", Guest: OldGuest, Disposable: true,
				Node: c.Node(n), Status: cluster.Up, Since: before, Trigger: cluster.Deployment, Used: true,
			})
		}
	}
	return s
}

// Trigger returns what the fabric controller is asked to do at midnight.
func (c LeapDayConfig) Trigger() []cluster.Event {
	var events []cluster.Event
	for n := range c.Starts {
		if c.Fresh {
			vm := cluster.VMID(fmt.Sprintf("fresh%03d", n))
			events = append(events, cluster.Deploy{VM: vm, App: "shop", Guest: NewGuest, Trigger: cluster.ScaleOut, Disposable: true})
		} else {
			events = append(events, cluster.Upgrade{VM: c.VM(n, 0), Guest: NewGuest})
		}
	}
	return events
}
