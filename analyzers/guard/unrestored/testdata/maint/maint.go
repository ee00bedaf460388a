// Package maint switches the protection of nodes off.
package maint

import (
	"context"
	"time"
)

// A Node is a node of a cluster.
type Node struct {
	Name string
	Disk string
}

// Disable switches the protection of a node off.
//
//leapguard:off maint n restore=Enable
func Disable(n *Node) error { return nil }

// Enable switches it on.
func Enable(n *Node) error { return nil }

// Suspend switches the protection of the node off.
//
//leapguard:off maint recv restore=Resume
func (n *Node) Suspend(ctx context.Context) {}

// Resume switches it on.
func (n *Node) Resume(ctx context.Context) {}

// Pause switches it off for a while.
//
//leapguard:off maint n restore=Enable
func Pause(n *Node, ttl time.Duration) error { return nil }

// Hold switches it off until release is called.
//
//leapguard:off maint n restore=release
func Hold(n *Node) (release func(), err error) { return func() {}, nil }

// Freeze switches the protection of the cluster off.
//
//leapguard:off frozen any restore=Thaw
func Freeze() {}

// Thaw switches it on.
func Thaw() {}

// Wipe destroys a node.
//
//leapguard:danger wipe n
func Wipe(n *Node) {}

// MayWipe tells whether a node may be destroyed.
//
//leapguard:check wipe n when=true
func MayWipe(n *Node) bool { return n.Disk == "" }

// Finish enables a node, whatever happened.
func Finish(n *Node) {
	if err := Enable(n); err != nil {
		println(err.Error())
	}
}

// Format destroys a node, or fails.
//
//leapguard:danger wipe n
func Format(n *Node) error { return nil }
