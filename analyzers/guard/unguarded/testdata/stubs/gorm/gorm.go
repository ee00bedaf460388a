// Package gorm is a stub.
package gorm

type DB struct{ Error error }

func (db *DB) Delete(value any, conds ...any) *DB { return db }
