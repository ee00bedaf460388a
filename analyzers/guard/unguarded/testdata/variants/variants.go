// Package variants is analysed with and without its tests.
package variants

import "example.com/unguarded/node"

// onlyTests is called by tests only, whose checks do not count.
func onlyTests(n *node.Node) {
	node.Format(n) // want `^node\.Format\(n\) is reached though no check of kind format holds for n$`
}

func checked(n *node.Node) { node.Format(n) }

// Reset checks, tests need not.
func Reset(n *node.Node) {
	if node.Idle(n) {
		checked(n)
	}
}
