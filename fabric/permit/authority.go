package permit

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

// An Action is the name of what is done to a resource, such as "format".
type Action string

// A Resource is the name of what is destroyed: a serial number, say. It must not
// be one that is given to another thing later on.
type Resource string

// A Group is the name of the resources that may be lost together, since others
// make up for them: a fault domain, a rack, a replica set.
type Group string

// A Config says how much may be destroyed. All fields are required: a limit that
// nobody has thought of is none.
type Config struct {
	// PerWindow and PerGroup are how many permits may be granted within Window,
	// in all and in one group. 1 <= PerGroup <= PerWindow.
	PerWindow, PerGroup int

	// Window is how long a permit counts after it was granted, consumed or not.
	Window time.Duration

	// MaxLease is how far ahead a lease may expire.
	MaxLease time.Duration

	// Audit gets a record of every decision.
	Audit Sink
}

func (c Config) check() error {
	switch {
	case c.PerGroup < 1 || c.PerWindow < c.PerGroup:
		return fmt.Errorf("%w: %d permits in a group, %d in all", ErrConfig, c.PerGroup, c.PerWindow)
	case c.Window <= 0:
		return fmt.Errorf("%w: a window of %v", ErrConfig, c.Window)
	case c.MaxLease <= 0:
		return fmt.Errorf("%w: leases of up to %v", ErrConfig, c.MaxLease)
	case c.Audit == nil:
		return fmt.Errorf("%w: no audit sink", ErrConfig)
	}
	return nil
}

// An Authority decides what may be destroyed. It is safe for concurrent use. In
// the zero value every resource is protected, and stays so; use [New].
type Authority struct {
	mu      sync.Mutex
	config  Config
	now     time.Time // the latest that was seen
	epoch   uint64    // 0 if there is no primary
	floor   uint64    // the highest epoch of all times
	permits uint64    // how many were granted, which numbers them
	groups  map[Resource]Group
	leases  map[Resource]*tenure
	recent  []Grant  // within the window, oldest first
	pending []Record // expiries that the sink has not taken yet
}

// New returns an authority that knows no resources and has no primary. The error
// is [ErrConfig].
func New(c Config) (*Authority, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	return &Authority{config: c}, nil
}

// Add makes a resource of group g known. It is protected. A resource that is
// known already keeps what it has; the error is [ErrResource] if it is in
// another group, or a name is blank.
func (a *Authority) Add(r Resource, g Group) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if blank(string(r)) || blank(string(g)) {
		return fmt.Errorf("%w: resource %q in group %q", ErrResource, r, g)
	}
	if old, known := a.groups[r]; known && old != g {
		return fmt.Errorf("%w: %q is in group %q, not %q", ErrResource, r, old, g)
	}
	if a.groups == nil {
		a.groups = make(map[Resource]Group)
	}
	a.groups[r] = g
	return nil
}

// Remove forgets a resource, which is protected from then on as all unknown ones
// are. The error is [ErrUnknown], or [ErrLeased] while it has a lease: a group
// must not close because one of its resources went out of sight.
func (a *Authority) Remove(now time.Time, r Resource) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.advanceTo(now); err != nil {
		return err
	}
	if _, known := a.groups[r]; !known {
		return fmt.Errorf("%w: %q", ErrUnknown, r)
	}
	if t := a.leases[r]; t != nil {
		return fmt.Errorf("%w: %q, to %q", ErrLeased, r, t.lease.Owner)
	}
	delete(a.groups, r)
	return nil
}

// Advance begins an epoch: the term of a new primary, as the election numbers
// it. All permits of earlier epochs are useless from then on. The error is
// [ErrEpoch] unless the number is higher than all before, since a term has one
// primary; [ErrTime] or [ErrAudit]. After an error the epoch is what it was.
func (a *Authority) Advance(now time.Time, epoch uint64) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.asked(now, VerbAdvance, ""); err != nil {
		return err
	}
	rec := Record{Time: a.now, Verb: VerbAdvance, Epoch: epoch}
	if epoch <= a.floor {
		return a.refuse(rec, fmt.Errorf("%w: %d is not above %d", ErrEpoch, epoch, a.floor))
	}
	rec.Decision = Granted
	if err := a.record(rec); err != nil {
		return err
	}
	a.epoch, a.floor = epoch, epoch
	return nil
}

// Epoch returns the current epoch, or 0 if there is no primary yet.
func (a *Authority) Epoch() uint64 {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.epoch
}

// advanceTo moves the time of the authority to now, unless it is there already,
// and ends the leases that expire on the way.
func (a *Authority) advanceTo(now time.Time) error {
	now, err := instant(now)
	if err != nil {
		return err
	}
	if now.After(a.now) {
		a.now = now
	}
	a.expire()
	a.recent = within(a.recent, a.now, a.config.Window)
	return nil
}

// asked is advanceTo for a request that is recorded, also where it is refused
// for its time.
func (a *Authority) asked(now time.Time, v Verb, r Resource) error {
	if err := a.advanceTo(now); err != nil {
		return a.refuse(a.recordOf(v, Lease{Resource: r}), err)
	}
	return nil
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

func blank(s string) bool { return strings.TrimSpace(s) == "" }
