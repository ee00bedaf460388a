package permit_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/permit"
)

// failing is a sink that refuses while it is told to.
type failing struct {
	permit.Log
	err error
}

func (f *failing) Record(r permit.Record) error {
	if f.err != nil {
		return f.err
	}
	return f.Log.Record(r)
}

// TestAudit grants nothing that is not recorded, and protects all the same.
func TestAudit(t *testing.T) {
	full := errors.New("disk full")
	sink := &failing{}
	a, err := permit.New(permit.Config{PerWindow: 9, PerGroup: 9, Window: 1, MaxLease: 8 * time.Hour, Audit: sink})
	must(t, err)
	for _, d := range []permit.Resource{"disk1", "disk2", "disk3"} {
		must(t, a.Add(d, "rackA"))
	}
	must(t, a.Advance(morning, 7))
	must(t, a.Unprotect(morning, repair("disk1")))
	must(t, a.Unprotect(morning, repair("disk2")))
	p := authorized(t, a)
	noon := morning.Add(3 * time.Hour)

	sink.err = full
	for _, err := range []error{
		a.Advance(morning, 8),
		a.Unprotect(morning, repair("disk3")),
		a.Renew(morning, "disk1", "T-2", noon.Add(1)),
		p.Consume(morning, "format", "disk1", 7),
		a.Release(morning, "disk2"),
	} {
		want(t, err, permit.ErrAudit)
		want(t, err, full)
	}
	if _, err := a.Authorize(morning, "format", "disk1", order("disk1")); !errors.Is(err, permit.ErrAudit) {
		t.Errorf("authorized without a record: %v", err)
	}
	err = a.Release(morning, "disk2")
	want(t, err, permit.ErrProtected)
	want(t, err, full)
	if !a.Protected(morning, "disk2") || !a.Protected(morning, "disk3") || a.Protected(noon.Add(-1), "disk1") || a.Epoch() != 7 {
		t.Error("an error of the sink changed what is protected")
	}
	if !a.Protected(noon, "disk1") {
		t.Error("no expiry without a sink")
	}

	sink.err = nil
	must(t, a.Advance(noon.Add(time.Hour), 8))
	records := sink.Records()
	last := records[len(records)-2:]
	if last[0].Decision != permit.Expired || !last[0].Time.Equal(noon) || last[1].Verb != permit.VerbAdvance {
		t.Errorf("the expiry was not recorded afterwards: %v", last)
	}
}

// TestUnrecorded: what could not be recorded was not done, and is done when it can be:
// neither is a permit used up, nor is there less room.
func TestUnrecorded(t *testing.T) {
	sink := &failing{}
	a, err := permit.New(permit.Config{PerWindow: 1, PerGroup: 1, Window: time.Hour, MaxLease: 8 * time.Hour, Audit: sink})
	must(t, err)
	must(t, a.Add("disk1", "rackA"))
	must(t, a.Advance(morning, 7))
	must(t, a.Unprotect(morning, repair("disk1")))
	sink.err = errors.New("disk full")
	_, err = a.Authorize(morning, "format", "disk1", order("disk1"))
	want(t, err, permit.ErrAudit)
	sink.err = nil
	p := authorized(t, a)
	sink.err = errors.New("disk full")
	want(t, p.Consume(morning, "format", "disk1", 7), permit.ErrAudit)
	s, err := a.Snapshot(morning)
	if err != nil || len(s.Leases) != 1 || s.Leases[0].Used {
		t.Errorf("after what was not recorded: %+v, %v", s, err)
	}
	sink.err = nil
	must(t, p.Consume(morning, "format", "disk1", 7))
	want(t, p.Consume(morning, "format", "disk1", 7), permit.ErrConsumed)
}

// forgetful is a sink that takes no records of expiries while it is told to.
type forgetful struct {
	permit.Log
	broken bool
}

func (f *forgetful) Record(r permit.Record) error {
	if f.broken && r.Decision == permit.Expired {
		return errors.New("no expiries")
	}
	return f.Log.Record(r)
}

// TestOrder: records are in the order of what they are of: while an expiry cannot be
// recorded, nothing is granted after it.
func TestOrder(t *testing.T) {
	sink := &forgetful{broken: true}
	a, err := permit.New(permit.Config{PerWindow: 9, PerGroup: 9, Window: 1, MaxLease: 8 * time.Hour, Audit: sink})
	must(t, err)
	must(t, a.Add("disk1", "rackA"))
	must(t, a.Add("disk2", "rackA"))
	must(t, a.Unprotect(morning, repair("disk1")))
	noon := morning.Add(3 * time.Hour)
	later := repair("disk2")
	later.Expires = noon.Add(time.Hour)
	want(t, a.Unprotect(noon, later), permit.ErrAudit)
	want(t, a.Advance(noon, 1), permit.ErrAudit)
	if !a.Protected(noon, "disk1") || !a.Protected(noon, "disk2") || a.Epoch() != 0 {
		t.Error("granted while an expiry was not recorded")
	}
	sink.broken = false
	must(t, a.Unprotect(noon, later))
	records := sink.Records()
	for i, want := range []permit.Verb{permit.VerbUnprotect, permit.VerbExpire, permit.VerbUnprotect} {
		if i >= len(records) || records[i].Verb != want {
			t.Fatalf("records %v", records)
		}
	}
}

// TestLog keeps as much as it is told to, oldest first.
func TestLog(t *testing.T) {
	log := permit.Log{Keep: 2}
	for i := range uint64(5) {
		must(t, log.Record(permit.Record{Permit: i}))
	}
	got := log.Records()
	if len(got) != 2 || got[0].Permit != 3 || got[1].Permit != 4 {
		t.Errorf("kept %v", got)
	}
	got[0].Permit = 9
	if log.Records()[0].Permit != 3 {
		t.Error("Records returns no copy")
	}
	r := permit.Record{Time: morning, Verb: permit.VerbRelease, Err: fmt.Errorf("%w: a\nb", permit.ErrUnknown), Resource: "x\ny"}
	if got, want := r.String(), `2012-12-28T09:00:00Z release refused resource="x\ny": "permit: unknown resource: a\nb"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := permit.Decision(9).String(); got != "Decision(9)" {
		t.Error(got)
	}
}
