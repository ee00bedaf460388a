package permit

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
)

// A Verb is what an authority was asked to do.
type Verb string

// The verbs, each named after the method. Nobody asks for [VerbExpire]: it
// happens.
const (
	VerbUnprotect Verb = "unprotect"
	VerbRenew     Verb = "renew"
	VerbRelease   Verb = "release"
	VerbExpire    Verb = "expire"
	VerbAuthorize Verb = "authorize"
	VerbConsume   Verb = "consume"
	VerbAdvance   Verb = "advance"
	VerbRestore   Verb = "restore"
)

// A Decision is what came of it.
type Decision uint8

// The decisions. The zero value refuses.
const (
	Refused  Decision = iota // Record.Err says why
	Granted                  // a lease, its renewal, a permit or an epoch
	Consumed                 // a permit
	Released                 // a lease, before its time
	Expired                  // a lease
)

func (d Decision) String() string {
	if names := [...]string{"refused", "granted", "consumed", "released", "expired"}; int(d) < len(names) {
		return names[d]
	}
	return fmt.Sprintf("Decision(%d)", d)
}

// A Record is a decision and what it was about. Fields that do not apply have
// their zero values.
type Record struct {
	Time     time.Time // when it was decided; of an expiry, the instant of it
	Verb     Verb
	Decision Decision
	Err      error  // why it was refused, with an error of this package in it
	Permit   uint64 // the number of the permit, from 1 in each authority
	Action   Action
	Resource Resource
	Group    Group  // that the resource is in
	Epoch    uint64 // the current one, or the one that was asked for
	Intent   string // Intent.ID
	Lease    Lease  // as asked for, or as it is
}

// String returns the record as a line of text, for people.
func (r Record) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s", text(r.Time), r.Verb, r.Decision)
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, " %s=%q", name, value)
		}
	}
	field("action", string(r.Action))
	field("resource", string(r.Resource))
	field("group", string(r.Group))
	field("intent", r.Intent)
	field("owner", r.Lease.Owner)
	field("reason", r.Lease.Reason)
	field("ticket", r.Lease.Ticket)
	if r.Epoch != 0 {
		fmt.Fprintf(&b, " epoch=%d", r.Epoch)
	}
	if r.Permit != 0 {
		fmt.Fprintf(&b, " permit=%d", r.Permit)
	}
	if r.Err != nil {
		fmt.Fprintf(&b, ": %q", r.Err.Error())
	}
	return b.String()
}

func text(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

// A Sink keeps records. An authority calls it with its lock held, in the order
// of the decisions: Record must not call the authority. Where it returns an
// error, nothing is granted or consumed.
type Sink interface {
	Record(Record) error
}

// A Log is a [Sink] in memory, safe for concurrent use. The zero value is empty.
type Log struct {
	// Keep is how many records are kept, the latest ones; 0 means all. It is
	// set before the log is used.
	Keep int

	mu      sync.Mutex
	records []Record
}

// Record appends r to the log. The error is always nil.
func (l *Log) Record(r Record) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.records = append(l.records, r)
	if over := len(l.records) - l.Keep; l.Keep > 0 && over > 0 {
		l.records = slices.Delete(l.records, 0, over)
	}
	return nil
}

// Records returns a copy of what is kept, oldest first.
func (l *Log) Records() []Record {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.records)
}

// recordOf begins a record about the resource of l.
func (a *Authority) recordOf(v Verb, l Lease) Record {
	return Record{Time: a.now, Verb: v, Resource: l.Resource, Group: a.groups[l.Resource], Epoch: a.epoch, Lease: l}
}

// refuse records that err is why the request was refused, and returns it.
func (a *Authority) refuse(r Record, err error) error {
	r.Decision, r.Err = Refused, err
	if unrecorded := a.record(r); unrecorded != nil {
		return fmt.Errorf("%w; %w", err, unrecorded)
	}
	return err
}

// record writes r behind the expiries that are still to be written.
func (a *Authority) record(r Record) error {
	if err := a.flush(); err != nil {
		return err
	}
	return a.write(r)
}

// flush writes the expiries for which nobody waits. What the sink does not take
// is kept, and holds up everything that is granted.
func (a *Authority) flush() error {
	for len(a.pending) > 0 {
		if err := a.write(a.pending[0]); err != nil {
			return err
		}
		a.pending = a.pending[1:]
	}
	return nil
}

func (a *Authority) write(r Record) error {
	if a.config.Audit == nil {
		return fmt.Errorf("%w: no audit sink", ErrAudit)
	}
	if err := a.config.Audit.Record(r); err != nil {
		return fmt.Errorf("%w: %w", ErrAudit, err)
	}
	return nil
}
