// Package retry sets answers and errors on several paths.
package retry

import (
	"errors"

	"example.com/unguarded/node"
)

const tries = 3

func Again(n *node.Node) error {
	var ok bool
	var err error
	for range tries {
		if ok, err = node.Probe(n); err == nil {
			break
		}
	}
	if err != nil {
		return err
	}
	if ok {
		node.Format(n)
	}
	return nil
}

// Forgets does not look at the error of the last try.
func Forgets(n *node.Node) {
	var ok bool
	var err error
	for range tries {
		if ok, err = node.Probe(n); err == nil {
			break
		}
	}
	if ok {
		node.Format(n) // want `no check of kind format holds for n`
	}
}

func Collected(n *node.Node) error {
	errs := []error{}
	if n.Protected {
		errs = append(errs, errors.New("protected"))
	}
	if n.Name == "" {
		errs = append(errs, errors.New("no name"))
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	node.Format(n)
	return nil
}

// Dropped loses the first error.
func Dropped(n *node.Node) error {
	var errs []error
	if n.Protected {
		errs = append(errs, errors.New("protected"))
	}
	if n.Name == "" {
		errs = nil
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	node.Format(n) // want `no check of kind format holds for n`
	return nil
}
