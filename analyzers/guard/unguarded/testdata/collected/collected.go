// Package collected looks at all nodes before it destroys any.
package collected

import (
	"errors"
	"fmt"

	"example.com/unguarded/node"
)

func Errors(nodes ...*node.Node) error {
	var bad []error
	for _, n := range nodes {
		if err := node.Refuse(n); err != nil {
			bad = append(bad, err)
		}
	}
	if len(bad) > 0 {
		return errors.Join(bad...)
	}
	for _, n := range nodes {
		node.Format(n)
	}
	return nil
}

func Names(nodes []*node.Node) error {
	var busy []string
	for i, n := range nodes {
		if !node.Idle(n) {
			busy = append(busy, fmt.Sprint(i, n.Name))
			continue
		}
	}
	if busy != nil {
		return fmt.Errorf("busy: %v", busy)
	}
	for _, n := range nodes {
		node.Format(n)
	}
	return nil
}

func Joined(nodes []*node.Node) error {
	var err error
	for _, n := range nodes {
		err = errors.Join(err, node.Refuse(n))
	}
	if err != nil {
		return err
	}
	for _, n := range nodes {
		node.Format(n)
	}
	return nil
}

func First(nodes []*node.Node) (err error) {
	for _, n := range nodes {
		if e := node.Refuse(n); e != nil && err == nil {
			err = e
		}
	}
	if err == nil {
		node.FormatAll(nodes...)
	}
	return err
}

func Flag(nodes []*node.Node) {
	ok := true
	for _, n := range nodes {
		if n.Protected {
			ok = false
		}
	}
	if ok {
		node.FormatAll(nodes...)
	}
}

func Count(nodes []*node.Node) {
	busy := 0
	for _, n := range nodes {
		if node.Busy(n) {
			busy++
		}
	}
	if busy > 0 {
		return
	}
	for i := range nodes {
		node.Format(nodes[i])
	}
}

func validate(nodes []*node.Node) error {
	var errs []error
	for _, n := range nodes {
		if n.Protected {
			errs = append(errs, fmt.Errorf("%s is protected", n.Name))
		}
	}
	return errors.Join(errs...)
}

func Helper(nodes []*node.Node) error {
	if err := validate(nodes); err != nil {
		return err
	}
	for _, n := range nodes {
		node.Format(n)
	}
	return nil
}

// Appended collects nil too.
func Appended(nodes []*node.Node) error {
	var errs []error
	for _, n := range nodes {
		errs = append(errs, node.Refuse(n))
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	node.FormatAll(nodes...)
	return nil
}

func And(nodes []*node.Node) {
	ok := true
	for _, n := range nodes {
		ok = ok && node.Idle(n)
	}
	if ok {
		node.FormatAll(nodes...)
	}
}

// Inside does not wait until it has seen all.
func Inside(nodes []*node.Node) {
	var bad []error
	for _, n := range nodes {
		if err := node.Refuse(n); err != nil {
			bad = append(bad, err)
		}
		if len(bad) == 0 {
			node.FormatAll(nodes...) // want `no check of kind format`
		}
	}
}

// Last keeps the last error only.
func Last(nodes []*node.Node) error {
	var err error
	for _, n := range nodes {
		err = node.Refuse(n)
	}
	if err != nil {
		return err
	}
	for _, n := range nodes {
		node.Format(n) // want `no check of kind format`
	}
	return nil
}

// Reset forgets what it collected.
func Reset(nodes []*node.Node) error {
	var bad []error
	for _, n := range nodes {
		if err := node.Refuse(n); err != nil {
			bad = append(bad, err)
		}
		if n.Name == "" {
			bad = nil
		}
	}
	if len(bad) > 0 {
		return bad[0]
	}
	for _, n := range nodes {
		node.Format(n) // want `no check of kind format`
	}
	return nil
}

// Set is true for the last node.
func Set(nodes []*node.Node) {
	ok := false
	for _, n := range nodes {
		ok = node.Idle(n)
	}
	if ok {
		for _, n := range nodes {
			node.Format(n) // want `no check of kind format`
		}
	}
}

// Some goes on though some are busy.
func Some(nodes []*node.Node) {
	var bad []error
	for _, n := range nodes {
		if err := node.Refuse(n); err != nil {
			bad = append(bad, err)
		}
	}
	if len(bad) > 1 {
		return
	}
	for _, n := range nodes {
		node.Format(n) // want `no check of kind format`
	}
}

// Skipped does not look at all nodes.
func Skipped(nodes []*node.Node) {
	busy := 0
	for _, n := range nodes {
		if n.Name == "" {
			continue
		}
		if node.Busy(n) {
			busy++
		}
	}
	if busy == 0 {
		for _, n := range nodes {
			node.Format(n) // want `no check of kind format`
		}
	}
}

// Balance counts down too.
func Balance(nodes []*node.Node) {
	busy := 0
	for _, n := range nodes {
		if node.Busy(n) {
			busy++
		} else {
			busy--
		}
	}
	if busy == 0 {
		for _, n := range nodes {
			node.Format(n) // want `no check of kind format`
		}
	}
}
