// Package outer checks what is declared around the function that checks.
package outer

import (
	"errors"
	"sync"

	"example.com/unguarded/node"
)

var current *node.Node

func Locked(n *node.Node, mu *sync.Mutex) error {
	err := func() error {
		mu.Lock()
		defer mu.Unlock()
		if n.Protected {
			return errors.New("protected")
		}
		return node.Refuse(n)
	}()
	if err != nil {
		return err
	}
	node.Format(n)
	return nil
}

func Kept(n, other *node.Node) {
	free := func() bool { return !n.Protected }
	if free() {
		node.Format(n)
	}
	if free() {
		node.Format(other) // want `the check free\(\) at line \d+ is of another object`
	}
	if !free() {
		node.Format(n) // want `the check free\(\) at line \d+ refuses on this path`
	}
}

func idle() bool { return !current.Protected }

func Global() {
	if idle() {
		node.Format(current)
	}
	if idle() {
		current = nil
		node.Format(current) // want `no check of kind format holds for current`
	}
}
