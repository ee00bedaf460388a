// Package group checks in goroutines, and waits for them.
package group

import (
	"context"
	"errors"

	"golang.org/x/sync/errgroup"

	"example.com/unguarded/node"
)

func Two(ctx context.Context, a, b *node.Node) error {
	g, _ := errgroup.WithContext(ctx)
	g.Go(func() error { return node.Refuse(a) })
	g.Go(func() error {
		if !node.Idle(b) {
			return errors.New("busy")
		}
		return nil
	})
	if err := g.Wait(); err != nil {
		return err
	}
	node.Format(a)
	node.Format(b)
	return nil
}

func All(nodes []*node.Node) error {
	var g errgroup.Group
	for _, n := range nodes {
		g.Go(func() error { return node.Refuse(n) })
	}
	if err := g.Wait(); err != nil {
		return err
	}
	for _, n := range nodes {
		node.Format(n)
	}
	return nil
}

// Some does not check all.
func Some(nodes []*node.Node, quick bool) error {
	var g errgroup.Group
	for _, n := range nodes {
		if n.Name != "" {
			g.Go(func() error { return node.Refuse(n) })
		}
	}
	if !quick {
		g.Go(func() error { return node.Refuse(nodes[0].Next) })
	}
	if err := g.Wait(); err != nil {
		return err
	}
	node.Format(nodes[0].Next) // want `no check of kind format`
	for _, n := range nodes {
		node.Format(n) // want `no check of kind format`
	}
	return nil
}

// Unread does not look at the error.
func Unread(n *node.Node) {
	var g errgroup.Group
	g.Go(func() error { return node.Refuse(n) })
	_ = g.Wait()
	node.Format(n) // want `no check of kind format holds for n`
}

// Early does not wait, or for something else.
func Early(a, b *node.Node) error {
	var g, h errgroup.Group
	g.Go(func() error { return node.Refuse(a) })
	node.Format(a) // want `no check of kind format holds for a`
	h.Go(func() error { return node.Refuse(b) })
	if err := g.Wait(); err != nil {
		return err
	}
	node.Format(b) // want `no check of kind format holds for b`
	return nil
}
