// Package schema drops what tenants leave behind in a database.
package schema

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"
)

// A Store is a database with a schema for each tenant.
type Store struct{ db *sql.DB }

// Drop drops a schema with all tables.
//
//leapguard:danger schema name
func (s *Store) Drop(ctx context.Context, name string) error {
	_, err := s.db.ExecContext(ctx, fmt.Sprintf("DROP SCHEMA %q CASCADE", name))
	return err
}

// Archived tells when a schema was archived, nil for never.
//
//leapguard:check schema name when=nonnil
func (s *Store) Archived(ctx context.Context, name string) (*sql.NullTime, error) {
	var at sql.NullTime
	err := s.db.QueryRowContext(ctx, "SELECT archived_at FROM tenants WHERE name = $1", name).Scan(&at)
	if err != nil || !at.Valid {
		return nil, err
	}
	return &at, nil
}

// Empty reports whether no table of the schema has rows.
//
//leapguard:check schema name when=true
func (s *Store) Empty(ctx context.Context, name string) (empty bool, err error) {
	err = s.db.QueryRowContext(ctx, "SELECT NOT EXISTS (SELECT 1 FROM stats WHERE name = $1 AND rows > 0)", name).Scan(&empty)
	return empty, err
}

// Confirm fails unless the name was typed again.
//
//leapguard:check schema name
func Confirm(name, typed string) error {
	if name != typed {
		return errors.New("the names differ")
	}
	return nil
}

// Purge drops a schema that was archived.
func (s *Store) Purge(ctx context.Context, name string) error {
	at, err := s.Archived(ctx, name)
	if err != nil {
		return err
	}
	if at == nil {
		return fmt.Errorf("schema %s is not archived", name)
	}
	log.Printf("schema %s: dropped, archived %s", name, at.Time)
	return s.Drop(ctx, name)
}

// PurgeEmpty drops the schemas without rows.
func (s *Store) PurgeEmpty(ctx context.Context, names []string) (dropped []string, err error) {
	for _, name := range names {
		empty, err := s.Empty(ctx, name)
		switch {
		case err != nil:
			return dropped, fmt.Errorf("count rows of %s: %w", name, err)
		case !empty:
			continue
		}
		if err := s.Drop(ctx, name); err != nil {
			return dropped, err
		}
		dropped = append(dropped, name)
	}
	return dropped, nil
}

// Command is what the operator types.
func Command(ctx context.Context, s *Store, args []string) error {
	if len(args) != 2 {
		return errors.New("usage: drop NAME NAME")
	}
	name := args[0]
	if err := Confirm(name, args[1]); err != nil {
		return err
	}
	return s.Drop(ctx, name)
}

// Migrate drops the schema that was there before.
func (s *Store) Migrate(ctx context.Context, from, to string, move func(from, to string) error) error {
	if err := move(from, to); err != nil {
		return err
	}
	if empty, err := s.Empty(ctx, from); err != nil {
		return fmt.Errorf("migrated %s, which stays: %w", from, err)
	} else if empty {
		return s.Drop(ctx, from)
	}
	return fmt.Errorf("rows are left in %s", from)
}

// Reset drops a schema without rows and makes it anew.
func (s *Store) Reset(ctx context.Context, name string) error {
	ok, err := s.Empty(ctx, name)
	if err != nil {
		return err
	}
	if ok {
		err = s.Drop(ctx, name)
	}
	if err != nil {
		return err
	}
	_, err = s.db.ExecContext(ctx, fmt.Sprintf("CREATE SCHEMA %q", name))
	return err
}
