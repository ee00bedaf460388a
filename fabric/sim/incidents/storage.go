// Package incidents replays outages as simulations: with the code that went wrong,
// with that code where the fabric library stands around it, and with the library
// alone.
package incidents

import (
	"fmt"
	"time"

	"github.com/leapguard/leapguard/fabric/sim"
	"github.com/leapguard/leapguard/fabric/stamp"
)

// StorageStart is when the primary of a storage stamp changed, and the nodes whose
// protection was off were formatted: 28 December 2012, 7:09 in the morning in
// Washington.
func StorageStart() time.Time { return time.Date(2012, time.December, 28, 15, 9, 0, 0, time.UTC) }

// A StorageConfig is what the reports of the storage outage leave open.
type StorageConfig struct {
	Nodes   int // all of which were in repair once before the outage
	Domains int // fault domains, one of which each node is in by chance
	Disks   int // of each node
	Extents int
	// Between is the time from one repair to the next.
	Between time.Duration
	// Forgotten is the chance that a repair ends half-way, from 0 to 1.
	Forgotten float64
}

// A Format formats a disk of a node.
type Format func(node stamp.NodeID, disk int) error

// A FlagController is a fabric controller that keeps the protection of nodes in a
// flag, and gives each new primary the nodes with their flags.
type FlagController interface {
	// Repair takes back a node from repair.
	Repair(node stamp.NodeID) error
	// Transition makes another replica the primary.
	Transition() error
	// Unprotected returns the nodes whose flag is off, in the order of the stamp.
	Unprotected() []stamp.NodeID
}

// A Storage is a stamp full of data on a virtual clock.
type Storage struct {
	World *sim.World
	Stamp *stamp.Stamp
	// IDs are the nodes of the stamp.
	IDs []stamp.NodeID

	config StorageConfig
}

// NewStorage returns a stamp as it was before the first of the repairs. The world
// must be at [StorageConfig.Begin].
func NewStorage(w *sim.World, config StorageConfig) (*Storage, error) {
	s := &Storage{World: w, Stamp: stamp.New(), config: config}
	for i := range config.Nodes {
		id := stamp.NodeID(fmt.Sprintf("n%d", i))
		domain := stamp.Domain(fmt.Sprintf("d%d", w.Rand.IntN(config.Domains)))
		if err := s.Stamp.AddNode(id, domain, config.Disks); err != nil {
			return nil, err
		}
		s.IDs = append(s.IDs, id)
	}
	for i := range config.Extents {
		if err := s.Stamp.Write(stamp.ExtentID(fmt.Sprintf("e%d", i))); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// Begin returns when the first repair is, so that the last one is over at
// [StorageStart].
func (c StorageConfig) Begin() time.Time {
	return StorageStart().Add(-time.Duration(c.Nodes+1) * c.Between)
}

// An Outcome is what a change of the primary did.
type Outcome struct {
	// Unprotected are the nodes whose protection was off before it.
	Unprotected []stamp.NodeID
	// Formatted are the nodes of which disks were formatted by it.
	Formatted []stamp.NodeID
	// Lost is how many extents have no copy left.
	Lost int
}

// Outage runs a fabric controller that formats disks by the function that it is made
// with: through the repair of each node, and through the change of the primary at
// [StorageStart]. Repairs do what they should, but with the chance of
// StorageConfig.Forgotten a disk cannot be formatted at first; somebody finishes the
// work by hand, and does not think of the protection. From StorageStart on, what the
// controller formats is up to the function transition.
func (s *Storage) Outage(controller func(Format) FlagController, transition Format) (Outcome, error) {
	var out Outcome
	var failed error
	w := s.World
	w.Inject("format", sim.Fault{Probability: s.config.Forgotten, Until: StorageStart()})
	c := controller(func(node stamp.NodeID, disk int) error {
		if w.Now().Before(StorageStart()) {
			if disk == 0 && w.Fails("format") {
				return fmt.Errorf("disk %d of node %s does not answer", disk, node)
			}
			return nil
		}
		if err := transition(node, disk); err != nil {
			w.Log("refused %s: %v", node, err)
			return err
		}
		w.Log("formatted disk %d of %s", disk, node)
		if n := len(out.Formatted); n == 0 || out.Formatted[n-1] != node {
			out.Formatted = append(out.Formatted, node)
		}
		return nil
	})
	for i, id := range s.IDs {
		w.After(time.Duration(i+1)*s.config.Between, "repair", func() {
			if err := c.Repair(id); err != nil {
				w.Log("by hand: %v", err)
			}
		})
	}
	w.At(StorageStart(), "transition", func() {
		out.Unprotected = c.Unprotected()
		w.Log("transition, %d of %d nodes unprotected", len(out.Unprotected), len(s.IDs))
		failed = c.Transition()
	})
	w.Run(StorageStart())
	out.Lost = s.Stamp.WouldLose(out.Formatted...)
	return out, failed
}
