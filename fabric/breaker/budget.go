package breaker

import (
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"
)

// A Key names the heals that stand or fall together: those of an artefact that
// failed, for one cause.
type Key struct {
	Artefact Artefact
	Cause    Cause
}

func (k Key) String() string {
	return fmt.Sprintf("%s %s, %v", k.Artefact.Name, k.Artefact.Version, k.Cause)
}

func (k Key) check() error {
	if blank(k.Artefact.Name) || blank(k.Artefact.Version) || k.Artefact.Layer > Host || k.Cause > Network {
		return fmt.Errorf("%w: %+v", ErrKey, k)
	}
	return nil
}

// A Failure is a node that is withdrawn, or on which a heal has failed.
type Failure struct {
	Node  string
	Key   Key       // of the first failure
	Since time.Time // of the first failure
	Count int       // how much of the threshold it takes: 1 for each failure
}

// A Heal is one whose outcome is not known yet.
type Heal struct {
	Ticket uint64
	Key    Key
	Node   string // onto which it was begun
	Began  time.Time
	Canary bool // the only one of its key
}

// An Opening says when and why the breaker opened.
type Opening struct {
	Time   time.Time
	Reason string
}

// A Clearing says who cleared the breaker, and why.
type Clearing struct {
	Time       time.Time
	By, Reason string
}

// A State is what a budget has to say of a key.
type State uint8

// The states. The zero value allows nothing.
const (
	Open     State = iota // no heal
	HalfOpen              // one heal, the canary, if it is not under way
	Closed                // heals as long as there is room
)

func (s State) String() string {
	if names := [...]string{"open", "half-open", "closed"}; int(s) < len(names) {
		return names[s]
	}
	return fmt.Sprintf("State(%d)", s)
}

// A Budget is a breaker for healing. It is safe for concurrent use. The zero
// value allows nothing; use [New].
type Budget struct {
	mu        sync.Mutex
	threshold int
	failed    map[string]Failure // by node
	flight    map[uint64]Heal    // by ticket
	trust     map[Key]Trust      // where it is not initial
	issued    uint64             // the number of tickets, which is that of the last
	opening   *Opening           // nil unless the breaker is open
	clearings []Clearing
}

// New returns a budget for failures and heals in flight that together never
// exceed the threshold, which has no default: how many nodes can be out of
// service depends on what runs on them. The error is [ErrThreshold] unless it is
// positive.
func New(threshold int) (*Budget, error) {
	if threshold < 1 {
		return nil, fmt.Errorf("%w: %d", ErrThreshold, threshold)
	}
	return &Budget{
		threshold: threshold,
		failed:    make(map[string]Failure),
		flight:    make(map[uint64]Heal),
		trust:     make(map[Key]Trust),
	}, nil
}

// Begin returns a ticket for one heal of the key onto the node, which is in
// flight until [Ticket.Done]. The error is
//
//   - [ErrOpen] while the breaker is open;
//   - [ErrHeld] if a canary of the key has failed;
//   - [ErrCanary] if the key is suspect, and its canary is under way;
//   - [ErrFull] if there is no room for another heal now;
//   - [ErrTime], [ErrKey], or [ErrNode] for a node without a name or one that has
//     failed.
//
//leapguard:check heal node
func (b *Budget) Begin(now time.Time, k Key, node string) (*Ticket, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	now, err := b.checked(now, k, node)
	if err != nil {
		return nil, err
	}
	if b.opening != nil {
		return nil, b.openError()
	}
	trust := b.trustIn(k)
	switch {
	case trust == Held:
		return nil, fmt.Errorf("%w: a canary of %v failed", ErrHeld, k)
	case b.canaryOf(k):
		return nil, fmt.Errorf("%w: that of %v", ErrCanary, k)
	case b.used() >= b.threshold:
		return nil, fmt.Errorf("%w: %d failures and %d heals in flight of %d", ErrFull, b.failures(), len(b.flight), b.threshold)
	}
	b.issued++
	b.flight[b.issued] = Heal{Ticket: b.issued, Key: k, Node: node, Began: now, Canary: trust == Suspect}
	return &Ticket{budget: b, id: b.issued}, nil
}

// Withdraw asks whether the node, which failed without a heal, may be taken out
// of service, and counts it if so. Where there is no room for it the breaker
// opens. The error is [ErrOpen], then or if it was open; [ErrTime], [ErrKey], or
// [ErrNode] for a node without a name or one that has failed already.
//
// A node on which a heal failed is counted by [Ticket.Done], and needs no
// Withdraw.
//
//leapguard:check withdraw node
func (b *Budget) Withdraw(now time.Time, k Key, node string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	now, err := b.checked(now, k, node)
	if err != nil {
		return err
	}
	if b.opening != nil {
		return b.openError()
	}
	if b.used() >= b.threshold {
		b.open(now, fmt.Sprintf("no room for %s beside %d failures and %d heals in flight of %d", node, b.failures(), len(b.flight), b.threshold))
		return b.openError()
	}
	b.fail(now, k, node)
	return nil
}

// Return says that the node is in service again, and makes room for what it
// counted. An open breaker stays open. The error is [ErrTime], or [ErrNode] if
// the node had not failed.
func (b *Budget) Return(now time.Time, node string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if _, err := instant(now); err != nil {
		return err
	}
	if _, ok := b.failed[node]; !ok {
		return fmt.Errorf("%w: %q has not failed", ErrNode, node)
	}
	delete(b.failed, node)
	return nil
}

// Clear closes the breaker half: all keys are suspect from then on, those that
// were held too. The name is that of a human who answers for it. The error is
// [ErrName] if it or the reason is blank, [ErrClosed] if the breaker is not open
// and no key is held, [ErrFull] while the failures alone make up the threshold,
// so that some nodes must return first, or [ErrTime].
func (b *Budget) Clear(now time.Time, name, reason string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	now, err := instant(now)
	if err != nil {
		return err
	}
	held := slices.Contains(slices.Collect(maps.Values(b.trust)), Held)
	switch {
	case blank(name) || blank(reason):
		return fmt.Errorf("%w: cleared by %q for %q", ErrName, name, reason)
	case b.opening == nil && !held:
		return ErrClosed
	case b.failures() >= b.threshold:
		return fmt.Errorf("%w: %d failures of %d", ErrFull, b.failures(), b.threshold)
	}
	b.opening = nil
	clear(b.trust)
	b.clearings = append(b.clearings, Clearing{Time: now, By: name, Reason: reason})
	return nil
}

// State returns what the budget has to say of the key; to be shown, not to act
// on, which is for [Budget.Begin].
func (b *Budget) State(k Key) State {
	b.mu.Lock()
	defer b.mu.Unlock()
	trust := b.trustIn(k)
	switch {
	case b.opening != nil || trust == Held || b.threshold == 0 || k.check() != nil:
		return Open
	case trust == Suspect:
		return HalfOpen
	}
	return Closed
}

// Opening returns when and why the breaker opened, and whether it is open.
func (b *Budget) Opening() (Opening, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.opening == nil {
		return Opening{}, false
	}
	return *b.opening, true
}

// checked returns the time as it is kept, if the request makes sense.
func (b *Budget) checked(now time.Time, k Key, node string) (time.Time, error) {
	now, err := instant(now)
	if err != nil {
		return now, err
	}
	if err := k.check(); err != nil {
		return now, err
	}
	if blank(node) {
		return now, fmt.Errorf("%w: %q", ErrNode, node)
	}
	if f, ok := b.failed[node]; ok {
		return now, fmt.Errorf("%w: %q has failed, at %s", ErrNode, node, f.Since.Format(time.RFC3339Nano))
	}
	return now, nil
}

// fail counts a failure, for which there is room, and opens the breaker with the
// last one that there is room for.
func (b *Budget) fail(now time.Time, k Key, node string) {
	f, again := b.failed[node]
	if !again {
		f = Failure{Node: node, Key: k, Since: now}
	}
	f.Count++
	b.failed[node] = f
	if n := b.failures(); n >= b.threshold && b.opening == nil {
		b.open(now, fmt.Sprintf("%d failures", n))
	}
}

func (b *Budget) open(now time.Time, reason string) {
	b.opening = &Opening{Time: now, Reason: reason}
}

func (b *Budget) openError() error {
	return fmt.Errorf("%w: since %s: %s", ErrOpen, b.opening.Time.Format(time.RFC3339Nano), b.opening.Reason)
}

func (b *Budget) used() int { return b.failures() + len(b.flight) }

func (b *Budget) failures() int {
	n := 0
	for _, f := range b.failed {
		n += f.Count
	}
	return n
}

// instant returns t as this package keeps times.
func instant(t time.Time) (time.Time, error) {
	u := t.UTC().Round(0)
	if t.IsZero() {
		return t, fmt.Errorf("%w: the zero time", ErrTime)
	}
	if y := u.Year(); y < 1 || y > 9999 {
		return t, fmt.Errorf("%w: a time in the year %d", ErrTime, y)
	}
	return u, nil
}
