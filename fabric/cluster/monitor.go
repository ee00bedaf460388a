package cluster

import (
	"fmt"
	"time"
)

// An Observation is the configuration of a node as it is found on the node itself.
type Observation struct {
	Node        NodeID
	InService   bool
	Unprotected bool
}

// A Monitor looks for mistakes in the configuration of nodes: those in service whose
// protection is off. One such mistake is planted, the canary, so that a monitor which
// finds nothing is known to be broken.
type Monitor struct{ canary NodeID }

// NewMonitor returns a monitor that takes a node of that name for its canary. It must
// be observed in each scan, in service and unprotected, and be no real node.
func NewMonitor(canary NodeID) *Monitor { return &Monitor{canary} }

// Scan returns an alarm for each mistake, and whether the canary was found.
func (m *Monitor) Scan(nodes []Observation) (alarms []Alarm, alive bool) {
	for _, n := range nodes {
		switch {
		case !n.InService || !n.Unprotected:
		case n.Node == m.canary:
			alive = true
		default:
			alarms = append(alarms, Alarm{fmt.Sprintf("node %s is in service without protection", n.Node)})
		}
	}
	return alarms, alive
}

// A DeadMan raises an alarm when a monitor is not heard of.
type DeadMan struct {
	period time.Duration
	heard  time.Time
}

// NewDeadMan returns one that waits for a period from an instant on.
func NewDeadMan(now time.Time, period time.Duration) *DeadMan { return &DeadMan{period, now} }

// Alive says that the monitor found its canary.
func (d *DeadMan) Alive(now time.Time) { d.heard = now }

// Check returns an alarm if nothing was heard for longer than the period.
func (d *DeadMan) Check(now time.Time) []Alarm {
	if now.Sub(d.heard) <= d.period {
		return nil
	}
	return []Alarm{{fmt.Sprintf("the configuration monitor has not found its canary since %s", d.heard.UTC().Format(time.RFC3339))}}
}
