// Package recovered goes on after a panic.
package recovered

import (
	"errors"
	"fmt"
	"log"
	"sync"

	"example.com/unguarded/node"
)

func validate(n *node.Node) {
	defer func() { _ = recover() }()
	if !node.Idle(n) {
		panic("busy")
	}
}

// Swallowed does not learn of the panic.
func Swallowed(n *node.Node) {
	validate(n)
	node.Format(n) // want `no check of kind format holds for n`
}

// Worker survives what it works on.
func Worker(nodes <-chan *node.Node) {
	for n := range nodes {
		func() {
			defer func() {
				if r := recover(); r != nil {
					log.Print(r)
				}
			}()
			if !node.Idle(n) {
				panic("busy")
			}
		}()
		node.Format(n) // want `no check of kind format holds for n`
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func catch() {
	if r := recover(); r != nil {
		log.Print(r)
	}
}

func checkAll(n *node.Node) {
	defer catch()
	must(node.Refuse(n))
}

// Named functions recover as literals do, and panic.
func Named(n *node.Node) {
	checkAll(n)
	node.Format(n) // want `no check of kind format holds for n`
}

func checkPanic(n *node.Node) error {
	defer catch()
	if n.Protected {
		log.Panic(n.Name)
	}
	return nil
}

// NilError takes the error that is returned after a panic for none.
func NilError(n *node.Node) {
	if checkPanic(n) == nil {
		node.Format(n) // want `no check of kind format holds for n`
	}
}

func idle(n *node.Node) bool {
	defer catch()
	must(node.Refuse(n))
	return true
}

func refuse(n *node.Node) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	must(node.Refuse(n))
	return nil
}

func refuseBoth(n *node.Node) (err error) {
	defer catch()
	if err = node.Refuse(n); err != nil {
		panic(err)
	}
	return nil
}

// Told learns of the panic by the result.
func Told(n *node.Node) {
	if idle(n) {
		node.Format(n)
	}
	if refuse(n.Next) == nil {
		node.Format(n.Next)
	}
	if refuseBoth(n.Next.Next) == nil {
		node.Format(n.Next.Next)
	}
}

func rethrow(n *node.Node) {
	defer func() {
		if r := recover(); r != nil {
			panic(fmt.Sprint(n.Name, r))
		}
	}()
	if n.Protected {
		panic("protected")
	}
}

var mu sync.Mutex

func locked(n *node.Node) {
	mu.Lock()
	defer mu.Unlock()
	must(node.Refuse(n))
}

func early(n *node.Node) {
	if !node.Idle(n) {
		panic("busy")
	}
	defer catch()
	must(errors.New(n.Name))
}

func straight(n *node.Node) {
	must(node.Refuse(n))
	defer catch()
	log.Print(n.Name)
}

func late(n *node.Node) {
	defer catch()
	if !node.Idle(n) {
		log.Fatal("busy")
	}
	if n.Name == "" {
		panic("no name")
	}
}

// Thrown ends if the node may not be destroyed.
func Thrown(a, b, c, d, e *node.Node) {
	rethrow(a)
	node.Format(a)
	locked(b)
	node.Format(b)
	early(c)
	node.Format(c)
	late(d)
	node.Format(d)
	straight(e)
	node.Format(e)
}
