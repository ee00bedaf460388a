package breaker_test

import (
	"errors"
	"fmt"
	"math"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/breaker"
)

var (
	broken = breaker.Key{Artefact: agent, Cause: breaker.Hardware}
	buggy  = breaker.Key{Artefact: agent, Cause: breaker.GuestSoftware}
)

// must ends the test if what it needs as a start fails.
func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// want checks what err wraps.
func want(t *testing.T, err, target error) {
	t.Helper()
	if !errors.Is(err, target) {
		t.Errorf("got error %v, want %v", err, target)
	}
}

func budget(t *testing.T, threshold int) *breaker.Budget {
	t.Helper()
	b, err := breaker.New(threshold)
	must(t, err)
	return b
}

func begin(t *testing.T, b *breaker.Budget, k breaker.Key, node string) *breaker.Ticket {
	t.Helper()
	ticket, err := b.Begin(midnight, k, node)
	must(t, err)
	return ticket
}

// refused checks that no heal of the key can begin, and why.
func refused(t *testing.T, b *breaker.Budget, k breaker.Key, target error) {
	t.Helper()
	ticket, err := b.Begin(midnight, k, "another")
	if ticket != nil || !errors.Is(err, target) {
		t.Errorf("began %v, error %v, want %v", ticket, err, target)
	}
}

// TestThreshold is required. LD-19.
func TestThreshold(t *testing.T) {
	for _, n := range []int{0, -1, math.MinInt} {
		b, err := breaker.New(n)
		if b != nil || !errors.Is(err, breaker.ErrThreshold) {
			t.Errorf("%d: %v", n, err)
		}
	}
	var zero breaker.Budget
	refused(t, &zero, broken, breaker.ErrFull)
	want(t, zero.Withdraw(midnight, broken, "n1"), breaker.ErrOpen)
	want(t, zero.Clear(midnight, "ada", "try"), breaker.ErrFull)
	if zero.State(broken) != breaker.Open {
		t.Error("the zero Budget is not open")
	}
}

// TestInFlight counts heals whose outcome is not known yet. LD-45.
func TestInFlight(t *testing.T) {
	b := budget(t, 3)
	must(t, b.Withdraw(midnight, broken, "n1"))
	first := begin(t, b, broken, "n2")
	begin(t, b, broken, "n3")
	refused(t, b, broken, breaker.ErrFull)
	must(t, first.Done(midnight, breaker.Healed))
	begin(t, b, broken, "n2")
	refused(t, b, broken, breaker.ErrFull)
	if _, open := b.Opening(); open {
		t.Error("opened by heals that may prove well")
	}

	// The failure for which there is no room opens the breaker.
	want(t, b.Withdraw(midnight, broken, "n4"), breaker.ErrOpen)
	want(t, b.Withdraw(midnight, broken, "n4"), breaker.ErrOpen)
	if failed, flight := counts(b.Snapshot()); failed != 1 || flight != 2 {
		t.Errorf("%d failures, %d in flight", failed, flight)
	}
}

// TestLatch opens with the last failure, and until a human clears it. LD-19,
// LD-20.
func TestLatch(t *testing.T) {
	b := budget(t, 3)
	want(t, b.Clear(midnight, "ada", "why not"), breaker.ErrClosed)
	proves, fails := begin(t, b, broken, "n1"), begin(t, b, broken, "n2")
	must(t, b.Withdraw(midnight, broken, "n3"))
	must(t, fails.Done(midnight, breaker.Failed))
	must(t, proves.Done(midnight, breaker.Healed))
	must(t, b.Withdraw(midnight.Add(time.Hour), broken, "n4"))
	opening, open := b.Opening()
	if !open || !opening.Time.Equal(midnight.Add(time.Hour)) || opening.Reason != "3 failures" {
		t.Errorf("opened: %v, %v", opening, open)
	}

	refused(t, b, broken, breaker.ErrOpen)
	refused(t, b, buggy, breaker.ErrOpen)
	want(t, b.Withdraw(midnight, buggy, "n5"), breaker.ErrOpen)
	want(t, b.Clear(midnight, "ada", "fixed"), breaker.ErrFull)
	must(t, b.Return(midnight, "n3"))
	must(t, b.Return(midnight, "n2"))
	refused(t, b, broken, breaker.ErrOpen)
	want(t, b.Clear(midnight, " ", "fixed"), breaker.ErrName)
	want(t, b.Clear(midnight, "ada", ""), breaker.ErrName)
	want(t, b.Clear(time.Time{}, "ada", "fixed"), breaker.ErrTime)
	refused(t, b, broken, breaker.ErrOpen)
	must(t, b.Clear(midnight, "ada", "fixed"))
	if s := b.Snapshot(); len(s.Clearings) != 1 || s.Clearings[0].By != "ada" || s.Opening != nil {
		t.Errorf("cleared: %+v", s)
	}
	if got := b.State(broken); got != breaker.HalfOpen {
		t.Error(got)
	}
}

// TestCanary lets one heal prove itself before the next. LD-18.
func TestCanary(t *testing.T) {
	b := budget(t, 9)
	other := buggy
	other.Artefact.Version = "2.2"
	canary := begin(t, b, buggy, "n1")
	refused(t, b, buggy, breaker.ErrCanary)
	begin(t, b, other, "n2") // has a canary of its own
	must(t, canary.Done(midnight, breaker.Healed))
	if got := b.State(buggy); got != breaker.Closed {
		t.Error(got)
	}
	one, two := begin(t, b, buggy, "n3"), begin(t, b, buggy, "n4")

	// A failure makes the key suspect again, and what began before is no canary.
	must(t, one.Done(midnight, breaker.Failed))
	must(t, two.Done(midnight, breaker.Healed))
	if got := b.State(buggy); got != breaker.HalfOpen {
		t.Error(got)
	}
	canary = begin(t, b, buggy, "n5")
	must(t, canary.Done(midnight, breaker.Failed))
	refused(t, b, buggy, breaker.ErrHeld)
	begin(t, b, broken, "n6")
	must(t, b.Clear(midnight, "ada", "version 2.1 was replaced"))
	begin(t, b, buggy, "n7")
	refused(t, b, buggy, breaker.ErrCanary)
}

// TestHalfOpen makes all keys suspect once the breaker was open, also those
// that no heal ever failed of. LD-18, LD-20.
func TestHalfOpen(t *testing.T) {
	b := budget(t, 2)
	must(t, b.Withdraw(midnight, broken, "n1"))
	must(t, b.Withdraw(midnight, broken, "n2"))
	must(t, b.Return(midnight, "n1"))
	must(t, b.Return(midnight, "n2"))
	must(t, b.Clear(midnight, "ada", "fixed"))
	power := breaker.Key{Artefact: older, Cause: breaker.Hardware}
	canary := begin(t, b, power, "n1")
	refused(t, b, power, breaker.ErrCanary)
	must(t, canary.Done(midnight, breaker.Healed))
	begin(t, b, power, "n1")
	begin(t, b, power, "n2")
}

// TestTickets are done once, and are failures unless they are known to have
// healed.
func TestTickets(t *testing.T) {
	b := budget(t, 9)
	ticket := begin(t, b, broken, "n1")
	twin := *ticket
	want(t, ticket.Done(time.Time{}, breaker.Healed), breaker.ErrTime)
	must(t, ticket.Done(midnight, breaker.Healed))
	want(t, ticket.Done(midnight, breaker.Healed), breaker.ErrTicket)
	want(t, twin.Done(midnight, breaker.Failed), breaker.ErrTicket)
	want(t, new(breaker.Ticket).Done(midnight, breaker.Healed), breaker.ErrTicket)
	want(t, (*breaker.Ticket)(nil).Done(midnight, breaker.Healed), breaker.ErrTicket)
	if failed, flight := counts(b.Snapshot()); failed+flight != 0 {
		t.Errorf("%d failures, %d in flight", failed, flight)
	}
	for i, o := range []breaker.Outcome{0, 3, 255} {
		ticket, err := b.Ticket(begin(t, b, breaker.Key{Artefact: older, Cause: breaker.Cause(i)}, "n2").ID())
		must(t, err)
		want(t, ticket.Done(midnight, o), breaker.ErrOutcome)
		if failed, flight := counts(b.Snapshot()); failed != 1 || flight != 0 {
			t.Errorf("outcome %d: %d failures, %d in flight", o, failed, flight)
		}
		must(t, b.Return(midnight, "n2"))
	}
	_, err := b.Ticket(ticket.ID())
	want(t, err, breaker.ErrTicket)
	if new(breaker.Ticket).ID() != 0 || (*breaker.Ticket)(nil).ID() != 0 {
		t.Error("a ticket that was never issued has a number")
	}
}

// TestSameNode counts each failure, so that none makes room. LD-45.
func TestSameNode(t *testing.T) {
	b := budget(t, 3)
	one, two := begin(t, b, broken, "n1"), begin(t, b, broken, "n1")
	must(t, one.Done(midnight, breaker.Failed))
	_, err := b.Begin(midnight, broken, "n1")
	want(t, err, breaker.ErrNode)
	want(t, b.Withdraw(midnight, broken, "n1"), breaker.ErrNode)
	must(t, two.Done(midnight.Add(1), breaker.Failed))
	s := b.Snapshot()
	if len(s.Failed) != 1 || s.Failed[0].Count != 2 || !s.Failed[0].Since.Equal(midnight) {
		t.Errorf("failed: %+v", s.Failed)
	}
	must(t, b.Return(midnight, "n1"))
	want(t, b.Return(midnight, "n1"), breaker.ErrNode)
}

// TestBadInput changes nothing.
func TestBadInput(t *testing.T) {
	b := budget(t, 2)
	for name, k := range map[string]breaker.Key{
		"zero":       {},
		"no name":    {Artefact: breaker.Artefact{Version: "1"}},
		"no version": {Artefact: breaker.Artefact{Name: "agent", Version: "\t"}},
		"layer":      {Artefact: breaker.Artefact{Name: "agent", Version: "1", Layer: 3}},
		"cause":      {Artefact: agent, Cause: breaker.Network + 1},
	} {
		_, err := b.Begin(midnight, k, "n1")
		if !errors.Is(err, breaker.ErrKey) || !errors.Is(b.Withdraw(midnight, k, "n1"), breaker.ErrKey) || b.State(k) != breaker.Open {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := b.Begin(midnight, broken, "")
	want(t, err, breaker.ErrNode)
	want(t, b.Withdraw(midnight, broken, " "), breaker.ErrNode)
	for _, now := range []time.Time{{}, time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(0, 12, 31, 0, 0, 0, 0, time.UTC)} {
		_, err := b.Begin(now, broken, "n1")
		want(t, err, breaker.ErrTime)
		want(t, b.Withdraw(now, broken, "n1"), breaker.ErrTime)
		want(t, b.Return(now, "n1"), breaker.ErrTime)
	}
	if failed, flight := counts(b.Snapshot()); failed+flight != 0 {
		t.Errorf("%d failures, %d in flight", failed, flight)
	}
	for _, zone := range []int{0, 5*3600 + 45*60, -3*3600 - 30*60, 14 * 3600, -12 * 3600, 19*60 + 32} {
		now := time.Date(1969, 2, 28, 23, 59, 59, 0, time.FixedZone("", zone))
		must(t, b.Withdraw(now, broken, "n1"))
		if f := b.Snapshot().Failed[0]; !f.Since.Equal(now) || f.Since.Location() != time.UTC {
			t.Errorf("kept %v as %v", now, f.Since)
		}
		must(t, b.Return(now, "n1"))
	}
	if got := fmt.Sprint(breaker.Open, breaker.Closed, breaker.State(9)); got != "open closed State(9)" {
		t.Error(got)
	}
}

// TestRace begins and ends heals at the same time. LD-45.
func TestRace(t *testing.T) {
	b := budget(t, 5)
	var flight, most atomic.Int32
	var done sync.WaitGroup
	for i := range 16 {
		done.Go(func() {
			for range 50 {
				ticket, err := b.Begin(midnight, broken, fmt.Sprint(i))
				if err != nil {
					continue
				}
				if n := flight.Add(1); n > most.Load() {
					most.Store(n)
				}
				flight.Add(-1)
				if err := ticket.Done(midnight, breaker.Healed); err != nil {
					t.Error(err)
				}
			}
		})
	}
	done.Wait()
	if most.Load() > 5 {
		t.Errorf("%d heals at once", most.Load())
	}
}
