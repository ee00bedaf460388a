package stamp

import (
	"fmt"
	"slices"
)

// A NodeID names a storage node.
type NodeID string

// A Domain names a fault domain: what shares power, network and a rack.
type Domain string

// An ExtentID names an extent, a piece of data in three copies.
type ExtentID string

// A State is where a node is in its life.
type State int

// The states of a node.
const (
	InService State = iota
	InRepair        // taken out, its extents copied elsewhere
	Returned        // back from repair, to be prepared
)

func (s State) String() string {
	switch s {
	case InService:
		return "in service"
	case InRepair:
		return "in repair"
	case Returned:
		return "returned"
	}
	return fmt.Sprintf("State(%d)", int(s))
}

// A Node is a server with disks.
type Node struct {
	ID     NodeID
	Domain Domain
	State  State

	// Unprotected says that the protection of the node was lifted, by a lease, to
	// prepare it. A node of which nothing else is known is protected.
	Unprotected bool //leapguard:flag protection when=true

	volumes []*Volume
}

// A Volume is a disk with a file system, which has the extents.
type Volume struct {
	Name string
	// Bad says that the disk does not work. It is neither used nor formatted.
	Bad bool

	files   int // that are open
	extents map[ExtentID]bool
}

// offline reports whether nothing uses the volume: no file is open, and no extent is
// in it.
//
//leapguard:check format recv when=true
func (v *Volume) offline() bool { return v.files == 0 && len(v.extents) == 0 }

// quickFormat writes a new, empty file system: what was on the disk is gone.
//
//leapguard:danger format recv
func (v *Volume) quickFormat() { clear(v.extents) }

// prepare makes the node ready for use by formatting its disks. It stops at one that
// is in use; the caller has seen to it that none is.
//
//leapguard:danger permit recv.ID
//leapguard:danger protection recv
func (n *Node) prepare() error {
	for _, v := range n.volumes {
		if v.Bad {
			continue
		}
		if !v.offline() {
			return fmt.Errorf("%w: %s of node %s", ErrInUse, v.Name, n.ID)
		}
		v.quickFormat()
	}
	n.Unprotected = false // in service means protected
	n.State = InService
	return nil
}

// idle reports which volume of the node is in use, nil if none is.
func (n *Node) idle() error {
	for _, v := range n.volumes {
		if !v.Bad && !v.offline() {
			return fmt.Errorf("%w: %s of node %s, %d copies, %d files open", ErrInUse, v.Name, n.ID, len(v.extents), v.files)
		}
	}
	return nil
}

// holds returns the number of copies on the node.
func (n *Node) holds() int {
	count := 0
	for _, v := range n.volumes {
		count += len(v.extents)
	}
	return count
}

// room returns the working volume with the fewest copies, nil if there is none.
func (n *Node) room() *Volume {
	var best *Volume
	for _, v := range n.volumes {
		if !v.Bad && (best == nil || len(v.extents) < len(best.extents)) {
			best = v
		}
	}
	return best
}

// has reports whether the node has a copy of an extent.
func (n *Node) has(id ExtentID) bool {
	return slices.ContainsFunc(n.volumes, func(v *Volume) bool { return !v.Bad && v.extents[id] })
}

// drop forgets the copy of an extent.
func (n *Node) drop(id ExtentID) {
	for _, v := range n.volumes {
		delete(v.extents, id)
	}
}
