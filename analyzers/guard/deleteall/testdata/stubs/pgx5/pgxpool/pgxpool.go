// Package pgxpool stands for the pools of pgx v5.
package pgxpool

import (
	"context"

	"github.com/jackc/pgx/v5/pgconn"
)

type (
	Conn struct{}
	Pool struct{}
	Tx   struct{}
)

func (c *Conn) Exec(ctx context.Context, sql string, arguments ...any) (pgconn.CommandTag, error) {
	return pgconn.CommandTag{}, nil
}

func (p *Pool) Exec(ctx context.Context, sql string, arguments ...any) (pgconn.CommandTag, error) {
	return pgconn.CommandTag{}, nil
}

func (tx *Tx) Exec(ctx context.Context, sql string, arguments ...any) (pgconn.CommandTag, error) {
	return pgconn.CommandTag{}, nil
}
