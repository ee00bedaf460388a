// Package node declares what the other packages use.
package node

import "errors"

// A Node is a machine.
type Node struct {
	Name string
	Next *Node
	Disk *Disk
	Meta

	// Protected nodes hold data.
	Protected bool //leapguard:flag format when=false
	Lease     *int //leapguard:flag lease when=nil
	Force     *bool
	// State of the node.
	//
	//leapguard:flag format when=Drained
	State State
}

// A Meta is embedded in a Node.
type Meta struct {
	Locked bool //leapguard:flag lock when=false
}

// A State is one of the constants below.
type State int

// The states.
const (
	Serving State = iota
	Draining
	Drained
)

// A Disk is part of a Node.
type Disk struct {
	Path string
	Busy bool //leapguard:flag format when=false
}

// Format destroys a node.
//
//leapguard:danger format n
func Format(n *Node) { n.Name = "" }

// FormatAll destroys nodes.
//
//leapguard:danger format nodes
func FormatAll(nodes ...*Node) {}

// FormatDisk destroys a disk.
//
//leapguard:danger format disk
func FormatDisk(disk *Disk) {}

// FormatName destroys the node of a name.
//
//leapguard:danger format name
func FormatName(name string) {}

// Job is something to do with a node.
type Job struct{ Node *Node }

// Run destroys the job's node.
//
//leapguard:danger format recv.Node
func (j *Job) Run() {}

// Unlock takes a lock away.
//
//leapguard:danger lock n
func Unlock(n *Node) {}

// Release takes a lease away.
//
//leapguard:danger lease n
func Release(n *Node) {}

// Drop destroys everything.
//
//leapguard:danger drop any
func Drop() {}

// Maintenance tells whether everything may be destroyed.
//
//leapguard:check drop any when=true
func Maintenance() bool { return false }

// Idle tells whether a node may be formatted.
//
//leapguard:check format n when=true
func Idle(n *Node) bool { return n != nil }

// Busy is the opposite of Idle.
//
//leapguard:check format n when=false
func Busy(n *Node) bool { return n == nil }

// Refuse returns an error unless the node may be formatted.
//
//leapguard:check format n
func Refuse(n *Node) error { return errors.New("no") }

// Probe tells whether a node may be formatted, or that it does not know.
//
//leapguard:check format n when=true
func Probe(n *Node) (bool, error) { return false, nil }

// Owner returns who uses the node.
//
//leapguard:check format n when=nil
func Owner(n *Node) *Node { return n.Next }

// IdleName tells whether the node of a name may be formatted.
//
//leapguard:check format name when=true
func IdleName(name string) bool { return name != "" }

// Wipe destroys the node.
//
//leapguard:danger format recv
func (n *Node) Wipe() {}

// Idle tells whether the node may be destroyed.
//
//leapguard:check format recv when=true
func (n *Node) Idle() bool { return n != nil }

// ID is a getter.
func (n *Node) ID() string { return n.Name }

// A Store holds nodes.
type Store interface {
	// Erase destroys a node.
	//
	//leapguard:danger format n
	Erase(n *Node) error
	// CanErase tells whether a node may be destroyed.
	//
	//leapguard:check format n when=true
	CanErase(n *Node) (bool, error)
}

// Lower switches the protection off.
//
//leapguard:off format recv restore=Raise
func (n *Node) Lower() { n.Protected = false }

// Raise switches the protection on.
func (n *Node) Raise() { n.Protected = true }

// Guarded is a check since it returns only if Idle is true.
func Guarded(n *Node) error {
	if !Idle(n) {
		return errors.New("busy")
	}
	return nil
}

// MayFormat is a check since it returns what Idle returns, or false.
func MayFormat(n *Node) bool { return n != nil && !n.Protected && Idle(n) }

// Prepare leaves the check to its callers.
//
//leapguard:needs format n
func Prepare(n *Node) { Format(n) }
