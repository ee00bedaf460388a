// Package kepterror has checks that return an error which came up, or did not.
package kepterror

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"example.com/unguarded/node"
)

// scanned returns nil if all rows could be read.
func scanned(rows *sql.Rows, n *node.Node) error {
	for rows.Next() {
		if n.Protected {
			return errors.New("protected")
		}
	}
	return rows.Err()
}

func Scanned(rows *sql.Rows, n *node.Node) error {
	if err := scanned(rows, n); err != nil {
		return err
	}
	node.Format(n) // want `no check of kind format holds for n`
	return nil
}

// skipped is nil for a context that is not over.
func skipped(ctx context.Context, n *node.Node, skip bool) error {
	if skip {
		return ctx.Err()
	}
	return node.Refuse(n)
}

func Skipped(ctx context.Context, n *node.Node) error {
	if err := skipped(ctx, n, n.Name == ""); err != nil {
		return err
	}
	node.Format(n) // want `no check of kind format holds for n`
	return nil
}

// selected waits for the node, or the end of the context.
func selected(ctx context.Context, n *node.Node) error {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		if node.Idle(n) {
			return nil
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func Selected(ctx context.Context, n *node.Node) error {
	if err := selected(ctx, n); err != nil {
		return err
	}
	node.Format(n)
	return nil
}

type waiter struct{ ctx context.Context }

func (w *waiter) received(n *node.Node) error {
	if !node.Idle(n) {
		<-w.ctx.Done()
		return w.ctx.Err()
	}
	return nil
}

func Received(w *waiter, n *node.Node) error {
	if err := w.received(n); err != nil {
		return err
	}
	node.Format(n)
	return nil
}

func asked(ctx context.Context, rows *sql.Rows, n *node.Node) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if nil != rows.Err() {
		return rows.Err()
	}
	return node.Refuse(n)
}

func Asked(ctx context.Context, rows *sql.Rows, n *node.Node) error {
	if err := asked(ctx, rows, n); err != nil {
		return err
	}
	node.Format(n)
	return nil
}

// elsewhere waits for one context and returns the error of another.
func elsewhere(ctx, other context.Context, n *node.Node) error {
	select {
	case <-other.Done():
		return ctx.Err()
	default:
		return node.Refuse(n)
	}
}

func Elsewhere(ctx, other context.Context, n *node.Node) error {
	if err := elsewhere(ctx, other, n); err != nil {
		return err
	}
	node.Format(n) // want `no check of kind format holds for n`
	return nil
}
