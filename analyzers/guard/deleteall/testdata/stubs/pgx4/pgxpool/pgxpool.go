// Package pgxpool stands for the pools of pgx v4.
package pgxpool

import (
	"context"

	"github.com/jackc/pgconn"
)

type (
	Conn struct{}
	Pool struct{}
)

func (c *Conn) Exec(ctx context.Context, sql string, arguments ...any) (pgconn.CommandTag, error) {
	return pgconn.CommandTag{}, nil
}

func (p *Pool) Exec(ctx context.Context, sql string, arguments ...any) (pgconn.CommandTag, error) {
	return pgconn.CommandTag{}, nil
}
