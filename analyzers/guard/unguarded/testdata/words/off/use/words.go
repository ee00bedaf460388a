// Package use prepares nodes.
package use

import "example.com/unguarded/words/off/node"

//leapguard:danger protection n
func prepare(n *node.Node) {}

func service(n *node.Node) {
	node.Uncover(n)
	defer node.Cover(n)
	prepare(n)
}
