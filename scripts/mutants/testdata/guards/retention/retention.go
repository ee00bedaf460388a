// Package retention deletes backups that are no longer wanted.
package retention

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// A State is what is known of a snapshot.
type State int

// The states.
const (
	Unknown State = iota
	Running
	Copied
)

// A Snapshot is a backup.
type Snapshot struct {
	ID      string
	Taken   time.Time
	Parents []*Snapshot

	//leapguard:flag snapshot when=Copied
	State State
	//leapguard:flag pin when=false
	//leapguard:ok pin few snapshots are pinned, and those by hand
	Pinned bool
}

// A Repository holds snapshots.
type Repository struct {
	Snapshots []*Snapshot
	Forget    func(ctx context.Context, id string) error
}

// Delete removes a snapshot, whose copy is what is left.
//
//leapguard:danger snapshot s
func (r *Repository) Delete(ctx context.Context, s *Snapshot) error { return r.Forget(ctx, s.ID) }

// Drop removes a snapshot that nobody keeps.
//
//leapguard:danger pin s
func (r *Repository) Drop(ctx context.Context, s *Snapshot) error { return r.Forget(ctx, s.ID) }

// Expire drops snapshots that are older than a date.
func (r *Repository) Expire(ctx context.Context, before time.Time) error {
	for _, s := range r.Snapshots {
		if s.Pinned || s.Taken.After(before) {
			continue
		}
		if err := r.Drop(ctx, s); err != nil {
			return fmt.Errorf("snapshot %s: %w", s.ID, err)
		}
	}
	return nil
}

// Release deletes a snapshot that was copied.
func (r *Repository) Release(ctx context.Context, s *Snapshot) error {
	switch s.State {
	case Copied:
		return r.Delete(ctx, s)
	case Running:
		return errors.New("the copy is not finished")
	default:
		return fmt.Errorf("snapshot %s: state %d", s.ID, s.State)
	}
}

// Trim deletes all but the newest snapshots.
func (r *Repository) Trim(ctx context.Context, keep int) error {
	slices.SortFunc(r.Snapshots, func(a, b *Snapshot) int { return b.Taken.Compare(a.Taken) })
	for i := keep; i < len(r.Snapshots); i++ {
		old := r.Snapshots[i]
		if old.State != Copied {
			return fmt.Errorf("snapshot %s has no copy", old.ID)
		}
		if err := r.Delete(ctx, old); err != nil {
			return err
		}
	}
	return nil
}

// Squash drops the parents of a snapshot.
func (r *Repository) Squash(ctx context.Context, s *Snapshot) (err error) {
	for _, parent := range s.Parents {
		if parent == nil || parent.Pinned {
			continue
		}
		err = errors.Join(err, r.Drop(ctx, parent))
	}
	return err
}

// DropAll drops snapshots, or none if one is pinned.
func (r *Repository) DropAll(ctx context.Context) error {
	var pinned []string
	for _, s := range r.Snapshots {
		if s.Pinned {
			pinned = append(pinned, s.ID)
		}
	}
	if len(pinned) > 0 {
		return fmt.Errorf("pinned: %q", pinned)
	}
	for _, s := range r.Snapshots {
		if err := r.Drop(ctx, s); err != nil {
			return err
		}
	}
	return nil
}
