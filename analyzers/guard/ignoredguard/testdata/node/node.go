// Package node declares what the other packages use.
package node

import "errors"

type Node struct{ Busy bool }

//leapguard:danger format n
func Format(n *Node) { n.Busy = false }

//leapguard:check format n when=true
func Idle(n *Node) bool { return !n.Busy }

//leapguard:check format n when=true
func Probe(n *Node) (bool, error) { return !n.Busy, nil }

//leapguard:check format n
func Refuse(n *Node) error {
	if n.Busy {
		return errors.New("busy")
	}
	return nil
}

// Prepare does something and happens to be a check.
func Prepare(n *Node) error {
	if err := Refuse(n); err != nil {
		return err
	}
	Format(n)
	return nil
}

type Checker interface {
	//leapguard:check format n when=true
	May(n *Node) bool
}
