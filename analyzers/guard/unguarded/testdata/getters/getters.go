// Package getters names one node in several ways.
package getters

import "example.com/unguarded/node"

type job struct{ target *node.Node }

func (j *job) Target() *node.Node { return j.target }

func (j job) Copied() *node.Node { return j.target }

type typed[T any] struct {
	target *node.Node
	value  T
}

func (t *typed[T]) Target() *node.Node { return t.target }

func Pointer(j *job) {
	if node.Idle(j.Target()) {
		node.Format(j.target)
	}
}

func Value(j job) {
	if node.Idle(j.Copied()) {
		node.Format(j.target)
	}
	if node.Idle(j.target) {
		node.Format(j.Copied())
	}
}

func Typed(t *typed[int]) {
	if node.Idle(t.Target()) {
		node.Format(t.target)
	}
}

func Changed(j *job) {
	if node.Idle(j.Target()) {
		j.target = nil
		node.Format(j.Target()) // want `no check of kind format holds for j.Target\(\)`
	}
}

type queue struct {
	Node *node.Node
	rest []*node.Node
}

// GetNode takes the next one.
func (q *queue) GetNode() *node.Node {
	q.Node, q.rest = q.rest[0], q.rest[1:]
	return q.Node
}

func Popped(q *queue) {
	if node.Idle(q.GetNode()) {
		node.Format(q.GetNode()) // want `no check of kind format holds for q.GetNode\(\)`
	}
}
