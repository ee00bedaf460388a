package permit

import (
	"fmt"
	"slices"
	"time"
)

// A Snapshot is what must survive a restart, as plain data that any encoding can
// store. There are no permits in it.
type Snapshot struct {
	Epoch  uint64 // the highest epoch so far; a later one must begin after it is restored
	Leases []Held
	Recent []Grant // what counts against the limits
}

// Held is a lease in a snapshot.
type Held struct {
	Lease Lease
	Used  bool // a permit was consumed: the group is open until the lease ends
}

// Snapshot returns the state at the time now. The error is [ErrTime].
func (a *Authority) Snapshot(now time.Time) (Snapshot, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.advanceTo(now); err != nil {
		return Snapshot{}, err
	}
	s := Snapshot{Epoch: a.floor, Recent: slices.Clone(a.recent)}
	for _, t := range a.tenures() {
		s.Leases = append(s.Leases, Held{Lease: t.lease, Used: t.used})
	}
	return s, nil
}

// Restore brings the leases of a snapshot back, to an authority that has its
// resources but no leases, permits or primary yet. There are no permits
// afterwards, and none are granted before [Authority.Advance] is called.
//
// Leases that have expired in the meantime do not come back; they are recorded
// as expired when they did. Anything else that is wrong is [ErrCorrupt], and
// nothing is restored: a resource that is unknown or leased twice, a lease that
// is incomplete or longer than Config.MaxLease allows, a grant of the future or
// of no group. Other errors are [ErrTime], [ErrAudit], and [ErrResource] if the
// authority is in use.
//
//leapguard:off lease s.Leases restore=Release
func (a *Authority) Restore(now time.Time, s Snapshot) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.asked(now, VerbRestore, ""); err != nil {
		return err
	}
	rec := Record{Time: a.now, Verb: VerbRestore, Epoch: s.Epoch}
	if a.floor != 0 || len(a.leases) > 0 || len(a.recent) > 0 {
		return a.refuse(rec, fmt.Errorf("%w: the authority is in use", ErrResource))
	}
	held, lapsed, err := a.heldIn(s)
	if err != nil {
		return a.refuse(rec, err)
	}
	recent, err := a.recentIn(s)
	if err != nil {
		return a.refuse(rec, err)
	}
	rec.Decision = Granted
	if err := a.record(rec); err != nil {
		return err
	}
	for _, t := range slices.Concat(held, lapsed) {
		a.let(t)
	}
	a.floor, a.recent = s.Epoch, within(recent, a.now, a.config.Window)
	a.expire()
	return nil
}

// heldIn returns the leases of the snapshot that are open, and those that have
// expired.
func (a *Authority) heldIn(s Snapshot) (open, lapsed []*tenure, err error) {
	seen := make(map[Resource]bool)
	for _, h := range s.Leases {
		l := h.Lease
		if seen[l.Resource] {
			return nil, nil, fmt.Errorf("%w: %q is leased twice", ErrCorrupt, l.Resource)
		}
		seen[l.Resource] = true
		l, err := a.complete(l)
		if err == nil && !l.Expires.After(a.now) {
			lapsed = append(lapsed, &tenure{lease: l})
			continue
		}
		if err == nil {
			l, err = a.acceptable(l)
		}
		if err != nil {
			return nil, nil, fmt.Errorf("%w: the lease of %q: %w", ErrCorrupt, h.Lease.Resource, err)
		}
		open = append(open, &tenure{lease: l, used: h.Used})
	}
	return open, lapsed, nil
}

func (a *Authority) recentIn(s Snapshot) ([]Grant, error) {
	var recent []Grant
	for _, g := range s.Recent {
		t, err := instant(g.Time)
		if err != nil {
			return nil, fmt.Errorf("%w: a grant: %w", ErrCorrupt, err)
		}
		if t.After(a.now) || blank(string(g.Group)) {
			return nil, fmt.Errorf("%w: a grant in group %q at %s", ErrCorrupt, g.Group, text(t))
		}
		recent = append(recent, Grant{Time: t, Group: g.Group})
	}
	slices.SortStableFunc(recent, func(x, y Grant) int { return x.Time.Compare(y.Time) })
	return recent, nil
}
