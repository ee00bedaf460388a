package breaker

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
)

// A Snapshot is the state of a budget but for its threshold, as plain data that
// any encoding can store.
type Snapshot struct {
	Failed    []Failure
	InFlight  []Heal
	Keys      []Standing
	Issued    uint64   // the number of tickets so far
	Opening   *Opening // nil unless the breaker is open
	Clearings []Clearing
}

// A Standing is the trust in a key, where it is not the one with which it began.
type Standing struct {
	Key   Key
	Trust Trust
}

// Snapshot returns the state. It shares nothing with the budget.
func (b *Budget) Snapshot() Snapshot {
	b.mu.Lock()
	defer b.mu.Unlock()
	s := Snapshot{Issued: b.issued, Clearings: slices.Clone(b.clearings)}
	for _, node := range slices.Sorted(maps.Keys(b.failed)) {
		s.Failed = append(s.Failed, b.failed[node])
	}
	for _, id := range slices.Sorted(maps.Keys(b.flight)) {
		s.InFlight = append(s.InFlight, b.flight[id])
	}
	for _, k := range slices.SortedFunc(maps.Keys(b.trust), compareKeys) {
		s.Keys = append(s.Keys, Standing{Key: k, Trust: b.trust[k]})
	}
	if b.opening != nil {
		o := *b.opening
		s.Opening = &o
	}
	return s
}

// Restore returns a budget in the state of the snapshot. Heals that were in
// flight still are: [Budget.Ticket] returns their tickets. The error is
// [ErrThreshold] if the threshold is not positive or has no room for the state,
// and [ErrCorrupt] if the snapshot cannot be that of any budget: a node, ticket
// or key that occurs twice, two canaries of a key, a ticket that was not issued,
// a name, time, count or cause that is missing or out of range.
func Restore(threshold int, s Snapshot) (*Budget, error) {
	b, err := New(threshold)
	if err != nil {
		return nil, err
	}
	for _, step := range []func(Snapshot) error{b.restoreLatch, b.restoreFailures, b.restoreKeys, b.restoreHeals} {
		if err := step(s); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrCorrupt, err)
		}
	}
	if !s.fits(threshold) {
		return nil, fmt.Errorf("%w: no room in %d for the failures and %d heals in flight", ErrThreshold, threshold, len(b.flight))
	}
	return b, nil
}

// fits reports whether a budget with the threshold can be in the state. The
// counts are positive, and their sum may overflow.
func (s Snapshot) fits(threshold int) bool {
	room := threshold
	for _, f := range s.Failed {
		if f.Count > room {
			return false
		}
		room -= f.Count
	}
	return len(s.InFlight) <= room && (room > 0 || s.Opening != nil)
}

func (b *Budget) restoreLatch(s Snapshot) error {
	if s.Opening != nil {
		at, err := instant(s.Opening.Time)
		if err != nil {
			return fmt.Errorf("opening: %w", err)
		}
		if blank(s.Opening.Reason) {
			return fmt.Errorf("%w of the opening", ErrName)
		}
		b.open(at, s.Opening.Reason)
	}
	for _, c := range s.Clearings {
		at, err := instant(c.Time)
		if err != nil {
			return fmt.Errorf("clearing: %w", err)
		}
		if blank(c.By) || blank(c.Reason) {
			return fmt.Errorf("%w: cleared by %q for %q", ErrName, c.By, c.Reason)
		}
		b.clearings = append(b.clearings, Clearing{Time: at, By: c.By, Reason: c.Reason})
	}
	return nil
}

func (b *Budget) restoreFailures(s Snapshot) error {
	for _, f := range s.Failed {
		since, err := b.checked(f.Since, f.Key, f.Node)
		if err != nil {
			return fmt.Errorf("failure: %w", err)
		}
		if f.Count < 1 {
			return fmt.Errorf("%w: %q counts for %d", ErrNode, f.Node, f.Count)
		}
		f.Since = since
		b.failed[f.Node] = f
	}
	return nil
}

func (b *Budget) restoreKeys(s Snapshot) error {
	for _, k := range s.Keys {
		if err := k.Key.check(); err != nil {
			return err
		}
		if _, twice := b.trust[k.Key]; twice || k.Trust > Held {
			return fmt.Errorf("%w: %v occurs twice, or has the trust %d", ErrKey, k.Key, k.Trust)
		}
		b.trust[k.Key] = k.Trust
	}
	return nil
}

func (b *Budget) restoreHeals(s Snapshot) error {
	if s.Issued == math.MaxUint64 { // the next one would be 0, which is no ticket
		return fmt.Errorf("%w: none is left after %d", ErrTicket, s.Issued)
	}
	b.issued = s.Issued
	for _, h := range s.InFlight {
		began, err := instant(h.Began)
		if err != nil {
			return fmt.Errorf("heal: %w", err)
		}
		if err := h.Key.check(); err != nil {
			return fmt.Errorf("heal: %w", err)
		}
		if blank(h.Node) {
			return fmt.Errorf("%w of a heal: %q", ErrNode, h.Node)
		}
		if _, twice := b.flight[h.Ticket]; twice || h.Ticket < 1 || h.Ticket > s.Issued {
			return fmt.Errorf("%w: %d occurs twice, or is not among %d", ErrTicket, h.Ticket, s.Issued)
		}
		if h.Canary && (b.trustIn(h.Key) != Suspect || b.canaryOf(h.Key)) {
			return fmt.Errorf("%w: one of %v too many", ErrCanary, h.Key)
		}
		h.Began = began
		b.flight[h.Ticket] = h
	}
	return nil
}

func compareKeys(x, y Key) int {
	return cmp.Or(
		cmp.Compare(x.Artefact.Name, y.Artefact.Name),
		cmp.Compare(x.Artefact.Version, y.Artefact.Version),
		cmp.Compare(x.Artefact.Layer, y.Artefact.Layer),
		cmp.Compare(x.Cause, y.Cause),
	)
}
