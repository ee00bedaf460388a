// Package made destroys what it has just made.
package made

import (
	"errors"

	"example.com/unguarded/node"
)

func newNode(name string) *node.Node { return &node.Node{Name: name, Disk: new(node.Disk)} }

func newPair() (*node.Node, error) {
	n := newNode("pair")
	n.Next = newNode("next")
	if n.Name == "" {
		return nil, errors.New("no name")
	}
	return n, nil
}

func Direct() {
	node.Format(newNode("a"))
	n := newNode("b")
	node.Format(n)
}

func Pair() error {
	n, err := newPair()
	if err != nil {
		return err
	}
	node.Format(n)
	return nil
}

var current = newNode("current")

func find(name string) *node.Node {
	if name == current.Name {
		return current
	}
	return &node.Node{Name: name}
}

// Found may be in use.
func Found() {
	node.Format(find("a")) // want `no check of kind format holds for find\("a"\)`
}

func open(name string) *node.Node {
	n := &node.Node{Name: name}
	current = n
	return n
}

// Opened is known elsewhere.
func Opened() {
	node.Format(open("a")) // want `no check of kind format`
}

func wrap(d *node.Disk) *node.Node { return &node.Node{Disk: d} }

// Handle stands for something that is there already.
func Handle(d *node.Disk, name string) {
	node.Format(wrap(d))       // want `no check of kind format`
	node.Format(newNode(name)) // want `no check of kind format`
	node.Format(wrap(&node.Disk{}))
}

// Registered is in use before it is destroyed.
func Registered() {
	n := newNode("a")
	current = n
	node.Format(n) // want `no check of kind format holds for n`
}
