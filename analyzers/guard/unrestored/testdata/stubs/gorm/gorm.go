// Package gorm has the signatures of what the checks know.
package gorm

import "context"

// A DB is a database or transaction.
type DB struct {
	Error        error
	RowsAffected int64
}

func (db *DB) WithContext(ctx context.Context) *DB { return db }

func (db *DB) Exec(sql string, values ...any) *DB { return db }

func (db *DB) Rollback() *DB { return db }
