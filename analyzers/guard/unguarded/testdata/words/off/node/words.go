// Package node declares nothing but how a protection is switched off.
package node

// A Node is a server.
type Node struct{ covered bool }

// Uncover lets a node be prepared.
//
//leapguard:off protection n restore=Cover
func Uncover(n *Node) { n.covered = false }

// Cover protects it again.
func Cover(n *Node) { n.covered = true }
