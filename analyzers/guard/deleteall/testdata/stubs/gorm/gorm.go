// Package gorm stands for GORM.
package gorm

type (
	Config  struct{ AllowGlobalUpdate, DryRun bool }
	Session struct{ AllowGlobalUpdate, DryRun bool }
	DB      struct{ Error error }
)

func Open(dialector any, c *Config) (*DB, error)  { return nil, nil }
func (db *DB) Session(s *Session) *DB             { return db }
func (db *DB) Where(query any, args ...any) *DB   { return db }
func (db *DB) Model(value any) *DB                { return db }
func (db *DB) Delete(value any, conds ...any) *DB { return db }
func (db *DB) Updates(values any) *DB             { return db }
func (db *DB) Exec(sql string, values ...any) *DB { return db }
