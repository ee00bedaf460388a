package breaker_test

import (
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/leapguard/leapguard/fabric/breaker"
)

// keys are few, so that their heals meet.
var keys = []breaker.Key{broken, buggy, {Artefact: older, Cause: breaker.Hardware}, {Artefact: plugin}}

// machine drives a budget at random, beside what it must have counted.
type machine struct {
	threshold int
	budget    *breaker.Budget
	now       time.Time
	flight    []*breaker.Ticket
	keys      map[uint64]breaker.Key // of all tickets
	failed    map[string]int         // by node
	suspected map[breaker.Key]bool   // since the last canary that proved itself
	canaries  map[breaker.Key]uint64 // in flight
	held      map[breaker.Key]bool
	open      bool
	cleared   bool
}

func (m *machine) failures() int {
	n := 0
	for _, c := range m.failed {
		n += c
	}
	return n
}

func (m *machine) suspect(k breaker.Key) bool {
	s, known := m.suspected[k]
	return s || !known && (m.cleared || k.Cause != breaker.Hardware)
}

func key(t *rapid.T) breaker.Key { return rapid.SampledFrom(keys).Draw(t, "key") }

func node(t *rapid.T) string {
	return rapid.SampledFrom([]string{"n1", "n2", "n3", "n4", "n5", "n6"}).Draw(t, "node")
}

func expect(t *rapid.T, what string, err error, allowed bool) {
	t.Helper()
	if (err == nil) != allowed {
		t.Fatalf("%s: %v, though the model says %v", what, err, allowed)
	}
}

func (m *machine) Begin(t *rapid.T) {
	k, n := key(t), node(t)
	canary := m.suspect(k)
	ticket, err := m.budget.Begin(m.now, k, n)
	expect(t, "begin", err, !m.open && m.failed[n] == 0 && !m.held[k] &&
		(!canary || m.canaries[k] == 0) && m.failures()+len(m.flight) < m.threshold)
	if err != nil {
		return
	}
	m.flight = append(m.flight, ticket)
	m.keys[ticket.ID()] = k
	if canary {
		m.canaries[k] = ticket.ID()
	}
}

func (m *machine) Done(t *rapid.T) {
	if len(m.flight) == 0 {
		t.Skip("nothing is in flight")
	}
	i := rapid.IntRange(0, len(m.flight)-1).Draw(t, "ticket")
	ticket := m.flight[i]
	o := rapid.SampledFrom([]breaker.Outcome{breaker.Healed, breaker.Healed, breaker.Failed, 0}).Draw(t, "outcome")
	var onto string
	for _, h := range m.budget.Snapshot().InFlight {
		if h.Ticket == ticket.ID() {
			onto = h.Node
		}
	}
	expect(t, "done", ticket.Done(m.now, o), o == breaker.Healed || o == breaker.Failed)
	expect(t, "done again", ticket.Done(m.now, breaker.Healed), false)
	m.flight = append(m.flight[:i:i], m.flight[i+1:]...)
	k := m.keys[ticket.ID()]
	canary := m.canaries[k] == ticket.ID()
	if canary {
		delete(m.canaries, k)
	}
	switch {
	case o == breaker.Healed && canary:
		m.suspected[k] = false
	case o != breaker.Healed:
		m.suspected[k] = true
		m.held[k] = m.held[k] || canary
		m.failed[onto]++
		m.open = m.open || m.failures() >= m.threshold
	}
}

func (m *machine) Withdraw(t *rapid.T) {
	n := node(t)
	room := m.failures()+len(m.flight) < m.threshold
	known := m.failed[n] > 0
	err := m.budget.Withdraw(m.now, key(t), n)
	expect(t, "withdraw", err, !m.open && !known && room)
	if err == nil {
		m.failed[n]++
	}
	m.open = m.open || !known && !room || m.failures() >= m.threshold
}

func (m *machine) Return(t *rapid.T) {
	n := node(t)
	expect(t, "return", m.budget.Return(m.now, n), m.failed[n] > 0)
	delete(m.failed, n)
}

func (m *machine) Clear(t *rapid.T) {
	if rapid.IntRange(0, 3).Draw(t, "seldom") > 0 {
		t.Skip("seldom enough to stay open for a while")
	}
	by := rapid.SampledFrom([]string{"ada", "ada", ""}).Draw(t, "by")
	held := false
	for _, h := range m.held {
		held = held || h
	}
	err := m.budget.Clear(m.now, by, "tried")
	expect(t, "clear", err, by != "" && (m.open || held) && m.failures() < m.threshold)
	if err == nil {
		m.open, m.cleared = false, true
		clear(m.held)
		clear(m.suspected)
	}
}

func (m *machine) Pass(*rapid.T) { m.now = m.now.Add(time.Minute) }

func (m *machine) Restart(t *rapid.T) {
	b, err := breaker.Restore(m.threshold, m.budget.Snapshot())
	if err != nil {
		t.Fatal(err)
	}
	m.budget = b
	for i, old := range m.flight {
		if m.flight[i], err = b.Ticket(old.ID()); err != nil {
			t.Fatal(err)
		}
	}
}

// Check looks at the whole after every step.
func (m *machine) Check(t *rapid.T) {
	s := m.budget.Snapshot()
	failed, flight := counts(s)
	if failed+flight > m.threshold || failed != m.failures() || flight != len(m.flight) {
		t.Fatalf("%d failures, %d in flight of %d; want %d, %d", failed, flight, m.threshold, m.failures(), len(m.flight))
	}
	if (s.Opening != nil) != m.open {
		t.Fatalf("open: %v, want %v", s.Opening, m.open)
	}
	canaries := make(map[breaker.Key]int)
	for _, h := range s.InFlight {
		if h.Canary {
			canaries[h.Key]++
		}
	}
	for k, n := range canaries {
		if n > 1 {
			t.Fatalf("%d canaries of %v", n, k)
		}
	}
	m.checkMonotone(t, s)
}

// checkMonotone tries each single failure that could come now, on a copy, and
// each heal that was refused, after it: it must be refused still.
func (m *machine) checkMonotone(t *rapid.T, s breaker.Snapshot) {
	before := m.granted(t, s)
	var worse []breaker.Snapshot
	for _, h := range s.InFlight {
		b := restored(t, m.threshold, s)
		ticket, err := b.Ticket(h.Ticket)
		if err == nil {
			err = ticket.Done(m.now, breaker.Failed)
		}
		if err != nil {
			t.Fatal(err)
		}
		worse = append(worse, b.Snapshot())
	}
	b := restored(t, m.threshold, s)
	if err := b.Withdraw(m.now, keys[0], "n0"); (err == nil) == m.full(s) {
		t.Fatalf("withdraw: %v, full: %v", err, m.full(s))
	}
	worse = append(worse, b.Snapshot())
	for _, w := range worse {
		for k, granted := range m.granted(t, w) {
			if granted && !before[k] {
				t.Fatalf("a heal of %v is granted after a failure, and was not before: %+v, %+v", k, s, w)
			}
		}
	}
}

func (m *machine) full(s breaker.Snapshot) bool {
	failed, flight := counts(s)
	return s.Opening != nil || failed+flight >= m.threshold
}

// granted tells for each key whether a heal of it could begin.
func (m *machine) granted(t *rapid.T, s breaker.Snapshot) map[breaker.Key]bool {
	out := make(map[breaker.Key]bool)
	for _, k := range keys {
		_, err := restored(t, m.threshold, s).Begin(m.now, k, "n9")
		out[k] = err == nil
	}
	return out
}

func restored(t *rapid.T, threshold int, s breaker.Snapshot) *breaker.Budget {
	b, err := breaker.Restore(threshold, s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestMachine compares a budget with its model after every one of many random
// steps: failures and heals in flight stay within the threshold, an open breaker
// grants nothing until it is cleared, suspect keys have one canary, and no
// failure ever leads to more healing. LD-18, LD-19, LD-20, LD-45.
func TestMachine(t *testing.T) {
	for range 3 { // of 100 runs each
		rapid.Check(t, func(t *rapid.T) {
			m := &machine{
				threshold: rapid.IntRange(1, 6).Draw(t, "threshold"), now: midnight,
				keys: make(map[uint64]breaker.Key), failed: make(map[string]int),
				suspected: make(map[breaker.Key]bool), canaries: make(map[breaker.Key]uint64), held: make(map[breaker.Key]bool),
			}
			b, err := breaker.New(m.threshold)
			if err != nil {
				t.Fatal(err)
			}
			m.budget = b
			t.Repeat(rapid.StateMachineActions(m))
		})
	}
}

// TestSnapshotIsACopy: what is done to one leaves the budget alone.
func TestSnapshotIsACopy(t *testing.T) {
	b := eventful(t)
	before := b.Snapshot()
	s := b.Snapshot()
	s.Failed[0].Count, s.InFlight[0].Canary, s.Keys[0].Trust, s.Clearings[0].By = 9, true, 9, ""
	if !reflect.DeepEqual(b.Snapshot(), before) {
		t.Error("a snapshot shares its contents with the budget")
	}
}
