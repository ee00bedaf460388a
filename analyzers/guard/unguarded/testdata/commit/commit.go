// Package commit destroys when the function returns.
package commit

import (
	"errors"
	"os"

	"example.com/unguarded/node"
)

func Literal(n *node.Node) (err error) {
	defer func() {
		if err == nil {
			node.Format(n)
		}
	}()
	return node.Refuse(n)
}

func Early(n *node.Node) (err error) {
	defer func() {
		if err != nil {
			return
		}
		err = os.Remove(n.Name)
		node.Format(n)
	}()
	if err = node.Refuse(n); err != nil {
		return err
	}
	return nil
}

func Answer(n *node.Node) (err error) {
	defer func() {
		if err == nil {
			node.Format(n)
		}
	}()
	if !node.Idle(n) {
		return errors.New("busy")
	}
	return nil
}

func Bare(n *node.Node) (err error) {
	defer func() {
		if err == nil {
			node.Format(n)
		}
	}()
	err = node.Refuse(n)
	return
}

func Later(n *node.Node, parts []string) (err error) {
	defer func() {
		if err == nil {
			node.Format(n)
		}
	}()
	err = node.Refuse(n)
	for _, part := range parts {
		if part == "" {
			break
		}
		println(part)
	}
	return
}

// Again forgets the answer.
func Again(n *node.Node, parts []string) (err error) {
	defer func() {
		if err == nil {
			node.Format(n) // want `no check of kind format holds for n`
		}
	}()
	err = node.Refuse(n)
	for _, part := range parts {
		err = os.Remove(part)
	}
	return
}

func Flag(n *node.Node) {
	ok := false
	defer func() {
		if ok {
			node.Format(n)
		}
	}()
	if n.Protected {
		return
	}
	ok = true
}

func Always(n *node.Node) error {
	if n == nil {
		return errors.New("no node")
	}
	defer func() { node.Format(n) }()
	if !node.Idle(n) {
		os.Exit(1)
	}
	return nil
}

// Nil returns nil without a check.
func Nil(n *node.Node, quick bool) (err error) {
	defer func() {
		if err == nil {
			node.Format(n) // want `no check of kind format holds for n`
		}
	}()
	if quick {
		return nil
	}
	return node.Refuse(n)
}

// Failed destroys after an error.
func Failed(n *node.Node) (err error) {
	defer func() {
		if err != nil {
			node.Format(n) // want `no check of kind format holds for n`
		}
	}()
	return node.Refuse(n)
}

// Other looks at what it set itself.
func Other(n *node.Node) (err error) {
	defer func() {
		err = os.Remove(n.Name)
		if err == nil {
			node.Format(n) // want `no check of kind format holds for n`
		}
	}()
	return node.Refuse(n)
}

// Unconditional destroys in any case.
func Unconditional(n *node.Node) error {
	defer func() { node.Format(n) }() // want `no check of kind format holds for n`
	return node.Refuse(n)
}

// Panic runs deferred functions too.
func Panic(n *node.Node) (err error) {
	defer func() {
		if err == nil {
			node.Format(n) // want `no check of kind format holds for n`
		}
	}()
	if n.Protected {
		panic("protected")
	}
	return nil
}
