// Package maint switches the protection of storage nodes off while they are
// repaired.
package maint

import (
	"context"
	"sync"
)

// A Node is a storage node.
type Node struct {
	Name  string
	mu    sync.Mutex
	noout bool
}

// Unprotect lets others take the node's disks.
//
//leapguard:off protection n restore=Protect
func Unprotect(ctx context.Context, n *Node) error { return ctx.Err() }

// Protect is the opposite.
func Protect(n *Node) error { return nil }

// Pause stops the replication to the node.
//
//leapguard:off replication recv restore=Resume
func (n *Node) Pause() {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.noout = true
}

// Resume starts it again.
func (n *Node) Resume() {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.noout = false
}

// Disable switches the alerts of the node off until enable is called.
//
//leapguard:off alerts n restore=enable
func Disable(n *Node) (enable func(), err error) { return func() {}, nil }
