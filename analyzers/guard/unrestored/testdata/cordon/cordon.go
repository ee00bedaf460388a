// Package cordon cordons nodes.
package cordon

import (
	"context"
	"errors"

	"k8s.io/kubectl/pkg/drain"
)

func upgrade(name string) error { return errors.New("no upgrade") }

func replace(h *drain.Helper, node *drain.Node) error {
	if err := drain.RunCordonOrUncordon(h, node, true); err != nil { // want `drain.RunCordonOrUncordon\(h, node, true\) is not undone when the function returns at line 18, which leaves the node cordoned`
		return err
	}
	if err := drain.RunNodeDrain(h, node.Name); err != nil {
		return err
	}
	if err := upgrade(node.Name); err != nil {
		drain.RunCordonOrUncordon(h, node, false)
		return err
	}
	return drain.RunCordonOrUncordon(h, node, false)
}

// Cordoned only.
func take(h *drain.Helper, node *drain.Node) error {
	if err := drain.RunCordonOrUncordon(h, node, true); err != nil {
		return err
	}
	return drain.RunNodeDrain(h, node.Name)
}

func set(h *drain.Helper, node *drain.Node, cordoned bool) error {
	return drain.RunCordonOrUncordon(h, node, cordoned)
}

// UncordonNode cordons.
func UncordonNode(h *drain.Helper, node *drain.Node) error {
	return drain.RunCordonOrUncordon(h, node, true) // want `drain.RunCordonOrUncordon\(h, node, true\) leaves the node cordoned in a function that is to undo that`
}

// A Cluster has nodes.
type Cluster interface {
	Cordon(ctx context.Context, node string) error
	Uncordon(ctx context.Context, node string) error
}

func reboot(ctx context.Context, c Cluster, node string) error {
	if err := c.Cordon(ctx, node); err != nil { // want `c.Cordon\(ctx, node\) is not undone when the function returns at line 55`
		return err
	}
	if node == "" {
		return errors.New("no node")
	}
	if err := upgrade(node); err != nil {
		c.Uncordon(ctx, node)
		return err
	}
	return c.Uncordon(ctx, node)
}

func rebootAll(ctx context.Context, c Cluster, nodes []string) (err error) {
	for _, node := range nodes {
		if err := c.Cordon(ctx, node); err != nil {
			return err
		}
		e := upgrade(node)
		if err := c.Uncordon(ctx, node); err != nil {
			return err
		}
		err = errors.Join(err, e)
	}
	return err
}

// A failed upgrade leaves the node cordoned on purpose: nothing but success
// uncordons.
func untilHealthy(ctx context.Context, c Cluster, node string) error {
	if err := c.Cordon(ctx, node); err != nil {
		return err
	}
	if err := upgrade(node); err != nil {
		return err
	}
	return c.Uncordon(ctx, node)
}

// A Drainer drains as well.
type Drainer interface {
	Cluster
	Drain(ctx context.Context, node string) error
}

func drainToo(ctx context.Context, d Drainer, node string) error {
	if err := d.Cordon(ctx, node); err != nil { // want `d.Cordon\(ctx, node\) is not undone when the function returns at line 105`
		return err
	}
	if err := d.Drain(ctx, node); err != nil {
		d.Uncordon(ctx, node)
		return err
	}
	if err := upgrade(node); err != nil {
		return err
	}
	return d.Uncordon(ctx, node)
}
