package permit

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"
)

// A Lease says that a resource is not protected, for a time.
type Lease struct {
	Resource Resource
	Owner    string    // who answers for it
	Reason   string    // why it is taken, as in "disk 3 was replaced"
	Ticket   string    // where the work is tracked
	Expires  time.Time // the first instant at which the resource is protected again
}

// A tenure is a lease with its fate. It is never used again after its end, so
// that permits can tell a lease from the next one of the same resource.
type tenure struct {
	lease  Lease
	end    error // why it is over, or nil
	used   bool  // a permit was consumed
	grants []*grant
}

// Unprotect takes a lease: until it ends, permits can be granted for the
// resource. The error is
//
//   - [ErrUnknown] for a resource that was not added;
//   - [ErrLeased] if it has a lease, which [Authority.Renew] can prolong;
//   - [ErrLease] if a field is blank, or the expiry is not after now or more than
//     Config.MaxLease ahead;
//   - [ErrTime] or [ErrAudit].
//
//leapguard:off lease l.Resource restore=Release
func (a *Authority) Unprotect(now time.Time, l Lease) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.asked(now, VerbUnprotect, l.Resource); err != nil {
		return err
	}
	rec := a.recordOf(VerbUnprotect, l)
	l, err := a.acceptable(l)
	if err != nil {
		return a.refuse(rec, err)
	}
	if t := a.leases[l.Resource]; t != nil {
		return a.refuse(rec, fmt.Errorf("%w: %q, to %q", ErrLeased, l.Resource, t.lease.Owner))
	}
	rec.Decision = Granted
	if err := a.record(rec); err != nil {
		return err
	}
	a.let(&tenure{lease: l})
	return nil
}

// Renew moves the expiry of a lease, together with its permits, which it does
// for a ticket only: the one of the lease, or another one. The error is as for
// [Authority.Unprotect], or [ErrProtected] if there is no lease, or no longer.
//
//leapguard:off lease r restore=Release
func (a *Authority) Renew(now time.Time, r Resource, ticket string, expires time.Time) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.asked(now, VerbRenew, r); err != nil {
		return err
	}
	t, err := a.tenureOf(r)
	if err != nil {
		return a.refuse(a.recordOf(VerbRenew, Lease{Resource: r, Ticket: ticket, Expires: expires}), err)
	}
	l := t.lease
	l.Ticket, l.Expires = ticket, expires
	rec := a.recordOf(VerbRenew, l)
	if l, err = a.acceptable(l); err != nil {
		return a.refuse(rec, err)
	}
	rec.Decision = Granted
	if err := a.record(rec); err != nil {
		return err
	}
	t.lease = l
	return nil
}

// Release ends a lease before its time: the resource is protected, and the
// permits of the lease are useless. The error is [ErrProtected] or [ErrUnknown]
// if there is no lease, or [ErrTime]; with [ErrAudit] the lease has ended all the
// same.
func (a *Authority) Release(now time.Time, r Resource) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.asked(now, VerbRelease, r); err != nil {
		return err
	}
	t, err := a.tenureOf(r)
	if err != nil {
		return a.refuse(a.recordOf(VerbRelease, Lease{Resource: r}), err)
	}
	t.end = fmt.Errorf("%w: the lease of %q was released", ErrProtected, r)
	delete(a.leases, r)
	rec := a.recordOf(VerbRelease, t.lease)
	rec.Decision = Released
	return a.record(rec)
}

// Protected reports whether the resource is protected at the time now, as it is
// unless it has a lease. Unknown resources are, and so is everything at a time
// that [ErrTime] is about. The answer is for those who look on, and for
// preconditions; what destroys relies on [Permit.Consume].
//
//leapguard:check lease r when=false
func (a *Authority) Protected(now time.Time, r Resource) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.advanceTo(now); err != nil {
		return true
	}
	return a.leases[r] == nil
}

// Leases returns the leases that are open at the time now, ordered by resource.
// The error is [ErrTime].
func (a *Authority) Leases(now time.Time) ([]Lease, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.advanceTo(now); err != nil {
		return nil, err
	}
	var open []Lease
	for _, t := range a.tenures() {
		open = append(open, t.lease)
	}
	return open, nil
}

// acceptable returns l as it is kept, if it can begin or go on now.
func (a *Authority) acceptable(l Lease) (Lease, error) {
	l, err := a.complete(l)
	if err != nil {
		return l, err
	}
	if !l.Expires.After(a.now) {
		return l, fmt.Errorf("%w: it expires at %s, not after %s", ErrLease, text(l.Expires), text(a.now))
	}
	if l.Expires.After(a.now.Add(a.config.MaxLease)) {
		return l, fmt.Errorf("%w: it expires at %s, more than %v after %s", ErrLease, text(l.Expires), a.config.MaxLease, text(a.now))
	}
	return l, nil
}

// complete returns l as it is kept, if it says all that a lease has to.
func (a *Authority) complete(l Lease) (Lease, error) {
	if _, known := a.groups[l.Resource]; !known {
		return l, fmt.Errorf("%w: %q", ErrUnknown, l.Resource)
	}
	if blank(l.Owner) || blank(l.Reason) || blank(l.Ticket) {
		return l, fmt.Errorf("%w: owner %q, reason %q, ticket %q", ErrLease, l.Owner, l.Reason, l.Ticket)
	}
	expires, err := instant(l.Expires)
	if err != nil {
		return l, fmt.Errorf("%w: its expiry: %w", ErrLease, err)
	}
	l.Expires = expires
	return l, nil
}

// let begins a tenure.
func (a *Authority) let(t *tenure) {
	if a.leases == nil {
		a.leases = make(map[Resource]*tenure)
	}
	a.leases[t.lease.Resource] = t
}

func (a *Authority) tenureOf(r Resource) (*tenure, error) {
	if _, known := a.groups[r]; !known {
		return nil, fmt.Errorf("%w: %q", ErrUnknown, r)
	}
	t := a.leases[r]
	if t == nil {
		return nil, fmt.Errorf("%w: %q has no lease", ErrProtected, r)
	}
	return t, nil
}

// tenures returns the open ones, ordered by resource.
func (a *Authority) tenures() []*tenure {
	return slices.SortedFunc(maps.Values(a.leases), func(x, y *tenure) int {
		return cmp.Compare(x.lease.Resource, y.lease.Resource)
	})
}

// expire ends the leases whose time has come, in the order in which it came.
func (a *Authority) expire() {
	var over []*tenure
	for _, t := range a.tenures() {
		if !t.lease.Expires.After(a.now) {
			over = append(over, t)
		}
	}
	slices.SortStableFunc(over, func(x, y *tenure) int { return x.lease.Expires.Compare(y.lease.Expires) })
	for _, t := range over {
		a.lapse(t)
	}
	_ = a.flush() // what it could not write is pending still
}

func (a *Authority) lapse(t *tenure) {
	t.end = fmt.Errorf("%w: %w: that of %q, at %s", ErrProtected, ErrExpired, t.lease.Resource, text(t.lease.Expires))
	delete(a.leases, t.lease.Resource)
	rec := a.recordOf(VerbExpire, t.lease)
	rec.Time, rec.Decision = t.lease.Expires, Expired
	a.pending = append(a.pending, rec)
}
