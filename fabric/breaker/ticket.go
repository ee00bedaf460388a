package breaker

import (
	"fmt"
	"time"
)

// An Outcome is what came of a heal.
type Outcome uint8

// The outcomes. The zero value is none.
const (
	Healed Outcome = iota + 1 // what was healed has proved to work
	Failed
)

// Trust is how far heals of a key are trusted.
type Trust uint8

// Suspect is where keys begin whose cause is not [Hardware], and all keys once
// the breaker was cleared; the others begin as Trusted.
const (
	Suspect Trust = iota // one canary at a time
	Trusted              // a canary has proved itself, or was not needed yet
	Held                 // a canary has failed
)

// A Ticket stands for a heal in flight. It comes from [Budget.Begin]. Copies
// stand for the same heal, and so does what [Budget.Ticket] returns after a
// restart.
type Ticket struct {
	budget *Budget
	id     uint64
}

// ID returns the number of the ticket in its budget, from 1, or 0 for the zero
// value.
func (t *Ticket) ID() uint64 {
	if t == nil {
		return 0
	}
	return t.id
}

// Done says what came of the heal, once. If it failed, its node counts as a
// failure in the place of the heal, also while the breaker is open; its key
// becomes suspect, or held if this was the canary. The error is
//
//   - [ErrTicket] if the ticket is nil or the zero value, or was done before;
//   - [ErrTime], and the heal is still in flight;
//   - [ErrOutcome] if the outcome is none of the constants, which counts as
//     [Failed].
func (t *Ticket) Done(now time.Time, o Outcome) error {
	if t == nil || t.budget == nil {
		return fmt.Errorf("%w: it was never issued", ErrTicket)
	}
	b := t.budget
	b.mu.Lock()
	defer b.mu.Unlock()
	now, err := instant(now)
	if err != nil {
		return err
	}
	h, ok := b.flight[t.id]
	if !ok {
		return fmt.Errorf("%w: %d is done", ErrTicket, t.id)
	}
	delete(b.flight, t.id)
	if o == Healed {
		if h.Canary {
			b.trust[h.Key] = Trusted
		}
		return nil
	}
	switch {
	case h.Canary:
		b.trust[h.Key] = Held
	case b.trustIn(h.Key) == Trusted:
		b.trust[h.Key] = Suspect
	}
	b.fail(now, h.Key, h.Node)
	if o != Failed {
		return fmt.Errorf("%w: %d, of ticket %d", ErrOutcome, o, t.id)
	}
	return nil
}

// Ticket returns the ticket with the number of a heal that is in flight, for
// those who have stored it. The error is [ErrTicket].
func (b *Budget) Ticket(id uint64) (*Ticket, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if _, ok := b.flight[id]; !ok {
		return nil, fmt.Errorf("%w: %d is not in flight", ErrTicket, id)
	}
	return &Ticket{budget: b, id: id}, nil
}

// trustIn returns the trust in the heals of k.
func (b *Budget) trustIn(k Key) Trust {
	if t, ok := b.trust[k]; ok {
		return t
	}
	if k.Cause == Hardware && len(b.clearings) == 0 {
		return Trusted
	}
	return Suspect
}

// canaryOf reports whether a canary of k is in flight.
func (b *Budget) canaryOf(k Key) bool {
	for _, h := range b.flight {
		if h.Key == k && h.Canary {
			return true
		}
	}
	return false
}
