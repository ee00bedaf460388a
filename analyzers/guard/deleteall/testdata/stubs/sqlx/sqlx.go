// Package sqlx stands for sqlx.
package sqlx

import (
	"context"
	"database/sql"
)

type (
	DB struct{ *sql.DB }
	Tx struct{ *sql.Tx }
)

type Execer interface {
	Exec(query string, args ...any) (sql.Result, error)
}

type ExecerContext interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

func (db *DB) MustExec(query string, args ...any) sql.Result       { return nil }
func (db *DB) NamedExec(query string, arg any) (sql.Result, error) { return nil, nil }
func (db *DB) NamedExecContext(ctx context.Context, query string, arg any) (sql.Result, error) {
	return nil, nil
}

func (tx *Tx) MustExec(query string, args ...any) sql.Result       { return nil }
func (tx *Tx) NamedExec(query string, arg any) (sql.Result, error) { return nil, nil }
func (tx *Tx) NamedExecContext(ctx context.Context, query string, arg any) (sql.Result, error) {
	return nil, nil
}
