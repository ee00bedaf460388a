// Package replica moves the primary of a database.
package replica

import (
	"context"
	"errors"
	"time"
)

// A DB is one server of a replicated database.
type DB struct {
	Addr   string
	fenced bool
}

// Fence lets nobody write and switches the failover off.
//
//leapguard:off failover recv restore=Unfence
func (db *DB) Fence(ctx context.Context) error {
	db.fenced = true
	return ctx.Err()
}

// Unfence is the opposite.
func (db *DB) Unfence() { db.fenced = false }

// DisableChecks lets rows in that refer to nothing.
//
//leapguard:off checks recv restore=EnableChecks
func (db *DB) DisableChecks() { db.fenced = true }

// EnableChecks is the opposite.
func (db *DB) EnableChecks() { db.fenced = false }

// A Session moves data.
type Session struct {
	db      *DB
	cleanup []func()
}

// OnClose has a function called at the end.
func (s *Session) OnClose(f func()) { s.cleanup = append(s.cleanup, f) }

// Import loads rows in any order.
func (s *Session) Import(ctx context.Context, batches [][]string, load func([]string) error) error {
	for _, rows := range batches {
		if len(rows) == 0 {
			continue
		}
		s.db.DisableChecks()
		if err := load(rows); err != nil {
			s.db.EnableChecks()
			return err
		}
		s.db.EnableChecks()
	}
	return nil
}

// Switch makes another server the primary.
func Switch(ctx context.Context, from, to *DB, promote func(*DB) error) error {
	if err := from.Fence(ctx); err != nil {
		return err
	}
	if err := promote(to); err != nil {
		from.Unfence()
		return err
	}
	from.Unfence()
	return nil
}

// Wait fences the server until the others have caught up.
func Wait(ctx context.Context, db *DB, lag func() time.Duration) error {
	if err := db.Fence(ctx); err != nil {
		return err
	}
	defer db.Unfence()
	for lag() > 0 {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
	}
	return nil
}

// Attach keeps the checks off for the whole session.
func (s *Session) Attach() {
	s.db.DisableChecks()
	s.OnClose(func() { s.db.EnableChecks() })
}

// Dump picks what to do by the kind of the dump.
func Dump(ctx context.Context, db *DB, kind string, run func(context.Context) error) (err error) {
	db.DisableChecks()
	switch kind {
	case "full":
		err = run(ctx)
	case "none":
		db.EnableChecks()
		return nil
	default:
		err = errors.New("unknown kind " + kind)
	}
	db.EnableChecks()
	return err
}
