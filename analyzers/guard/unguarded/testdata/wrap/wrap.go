// Package wrap wraps the errors of checks by a function that maps nil to nil.
package wrap

import (
	"github.com/pkg/errors"

	"example.com/unguarded/node"
)

func Direct(n *node.Node) error {
	if err := errors.Wrap(node.Refuse(n), "format"); err != nil {
		return err
	}
	node.Format(n)
	return nil
}

func ensure(n *node.Node) error { return errors.Wrap(node.Refuse(n), "ensure") }

func Ensured(n *node.Node) error {
	if err := ensure(n); err != nil {
		return err
	}
	node.Format(n)
	return nil
}

func refused(n *node.Node) error {
	if err := node.Refuse(n); err != nil {
		return errors.Wrap(err, "refused")
	}
	return nil
}

func Refused(n *node.Node) error {
	if err := refused(n); err != nil {
		return err
	}
	node.Format(n)
	return nil
}

func Swapped(n *node.Node) error {
	err := errors.Wrap(node.Refuse(n), "format")
	if err == nil {
		return nil
	}
	node.Format(n) // want `the check node.Refuse\(n\) at line \d+ refuses on this path`
	return err
}
