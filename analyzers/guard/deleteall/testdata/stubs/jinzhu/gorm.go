// Package gorm stands for the first version of GORM.
package gorm

type DB struct{ Error error }

func (s *DB) Exec(sql string, values ...any) *DB { return s }
