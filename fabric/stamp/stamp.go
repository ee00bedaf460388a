package stamp

import (
	"errors"
	"fmt"
	"slices"
)

// Copies is the number of copies of an extent, each in another fault domain.
const Copies = 3

// Errors, to be compared by [errors.Is].
var (
	// ErrUnknown says that the stamp has no such node or extent.
	ErrUnknown = errors.New("stamp: unknown")
	// ErrExists says that the stamp has such a node or extent already.
	ErrExists = errors.New("stamp: exists already")
	// ErrDomains says that there are too few fault domains with room.
	ErrDomains = errors.New("stamp: too few fault domains")
	// ErrState says that a node is not in the state that the operation is for.
	ErrState = errors.New("stamp: wrong state")
	// ErrProtected says that the protection of a node was not lifted.
	ErrProtected = errors.New("stamp: node is protected")
	// ErrInUse says that a node has copies of extents, or files are open on it.
	ErrInUse = errors.New("stamp: node is in use")
	// ErrEpoch says that the term of a primary is over.
	ErrEpoch = errors.New("stamp: term is over")
	// ErrDegraded says that extents lack copies in another fault domain.
	ErrDegraded = errors.New("stamp: copies are missing elsewhere")
)

// A Stamp is a set of nodes and the extents on them. The zero value has none. It is
// not safe for concurrent use: whoever manages a stamp does so in one place.
type Stamp struct {
	nodes   map[NodeID]*Node
	order   []NodeID // as they were added
	extents map[ExtentID][]NodeID
	epoch   uint64 // the highest term of a primary that it was told of
}

// New returns a stamp without nodes.
func New() *Stamp { return new(Stamp) }

// AddNode adds a node in service, protected, with empty disks. The error is
// [ErrExists] or [ErrDomains], for a node that is in none.
func (s *Stamp) AddNode(id NodeID, domain Domain, disks int) error {
	if s.nodes[id] != nil {
		return fmt.Errorf("%w: node %s", ErrExists, id)
	}
	if domain == "" {
		return fmt.Errorf("%w: node %s is in none", ErrDomains, id)
	}
	n := &Node{ID: id, Domain: domain}
	for i := range disks {
		n.volumes = append(n.volumes, &Volume{Name: fmt.Sprintf("disk%d", i), extents: make(map[ExtentID]bool)})
	}
	if s.nodes == nil {
		s.nodes, s.extents = make(map[NodeID]*Node), make(map[ExtentID][]NodeID)
	}
	s.nodes[id] = n
	s.order = append(s.order, id)
	return nil
}

// Fence tells the stamp of the term of a new primary: from then on, orders of earlier
// ones are refused. The error is [ErrEpoch] unless the term is higher than all before.
func (s *Stamp) Fence(epoch uint64) error {
	if epoch <= s.epoch {
		return fmt.Errorf("%w: %d, the present one is %d", ErrEpoch, epoch, s.epoch)
	}
	s.epoch = epoch
	return nil
}

// Nodes returns what is known of the nodes, in the order in which they were added.
func (s *Stamp) Nodes() []Node {
	out := make([]Node, len(s.order))
	for i, id := range s.order {
		out[i] = *s.nodes[id]
		out[i].volumes = nil
	}
	return out
}

// Write stores an extent in three copies, in three fault domains, on the nodes in
// service with the fewest copies. The error is [ErrExists] or [ErrDomains].
func (s *Stamp) Write(id ExtentID) error {
	if s.extents[id] != nil {
		return fmt.Errorf("%w: extent %s", ErrExists, id)
	}
	var chosen []NodeID
	for range Copies {
		n := s.place(chosen)
		if n == nil {
			return fmt.Errorf("%w: extent %s has room in %d, needs %d", ErrDomains, id, len(chosen), Copies)
		}
		chosen = append(chosen, n.ID)
	}
	for _, node := range chosen {
		s.nodes[node].room().extents[id] = true
	}
	s.extents[id] = chosen
	return nil
}

// place returns a node for another copy, in a fault domain that has none yet; nil
// if there is none. Of nodes with equally many copies, the first one added is taken.
func (s *Stamp) place(chosen []NodeID) *Node {
	var best *Node
	for _, id := range s.order {
		n := s.nodes[id]
		if n.State != InService || n.Unprotected || n.room() == nil {
			continue
		}
		if slices.ContainsFunc(chosen, func(c NodeID) bool { return s.nodes[c].Domain == n.Domain }) {
			continue
		}
		if best == nil || n.holds() < best.holds() {
			best = n
		}
	}
	return best
}

// Readable reports whether at least one copy of an extent is on a node in service.
func (s *Stamp) Readable(id ExtentID) bool { return len(s.healthy(id)) > 0 }

// healthy returns the nodes in service that have a copy.
func (s *Stamp) healthy(id ExtentID) []NodeID {
	var out []NodeID
	for _, node := range s.extents[id] {
		if n := s.nodes[node]; n.State == InService && n.has(id) {
			out = append(out, node)
		}
	}
	return out
}

// Lost returns the extents of which no copy is left on a node in service, in order of
// their names.
func (s *Stamp) Lost() []ExtentID {
	var out []ExtentID
	for id := range s.extents {
		if !s.Readable(id) {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

// WouldLose returns how many extents would have no copy left without some nodes.
func (s *Stamp) WouldLose(without ...NodeID) int {
	count := 0
	for id := range s.extents {
		left := slices.DeleteFunc(s.healthy(id), func(n NodeID) bool { return slices.Contains(without, n) })
		if len(left) == 0 {
			count++
		}
	}
	return count
}
