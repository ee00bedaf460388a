// Package unsound shows what the limits on the page of the rule mean: dangers
// that are missed, and checks that are not seen.
package unsound

import (
	"reflect"

	"example.com/unguarded/node"
)

// Reflection calls what it is given, and is missed.
func Reflection(n *node.Node) {
	reflect.ValueOf(n).MethodByName("Wipe").Call(nil)
}

// ReflectedValue passes the danger as a value, and is missed.
func ReflectedValue(n *node.Node) {
	reflect.ValueOf(n.Wipe).Call(nil)
}

type steps struct{ wipe func() }

// Field puts the danger into a struct, and is missed.
func Field(n *node.Node) {
	s := &steps{wipe: n.Wipe}
	s.run()
}

func (s *steps) run() { s.wipe() }

// Table finds the danger in a map, and is missed.
func Table(n *node.Node) {
	table := map[string]func(*node.Node){"wipe": (*node.Node).Wipe}
	table["wipe"](n)
}

type eraser interface{ Wipe() }

// Interface calls through an interface whose method is not annotated, and is
// missed.
func Interface(e eraser) { e.Wipe() }

var _ eraser = new(node.Node)

type options struct{ check, wipe bool }

// Correlated relies on two options that agree, which is not known.
func Correlated(n *node.Node, o options) {
	if o.check && n.Protected {
		return
	}
	if o.wipe { // never without check
		n.Wipe() // want `no check of kind format holds for n`
	}
}

// Callee lets a call undo the check, and is missed.
func Callee(n *node.Node) {
	if n.Protected {
		return
	}
	guardAgain(n)
	n.Wipe()
}

func guardAgain(n *node.Node) { n.Protected = true }

// Alias writes through another name, and is missed.
func Alias(a, b *node.Node) {
	if a.Protected {
		return
	}
	b.Protected = true // may be a
	a.Wipe()
}

// Later lets time pass, and is missed.
func Later(n *node.Node, wait func()) {
	if n.Protected {
		return
	}
	wait()
	n.Wipe()
}

type server interface{ Delete(name string) error }

// Server leaves the check to a server, which is not seen.
func Server(s server, n *node.Node) error {
	if err := s.Delete(n.Name); err != nil {
		return err
	}
	n.Wipe() // want `no check of kind format holds for n`
	return nil
}

// Captured destroys, in a goroutine, what another round has checked.
func Captured(nodes []*node.Node) {
	var n *node.Node
	for _, n = range nodes {
		if n.Protected {
			continue
		}
		go func() {
			n.Wipe() // want `what is checked before the goroutine starts at line [0-9]+ may have changed`
		}()
	}
}
