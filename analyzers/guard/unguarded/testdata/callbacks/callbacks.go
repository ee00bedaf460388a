// Package callbacks is handed what was checked.
package callbacks

import (
	"iter"

	"example.com/unguarded/node"
)

func idle(nodes []*node.Node) iter.Seq[*node.Node] {
	return func(yield func(*node.Node) bool) {
		for _, n := range nodes {
			if node.Idle(n) && !yield(n) {
				return
			}
		}
	}
}

func all(nodes []*node.Node) iter.Seq2[int, *node.Node] {
	return func(yield func(int, *node.Node) bool) {
		for i, n := range nodes {
			if node.Idle(n) && !yield(i, n) {
				return
			}
		}
		yield(-1, nodes[0])
	}
}

func eachIdle(nodes []*node.Node, do func(*node.Node) error) error {
	for _, n := range nodes {
		if n.Protected {
			continue
		}
		if err := do(n); err != nil {
			return err
		}
	}
	return nil
}

func each(nodes []*node.Node, do func(*node.Node) error) error {
	for _, n := range nodes {
		if err := do(n); err != nil {
			return err
		}
	}
	return nil
}

type rack struct{ nodes []*node.Node }

func (r *rack) idle(yield func(*node.Node) bool) {
	for _, n := range r.nodes {
		if node.Refuse(n) == nil && !yield(n) {
			return
		}
	}
}

func Range(nodes []*node.Node, r *rack) {
	for n := range idle(nodes) {
		node.Format(n)
		node.FormatName(n.Name)
	}
	for n := range r.idle {
		node.Format(n)
	}
	for _, n := range all(nodes) {
		node.Format(n) // want `no check of kind format holds for n`
	}
}

func Called(nodes []*node.Node) error {
	err := eachIdle(nodes, func(n *node.Node) error {
		node.Format(n)
		return nil
	})
	if err != nil {
		return err
	}
	return each(nodes, func(n *node.Node) error {
		node.Format(n) // want `no check of kind format holds for n`
		return nil
	})
}
