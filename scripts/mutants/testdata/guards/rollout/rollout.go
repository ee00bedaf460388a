// Package rollout upgrades the nodes of a cluster.
package rollout

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"example.com/guards/maint"
)

// An Upgrade is run on each node.
type Upgrade func(ctx context.Context, n *maint.Node) error

// One upgrades a node.
func One(ctx context.Context, n *maint.Node, run Upgrade) error {
	n.Pause()
	defer n.Resume()
	return run(ctx, n)
}

// All upgrades the nodes in turn.
func All(ctx context.Context, nodes []*maint.Node, run Upgrade) error {
	for _, n := range nodes {
		n.Pause()
		err := run(ctx, n)
		n.Resume()
		if err != nil {
			return fmt.Errorf("upgrade of %s: %w", n.Name, err)
		}
	}
	return nil
}

// Repair takes the disks of a node.
func Repair(ctx context.Context, n *maint.Node, run Upgrade) (err error) {
	if err := maint.Unprotect(ctx, n); err != nil {
		return err
	}
	defer func() {
		err = errors.Join(err, maint.Protect(n))
	}()
	if err := run(ctx, n); err != nil {
		return fmt.Errorf("repair %s: %w", n.Name, err)
	}
	slog.Info("repaired", "node", n.Name)
	return nil
}

// Firmware restores on each way out.
func Firmware(ctx context.Context, n *maint.Node, flash, verify Upgrade) error {
	if err := maint.Unprotect(ctx, n); err != nil {
		return err
	}
	if err := flash(ctx, n); err != nil {
		return errors.Join(err, maint.Protect(n))
	}
	if err := verify(ctx, n); err != nil {
		if err := maint.Protect(n); err != nil {
			slog.Error("node is left unprotected", "node", n.Name, "error", err)
		}
		return err
	}
	return maint.Protect(n)
}

// Silently upgrades a node without alerts.
func Silently(ctx context.Context, n *maint.Node, run Upgrade) error {
	enable, err := maint.Disable(n)
	if err != nil {
		return err
	}
	defer enable()
	return run(ctx, n)
}

// Begin leaves it to the caller to end.
func Begin(ctx context.Context, n *maint.Node) (end func() error, err error) {
	if err := maint.Unprotect(ctx, n); err != nil {
		return nil, err
	}
	return func() error {
		slog.Info("maintenance ends", "node", n.Name)
		return maint.Protect(n)
	}, nil
}

// Drained hands the method on.
func Drained(n *maint.Node) (resume func()) {
	n.Pause()
	return n.Resume
}

func protect(n *maint.Node) {
	if err := maint.Protect(n); err != nil {
		slog.Error("node is left unprotected", "node", n.Name, "error", err)
	}
}

// Helped restores through a helper.
func Helped(ctx context.Context, n *maint.Node, run Upgrade) error {
	if err := maint.Unprotect(ctx, n); err != nil {
		return err
	}
	defer protect(n)
	return run(ctx, n)
}

// Both switches two protections off.
func Both(ctx context.Context, n *maint.Node, run Upgrade) error {
	n.Pause()
	defer n.Resume()
	if err := maint.Unprotect(ctx, n); err != nil {
		return err
	}
	defer protect(n)
	return run(ctx, n)
}
