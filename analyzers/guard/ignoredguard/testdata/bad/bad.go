// Package bad asks and does not listen.
package bad

import "example.com/ignoredguard/node"

func Statement(n *node.Node) {
	node.Idle(n) // want `^the answer of node.Idle\(n\), a check of kind format, is dropped$`
	node.Format(n)
}

func Blank(n *node.Node) {
	_ = node.Refuse(n) // want `the answer of node.Refuse\(n\), a check of kind format, is dropped`
	node.Format(n)
}

func Both(n *node.Node) {
	_, _ = node.Probe(n) // want `is dropped`
}

func ErrorOnly(n *node.Node) error {
	if _, err := node.Probe(n); err != nil { // want `the answer of node.Probe\(n\), a check of kind format, is dropped, and only its error is looked at`
		return err
	}
	node.Format(n)
	return nil
}

func Overwritten(n *node.Node) error {
	err := node.Refuse(n) // want `the answer of node.Refuse\(n\), a check of kind format, is overwritten or lost before anything reads it`
	err = other()
	if err != nil {
		return err
	}
	node.Format(n)
	return nil
}

func other() error { return nil }

func Hidden(n *node.Node, deep bool) {
	ok := true
	if deep {
		ok := node.Idle(n) // want `is overwritten or lost before anything reads it`
		_ = ok
	}
	if ok {
		node.Format(n)
	}
}

func Started(n *node.Node) {
	go node.Idle(n)    // want `is dropped`
	defer node.Idle(n) // want `is dropped`
}

func Interface(c node.Checker, n *node.Node) {
	c.May(n) // want `the answer of c.May\(n\), a check of kind format, is dropped`
	node.Format(n)
}

type checker struct{}

func (checker) May(*node.Node) bool { return true }

func Implementation(c checker, n *node.Node) {
	c.May(n) // want `is dropped`
}
