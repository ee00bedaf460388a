// Package edge holds what is easily got wrong.
package edge

import (
	"errors"
	"fmt"
	"log"
	"os"
	"time"

	"example.com/unguarded/node"
)

// Loop forgets what the previous round checked.
func Loop(next func() *node.Node) {
	for {
		n := next()
		if n == nil {
			break
		}
		if node.Idle(n) {
			continue
		}
		node.Format(n) // want `refuses on this path`
	}
	var n *node.Node
	for range 3 {
		if n != nil && node.Idle(n) {
			node.Format(n)
		}
		n = next()
	}
	node.Format(n) // want `no check of kind format holds for n`
}

// Retry checks in every round.
func Retry(n *node.Node) error {
	for i := 0; ; i++ {
		err := node.Refuse(n)
		if err == nil {
			break
		}
		if i == 3 {
			return err
		}
		time.Sleep(time.Second)
	}
	node.Format(n)
	return nil
}

// RetryForEver gives up by going on.
func RetryForEver(n *node.Node) {
	for range 3 {
		if node.Refuse(n) == nil {
			break
		}
	}
	node.Format(n) // want `holds for n$`
}

// Select waits first.
func Select(n *node.Node, done <-chan struct{}) {
	select {
	case <-done:
		if n.Protected {
			return
		}
	default:
		if node.Busy(n) {
			return
		}
	}
	node.Format(n)
}

// Goto jumps.
func Goto(n *node.Node) {
	if n.Protected {
		goto end
	}
	node.Format(n)
end:
	log.Print(n.Name)
}

// Labeled leaves two loops.
func Labeled(racks [][]*node.Node) {
racks:
	for _, rack := range racks {
		for _, n := range rack {
			if n.Protected {
				continue racks
			}
			node.Format(n)
		}
	}
}

// Outer checks the element of the outer loop.
func Outer(racks []*node.Node) {
	for _, n := range racks {
		if n.Protected {
			continue
		}
		for m := n.Next; m != nil; m = m.Next {
			node.Format(m) // want `no check of kind format holds for m`
		}
	}
}

// Captured is reassigned by a closure.
func Captured(n *node.Node, each func(func(*node.Node))) {
	if n.Protected {
		return
	}
	last := n
	each(func(m *node.Node) { last = m })
	node.Format(last) // want `no check of kind format holds for last`
}

// Walk takes the closure's parameter.
func Walk(each func(func(*node.Node))) {
	each(func(n *node.Node) {
		if !n.Protected {
			node.Format(n)
		}
	})
	each(func(n *node.Node) {
		node.Format(n) // want `no check of kind format holds for n`
	})
}

// Nested closures inherit from the outermost function.
func Nested(n *node.Node, do func(func())) {
	if node.Busy(n) {
		return
	}
	do(func() {
		do(func() { node.Format(n) })
	})
}

// Assertion checks the value behind an interface.
func Assertion(v any) {
	if n, ok := v.(*node.Node); ok && node.Idle(n) {
		v.(*node.Node).Wipe()
	}
}

// Map checks an element.
func Map(nodes map[string]*node.Node, id string) {
	if nodes[id].Protected {
		return
	}
	node.Format(nodes[id])
	nodes[id] = nodes["other"]
	node.Format(nodes[id]) // want `no check of kind format`
}

// CommaOk checks what it looked up.
func CommaOk(nodes map[string]*node.Node, id string) error {
	n, ok := nodes[id]
	if !ok || n.Protected {
		return fmt.Errorf("%s: %w", id, os.ErrNotExist)
	}
	node.Format(n)
	return nil
}

// Embedded looks at the flag of an embedded struct.
func Embedded(n *node.Node) {
	if n.Locked {
		return
	}
	node.Unlock(n)
}

// EmbeddedPart looks at the part.
func EmbeddedPart(n *node.Node) {
	meta := &n.Meta
	if meta.Locked {
		return
	}
	node.Unlock(n)
}

// Errors are wrapped on the way.
func Errors(n *node.Node) error {
	err := node.Refuse(n)
	if err != nil {
		err = fmt.Errorf("refused: %w", err)
	}
	if err != nil {
		return err
	}
	node.Format(n)
	return nil
}

// Joined takes two errors for one.
func Joined(a, b *node.Node) error {
	err := errors.Join(node.Refuse(a), node.Refuse(b))
	if err != nil {
		return err
	}
	node.Format(a)
	return nil
}

// Overwritten forgets the first error.
func Overwritten(a, b *node.Node) error {
	err := node.Refuse(a)
	err = node.Refuse(b)
	if err != nil {
		return err
	}
	node.Format(b)
	node.Format(a) // want `the check node.Refuse\(b\) at line \d+ is of another object`
	return nil
}

// Shadowed tests the wrong variable.
func Shadowed(n *node.Node) (err error) {
	if true {
		err := node.Refuse(n)
		_ = err
	}
	if err != nil {
		return err
	}
	node.Format(n) // want `no check of kind format`
	return nil
}

// Ternary decides by a variable.
func Ternary(n *node.Node, dry bool) {
	mode := "dry"
	if !dry && node.Idle(n) {
		mode = "wet"
	}
	if mode == "wet" {
		node.Format(n)
	}
}

// Count tells by a constant.
func Count(n *node.Node) {
	blockers := 0
	if n.Protected {
		blockers++
	}
	if blockers > 0 {
		return
	}
	node.Format(n)
}

// List collects reasons.
func List(n *node.Node) error {
	var reasons []string
	if n.Protected {
		reasons = append(reasons, "protected")
	}
	if len(reasons) > 0 {
		return errors.New(reasons[0])
	}
	node.Format(n)
	return nil
}

// Pick returns checked nodes only.
func pick(nodes []*node.Node) *node.Node {
	for _, n := range nodes {
		if !n.Protected {
			return n
		}
	}
	return nil
}

// Picked destroys what was picked.
func Picked(nodes []*node.Node) {
	if n := pick(nodes); n != nil {
		node.Format(n)
	}
}

func idleOnes(nodes []*node.Node) (idle []*node.Node) {
	for _, n := range nodes {
		if !n.Protected {
			idle = append(idle, n)
		}
	}
	return idle
}

// Filtered destroys what a helper collected.
func Filtered(nodes []*node.Node) {
	for _, n := range idleOnes(nodes) {
		node.Format(n)
	}
}

// AllOf checks every node before it destroys them.
func AllOf(nodes []*node.Node) error {
	for _, n := range nodes {
		if n.Protected {
			return errors.New(n.Name)
		}
	}
	for _, n := range nodes {
		node.Format(n)
	}
	node.FormatAll(nodes...)
	return nil
}

// TwoPlaces tests the same flag twice.
func TwoPlaces(n *node.Node, force bool) {
	ok := false
	if force {
		ok = !n.Protected
	} else {
		ok = node.Idle(n)
	}
	if !ok {
		return
	}
	node.Format(n)
}

// Correlated tests a flag twice.
func Correlated(n *node.Node, wipe bool) {
	if wipe && n.Protected {
		return
	}
	log.Print(n.Name)
	if wipe {
		node.Format(n)
	}
}
