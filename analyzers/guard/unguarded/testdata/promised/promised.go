// Package promised leaves one check to callers and makes none of the other.
package promised

import "example.com/unguarded/node"

//leapguard:check intent n when=true
func Ordered(n *node.Node) bool { return n.Name != "" }

//leapguard:danger intent n
func Retire(n *node.Node) {}

//leapguard:needs intent n
func Prepare(n *node.Node) {
	Retire(n)
	node.Format(n) // want `no check of kind format holds for n$`
}

// Swap: that callers have checked n is no check here of another.
//
//leapguard:needs format n
func Swap(n, other *node.Node) {
	node.Format(n)
	node.Format(other) // want `no check of kind format holds for other$`
}
