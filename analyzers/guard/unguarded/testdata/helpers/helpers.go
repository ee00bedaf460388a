// Package helpers passes functions to helpers that call them.
package helpers

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"example.com/unguarded/node"
)

var errBusy = errors.New("busy")

func ifIdle(n *node.Node, do func() error) error {
	if !node.Idle(n) {
		return errBusy
	}
	return do()
}

func ifName(name string, do func()) {
	if node.IdleName(name) {
		do()
	}
}

func unlessNil(n *node.Node, do func() error) error {
	if n == nil {
		return errBusy
	}
	return do()
}

func ifIdleOrNot(n *node.Node, do, otherwise func()) {
	if node.Idle(n) {
		do()
	} else {
		otherwise()
	}
}

func Captured(n, other *node.Node) error {
	ifName(n.Name, func() { node.FormatName(n.Name) })
	if err := ifIdle(n.Next, func() error { node.Format(n.Next); return nil }); err != nil {
		return err
	}
	return errors.Join(
		ifIdle(n, func() error { node.Format(n); return nil }),
		ifIdle(n, func() error { node.Format(other); return nil }),        // want `no check of kind format holds for other`
		ifIdle(n, func() error { node.Format(other.Next); return nil }),   // want `no check of kind format holds for other.Next`
		unlessNil(other, func() error { node.Format(other); return nil }), // want `no check of kind format holds for other`
	)
}

func Branches(n *node.Node) {
	ifIdleOrNot(n, func() { node.Format(n) }, func() {})
	ifIdleOrNot(n, func() {}, func() {
		node.Format(n) // want `no check of kind format holds for n`
	})
}

func Both(n *node.Node) {
	do := func() {
		node.Format(n) // want `no check of kind format holds for n`
	}
	ifIdleOrNot(n, do, do)
}

type runner struct{ do func() }

func keep(r *runner, n *node.Node, do func()) {
	if node.Idle(n) {
		do()
	}
	r.do = do
}

func inBackground(n *node.Node, do func()) {
	if node.Idle(n) {
		go do()
	}
}

func twice(n *node.Node, do func()) {
	if node.Idle(n) {
		do()
	}
	n = n.Next
	do()
}

func next(n *node.Node, do func()) {
	n = n.Next
	if node.Idle(n) {
		do()
	}
}

func Kept(r *runner, n *node.Node) {
	keep(r, n, func() {
		node.Format(n) // want `no check of kind format holds for n`
	})
	inBackground(n, func() {
		node.Format(n) // want `no check of kind format holds for n`
	})
	twice(n, func() {
		node.Format(n) // want `no check of kind format holds for n`
	})
	next(n, func() {
		node.Format(n) // want `no check of kind format holds for n`
	})
	next(n, func() { node.Format(n.Next) })
}

// Middleware.

func guard(next func(*node.Node) error) func(*node.Node) error {
	return func(n *node.Node) error {
		if !node.Idle(n) {
			return errBusy
		}
		return next(n)
	}
}

func logged(next func(*node.Node) error) func(*node.Node) error {
	return func(n *node.Node) error {
		println(n.Name)
		return next(n)
	}
}

var checked = guard(func(n *node.Node) error {
	node.Format(n)
	return nil
})

var unchecked = logged(func(n *node.Node) error {
	node.Format(n) // want `no check of kind format holds for n`
	return nil
})

// Helpers that tell what the function said that they were given.

var mu sync.Mutex

func locked(f func() error) error {
	mu.Lock()
	defer mu.Unlock()
	return f()
}

func until(f func() error) {
	for {
		if f() == nil {
			return
		}
	}
}

func attempt(f func() error) (err error) {
	for i := 0; i < 3; i++ {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}

// retry may be told to make no attempt at all.
func retry(times int, f func() error) (err error) {
	for range times {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}

func thrice(times int, f func() error) (err error) {
	for range times {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}

func again(f func() error, times int, pause string) error {
	var err error
	for i := 0; i < times; i++ {
		if err = f(); err == nil {
			return nil
		}
		println(pause)
	}
	return fmt.Errorf("gave up: %w", err)
}

func ignoring(f func() error) error {
	if f() != nil {
		println("failed")
	}
	return nil
}

func Locked(n *node.Node) error {
	err := locked(func() error {
		if !node.Idle(n) {
			return errBusy
		}
		return nil
	})
	if err != nil {
		return err
	}
	node.Format(n)
	return nil
}

func Until(n *node.Node) {
	until(func() error { return node.Refuse(n) })
	node.Format(n)
}

func Attempt(n *node.Node) error {
	if err := attempt(func() error { return node.Refuse(n) }); err != nil {
		return err
	}
	node.Format(n)
	return nil
}

func Retry(n *node.Node, times int) error {
	if err := retry(times, func() error { return node.Refuse(n) }); err != nil {
		return err
	}
	node.Format(n) // want `no check of kind format holds for n`
	return nil
}

func Thrice(a, b *node.Node) error {
	if err := thrice(3, func() error { return node.Refuse(a) }); err != nil {
		return err
	}
	if err := thrice(5, func() error { return node.Refuse(b) }); err == nil {
		node.Format(b)
	}
	node.Format(a)
	return nil
}

func Again(n *node.Node) error {
	if err := again(func() error { return node.Refuse(n) }, 3, "1s"); err != nil {
		return err
	}
	node.Format(n)
	return nil
}

func Ignoring(n, other *node.Node) error {
	if err := ignoring(func() error { return node.Refuse(n) }); err != nil {
		return err
	}
	node.Format(n) // want `no check of kind format holds for n`
	if err := locked(func() error { return node.Refuse(n) }); err == nil {
		node.Format(n)
		node.Format(other) // want `no check of kind format holds for other`
	} else {
		node.Format(n.Next) // want `no check of kind format holds for n.Next`
	}
	return nil
}

type rule func(*node.Node) bool

func (r rule) allows(n *node.Node) bool { return r(n) }

func Rule(n *node.Node) {
	if rule(node.Idle).allows(n) {
		node.Format(n)
	}
	if rule(node.Busy).allows(n) {
		node.Format(n) // want `no check of kind format holds for n`
	}
}

func second(f, g func() error) error {
	if f() != nil {
		println("failed")
	}
	return g()
}

func maybe(on bool, f func() error) error {
	if on {
		return f()
	}
	return nil
}

func replaced(f func() error) error {
	f = func() error { return nil }
	return f()
}

func Said(a, b *node.Node, on bool) {
	if second(func() error { return node.Refuse(a) }, func() error { return node.Refuse(b) }) == nil {
		node.Format(b)
		node.Format(a) // want `no check of kind format holds for a`
	}
	if maybe(on, func() error { return node.Refuse(a) }) == nil {
		node.Format(a) // want `no check of kind format holds for a`
	}
	if replaced(func() error { return node.Refuse(a) }) == nil {
		node.Format(a) // want `no check of kind format holds for a`
	}
	err := locked(func() error {
		if on {
			return nil
		}
		return node.Refuse(a)
	})
	if err == nil {
		node.Format(a) // want `no check of kind format holds for a`
	}
}

// Filters.

func filter[T any](list []T, keep func(T) bool) (out []T) {
	for _, x := range list {
		if keep(x) {
			out = append(out, x)
		}
	}
	return out
}

func reject(list []*node.Node, drop func(*node.Node) bool) (out []*node.Node) {
	for _, n := range list {
		if !drop(n) {
			out = append(out, n)
		}
	}
	return out
}

func idle(nodes []*node.Node) func(func(*node.Node) bool) {
	return func(yield func(*node.Node) bool) {
		for _, n := range nodes {
			if node.Idle(n) && !yield(n) {
				return
			}
		}
	}
}

func each(nodes []*node.Node) func(func(*node.Node) bool) {
	return func(yield func(*node.Node) bool) {
		for _, n := range nodes {
			if !yield(n) {
				return
			}
		}
	}
}

func Filters(nodes []*node.Node) {
	for _, n := range filter(nodes, func(n *node.Node) bool { return !n.Protected }) {
		node.Format(n)
	}
	for _, n := range filter(nodes, node.Idle) {
		node.Format(n)
	}
	for _, n := range reject(nodes, node.Busy) {
		node.Format(n)
	}
	for _, n := range slices.Collect(idle(nodes)) {
		node.Format(n)
	}
	for _, n := range filter(nodes, node.Busy) {
		node.Format(n) // want `no check of kind format holds for n`
	}
	for _, n := range reject(nodes, node.Idle) {
		node.Format(n) // want `no check of kind format holds for n`
	}
	for _, n := range filter(nodes, func(n *node.Node) bool { return n.Name != "" }) {
		node.Format(n) // want `no check of kind format holds for n`
	}
	for _, n := range slices.Collect(each(nodes)) {
		node.Format(n) // want `no check of kind format holds for n`
	}
}
