// Package severally checks several nodes in one call.
package severally

import (
	"errors"

	"example.com/unguarded/node"
)

func ensure(nodes ...*node.Node) error {
	for _, n := range nodes {
		if node.Busy(n) {
			return errors.New("busy")
		}
	}
	return nil
}

func demand(nodes ...*node.Node) {
	for _, n := range nodes {
		if node.Busy(n) {
			panic("busy")
		}
	}
}

// Idle tells of all nodes.
//
//leapguard:check format nodes when=true
func Idle(nodes ...*node.Node) bool { return ensure(nodes...) == nil }

func Both(a, b *node.Node) error {
	if err := ensure(a, b.Next); err != nil {
		return err
	}
	node.Format(a)
	node.Format(b.Next)
	return nil
}

func One(n *node.Node) {
	if Idle(n) {
		node.Format(n)
	}
}

func Demanded(a, b *node.Node) {
	demand(a, b)
	node.Format(a)
	node.FormatAll(b, a)
}

func Names(a, b *node.Node) {
	if Idle(a, b) {
		node.FormatName(a.Name)
	}
}

func Third(a, b, c *node.Node) {
	if ensure(a, b) == nil {
		node.Format(c) // want `the check ensure\(a, b\) at line \d+ is of another object`
	}
}

func Refused(a, b *node.Node) {
	if ensure(a, b) != nil {
		node.Format(a) // want `no check of kind format holds for a; the check ensure\(a, b\) at line \d+ is not known to permit it on this path`
	}
}

func Replaced(s *struct{ a, b *node.Node }, c *node.Node) {
	err := ensure(s.a, s.b)
	s.b = c
	if err == nil {
		node.Format(s.b) // want `no check of kind format holds for s\.b`
	}
}

// Like tells whether a node is as idle as another.
//
//leapguard:check format n when=true
func Like(n, other *node.Node) bool { return true }

func Other(a, b *node.Node) {
	if Like(a, b) {
		node.Format(b) // want `the check Like\(a, b\) at line \d+ is of another object`
	}
}
