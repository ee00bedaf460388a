// Package good holds comments that are right.
//
// A line of prose may say leapguard:ignore without being a directive.
package good

import (
	"errors"
	lang "reflect"
)

// A Node is destroyed.
type Node struct {
	Name      string
	Disk      *Disk
	Protected bool //leapguard:flag format when=false
	// Owner uses the node.
	//
	//leapguard:flag format when=nil // see Release
	//leapguard:flag release when=nonnil
	Owner *string
	Force *bool  //leapguard:flag format when=true
	Level Level  //leapguard:flag format when=Drained
	Phase string //leapguard:flag format when="gone"
	Uses  int    //leapguard:flag format when=0

	Kind lang.Kind //leapguard:flag format when=lang.Bool
}

// A Disk belongs to a node.
type Disk struct{ Meta }

// Meta is embedded.
type Meta struct{ Serial string }

// A Level tells what a node does.
type Level int

// The levels.
const (
	Serving Level = iota
	Drained
)

// Format destroys.
//
//leapguard:danger format n
//leapguard:danger erase n.Disk.Serial
func Format(n *Node) {}

// Wipe destroys.
//
//leapguard:danger format recv
func (n *Node) Wipe() {}

// Drop destroys everything.
//
//leapguard:danger drop any
func Drop() {}

// Idle tells.
//
//leapguard:check format n when=true
//leapguard:check erase n.Disk.Serial when=true
func Idle(n *Node) (bool, error) { return false, errors.New("unknown") }

// Refuse tells.
//
//leapguard:check format n
//leapguard:check drop any when=nil
func Refuse(n *Node) error { return nil }

// Lease tells by its error.
//
//leapguard:check format n
func Lease(n *Node) (*Disk, error) { return nil, nil }

// KindOf tells.
//
//leapguard:check format n when=lang.Bool
func KindOf(n *Node) lang.Kind { return n.Kind }

// State tells.
//
//leapguard:check format n when=Drained
func State(n *Node) Level { return n.Level }

// Prepare leaves it to others.
//
//leapguard:needs format n
//leapguard:needs erase n.Disk.Serial
func Prepare(n *Node) { Format(n) }

// Lower lowers.
//
//leapguard:off format recv restore=Raise
func (n *Node) Lower() { n.Protected = false }

// Raise raises.
func (n *Node) Raise() { n.Protected = true }

// Pause pauses.
//
//leapguard:off format n restore=resume
func Pause(n *Node) (resume func()) { return func() {} }

// Suspend suspends.
//
//leapguard:off format n restore=Continue
func Suspend(n *Node) {}

// Continue continues.
func Continue(n *Node) {}

// A Store stores.
type Store interface {
	// Erase erases.
	//
	//leapguard:danger format n
	Erase(n *Node)
	//leapguard:check format n when=true
	CanErase(n *Node) bool
}

func waived(n *Node) {
	//leapguard:ok format the installer owns the node
	//leapguard:ok erase the installer owns the disk
	Format(n)
	if n != nil {
		n.Wipe() //leapguard:ok format the installer owns the node
	}
}

// Waived was reviewed.
//
//leapguard:ok format the installer owns the node
func Waived(n *Node) { n.Wipe() }
