// Package filters keeps the nodes that may be destroyed, in place.
package filters

import (
	"slices"

	"example.com/unguarded/node"
)

func InPlace(nodes []*node.Node) {
	kept := nodes[:0]
	for _, n := range nodes {
		if node.Idle(n) {
			kept = append(kept, n)
		}
	}
	for _, n := range kept {
		node.Format(n)
	}
}

func Anew(nodes []*node.Node) {
	kept := nodes[:0:0]
	for _, n := range nodes {
		if node.Refuse(n) == nil {
			kept = append(kept, n)
		}
	}
	node.FormatAll(kept...)
}

func idle(nodes []*node.Node) []*node.Node {
	kept := nodes[:0]
	for _, n := range nodes {
		if !n.Protected {
			kept = append(kept, n)
		}
	}
	return kept
}

func Helper(nodes []*node.Node) {
	for _, n := range idle(nodes) {
		node.Format(n)
	}
}

func Compacted(nodes []*node.Node) {
	kept := 0
	for _, n := range nodes {
		if node.Idle(n) {
			nodes[kept] = n
			kept++
		}
	}
	for _, n := range slices.Clip(nodes[:kept]) {
		node.Format(n)
	}
	for _, n := range nodes {
		node.Format(n) // want `no check of kind format`
	}
}

// Counted does not say which they are.
func Counted(nodes []*node.Node) {
	idle := 0
	for _, n := range nodes {
		if node.Idle(n) {
			idle++
		}
	}
	for _, n := range nodes[:idle] {
		node.Format(n) // want `no check of kind format`
	}
}

// Swapped moves others as well.
func Swapped(nodes []*node.Node) {
	kept := 0
	for i, n := range nodes {
		if node.Idle(n) {
			nodes[kept], nodes[i] = nodes[i], nodes[kept]
			kept++
		}
	}
	for _, n := range nodes[:kept+1] {
		node.Format(n) // want `no check of kind format`
	}
}

// First begins with a node that was not checked.
func First(nodes []*node.Node) {
	kept := nodes[:1]
	for _, n := range nodes[1:] {
		if node.Idle(n) {
			kept = append(kept, n)
		}
	}
	for _, n := range kept {
		node.Format(n) // want `no check of kind format`
	}
}

// Wrong destroys what was looked through.
func Wrong(nodes []*node.Node) {
	kept := nodes[:0:0]
	for _, n := range nodes {
		if node.Idle(n) {
			kept = append(kept, n)
		}
	}
	for _, n := range nodes {
		node.Format(n) // want `no check of kind format`
	}
	for _, n := range kept[:cap(kept)] {
		node.Format(n) // want `no check of kind format`
	}
}

// Replaced assigns to an element.
func Replaced(nodes []*node.Node, other *node.Node) {
	kept := nodes[:0]
	for _, n := range nodes {
		if node.Idle(n) {
			kept = append(kept, n)
		}
	}
	kept[0] = other
	for _, n := range kept {
		node.Format(n) // want `no check of kind format`
	}
}
