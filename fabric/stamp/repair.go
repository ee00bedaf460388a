package stamp

import (
	"fmt"
	"maps"
	"slices"
	"sync"
)

// TakeOut takes a node out of service for repair, and copies what is on it to
// others. What finds no room elsewhere keeps its copy on the node, which then cannot
// be prepared; [Stamp.Degraded] lists it. The error is [ErrUnknown] or [ErrState].
func (s *Stamp) TakeOut(id NodeID) error {
	n, err := s.in(id, InService)
	if err != nil {
		return err
	}
	n.State = InRepair
	s.Repair()
	return nil
}

// Return says that a node is back from repair: it waits to be prepared. The error is
// [ErrUnknown] or [ErrState].
func (s *Stamp) Return(id NodeID) error {
	n, err := s.in(id, InRepair)
	if err != nil {
		return err
	}
	n.State = Returned
	return nil
}

// Lift takes the protection of a node away, for it to be prepared. Whoever calls it
// has a lease for the node, and calls [Stamp.Protect] when that ends. A node in
// service stays protected. The error is [ErrUnknown] or [ErrState].
func (s *Stamp) Lift(id NodeID) error {
	n, err := s.in(id, Returned)
	if err != nil {
		return err
	}
	n.Unprotected = true
	return nil
}

// Protect protects a node again, in whatever state it is. The error is [ErrUnknown].
func (s *Stamp) Protect(id NodeID) error {
	n := s.nodes[id]
	if n == nil {
		return fmt.Errorf("%w: node %s", ErrUnknown, id)
	}
	n.Unprotected = false
	return nil
}

// Break makes a disk of a node unusable. Its copies are gone. The error is
// [ErrUnknown].
func (s *Stamp) Break(id NodeID, disk int) error {
	n := s.nodes[id]
	if n == nil || disk < 0 || disk >= len(n.volumes) {
		return fmt.Errorf("%w: disk %d of node %s", ErrUnknown, disk, id)
	}
	v := n.volumes[disk]
	v.Bad = true
	for extent := range v.extents {
		s.extents[extent] = slices.DeleteFunc(s.extents[extent], func(c NodeID) bool { return c == id })
	}
	clear(v.extents)
	return nil
}

// Repair copies extents that lack copies in service, from those that are left, and
// returns how many copies it made. Nodes out of service then need those that they
// have no more.
func (s *Stamp) Repair() int {
	made := 0
	for _, id := range slices.Sorted(maps.Keys(s.extents)) {
		for s.copyTo(id) {
			made++
		}
		s.release(id)
	}
	return made
}

// Degraded returns the extents with fewer than three copies in service, in order of
// their names.
func (s *Stamp) Degraded() []ExtentID {
	var out []ExtentID
	for id := range s.extents {
		if len(s.healthy(id)) < Copies {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

// in returns a node in a state.
func (s *Stamp) in(id NodeID, want State) (*Node, error) {
	n := s.nodes[id]
	if n == nil {
		return nil, fmt.Errorf("%w: node %s", ErrUnknown, id)
	}
	if n.State != want {
		return nil, fmt.Errorf("%w: node %s is %s, not %s", ErrState, id, n.State, want)
	}
	return n, nil
}

// release forgets the copies of an extent on nodes out of service, if it has all
// its copies elsewhere.
func (s *Stamp) release(id ExtentID) {
	healthy := s.healthy(id)
	if len(healthy) < Copies {
		return
	}
	for _, node := range s.extents[id] {
		if !slices.Contains(healthy, node) {
			s.nodes[node].drop(id)
		}
	}
	s.extents[id] = healthy
}

// copyTo makes one more copy of an extent that has some in service but not all, and
// reports whether it did.
func (s *Stamp) copyTo(id ExtentID) bool {
	healthy := s.healthy(id)
	if len(healthy) == 0 || len(healthy) >= Copies {
		return false
	}
	n := s.place(healthy)
	if n == nil {
		return false
	}
	n.room().extents[id] = true
	s.extents[id] = append(s.extents[id], n.ID)
	return true
}

// spared reports why a node must not lose its disks, nil if it may.
func (s *Stamp) spared(n *Node) error {
	if err := n.idle(); err != nil {
		return err
	}
	for _, id := range s.Degraded() {
		for _, other := range s.order {
			if o := s.nodes[other]; o.State != InService && o.Domain != n.Domain && slices.Contains(s.extents[id], other) {
				return fmt.Errorf("%w: extent %s, of node %s in %s", ErrDegraded, id, other, o.Domain)
			}
		}
	}
	return nil
}

// Open says that a file on a disk of a node is in use, by a process that is no part
// of the stamp, until the function that it returns is called. The error is
// [ErrUnknown].
func (s *Stamp) Open(id NodeID, disk int) (release func(), err error) {
	n := s.nodes[id]
	if n == nil || disk < 0 || disk >= len(n.volumes) {
		return nil, fmt.Errorf("%w: disk %d of node %s", ErrUnknown, disk, id)
	}
	v := n.volumes[disk]
	v.files++
	return sync.OnceFunc(func() { v.files-- }), nil
}
