package breaker_test

import (
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/breaker"
)

// eventful returns a budget of 5 with a bit of everything: it was opened and
// cleared, holds one key, trusts another, and has a canary in flight.
func eventful(t testing.TB) *breaker.Budget {
	t.Helper()
	b, err := breaker.New(5)
	step := func(e error) {
		if err == nil {
			err = e
		}
	}
	heal := func(k breaker.Key, node string) *breaker.Ticket {
		ticket, e := b.Begin(midnight, k, node)
		step(e)
		return ticket
	}
	for _, node := range []string{"n1", "n2", "n3", "n4", "n5"} {
		step(b.Withdraw(midnight, broken, node))
	}
	for _, node := range []string{"n2", "n3", "n4", "n5"} {
		step(b.Return(midnight, node))
	}
	step(b.Clear(midnight, "ada", "fixed"))
	step(heal(broken, "n2").Done(midnight, breaker.Healed))
	step(heal(buggy, "n3").Done(midnight, breaker.Failed))
	heal(broken, "n4")
	heal(breaker.Key{Artefact: plugin}, "n4")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestRestore goes on where the budget was, tickets included. LD-20, LD-45.
func TestRestore(t *testing.T) {
	s := eventful(t).Snapshot()
	stored, err := json.Marshal(s)
	must(t, err)
	var loaded breaker.Snapshot
	must(t, json.Unmarshal(stored, &loaded))
	if !reflect.DeepEqual(s, loaded) {
		t.Fatalf("stored %+v, loaded %+v", s, loaded)
	}
	b, err := breaker.Restore(5, loaded)
	must(t, err)
	if again := b.Snapshot(); !reflect.DeepEqual(again, s) {
		t.Fatalf("restored %+v, want %+v", again, s)
	}
	refused(t, b, buggy, breaker.ErrHeld)
	refused(t, b, breaker.Key{Artefact: plugin}, breaker.ErrCanary)
	begin(t, b, broken, "n5")
	refused(t, b, broken, breaker.ErrFull)
	ticket, err := b.Ticket(s.InFlight[0].Ticket)
	must(t, err)
	must(t, ticket.Done(midnight, breaker.Healed))
	want(t, ticket.Done(midnight, breaker.Healed), breaker.ErrTicket)
	want(t, b.Withdraw(midnight, broken, "n6"), nil)
	want(t, b.Withdraw(midnight, broken, "n7"), breaker.ErrOpen)

	b, err = breaker.Restore(5, b.Snapshot())
	must(t, err)
	refused(t, b, broken, breaker.ErrOpen)
}

// TestZones: times are kept in UTC, so that an encoding without zones of odd seconds,
// such as JSON, does not move them.
func TestZones(t *testing.T) {
	now := midnight.In(time.FixedZone("", 19*60+32))
	b, err := breaker.New(4)
	must(t, err)
	for _, node := range []string{"n1", "n2", "n3"} {
		must(t, b.Withdraw(now, broken, node))
	}
	ticket, err := b.Begin(now, broken, "n4")
	must(t, err)
	check := func() {
		t.Helper()
		s := b.Snapshot()
		data, err := json.Marshal(s)
		must(t, err)
		var back breaker.Snapshot
		must(t, json.Unmarshal(data, &back))
		if !reflect.DeepEqual(back, s) {
			t.Errorf("%+v became %+v", s, back)
		}
	}
	check()
	must(t, ticket.Done(now, breaker.Failed))
	check()
	must(t, b.Return(now, "n1"))
	must(t, b.Clear(now, "ann", "seen"))
	check()
}

// TestRestoreCorrupt refuses what no budget can have been.
func TestRestoreCorrupt(t *testing.T) {
	opening := breaker.Opening{Time: midnight, Reason: "5 failures"}
	for name, c := range map[string]struct {
		spoil func(*breaker.Snapshot)
		cause error
	}{
		"node twice":        {func(s *breaker.Snapshot) { s.Failed = append(s.Failed, s.Failed[0]) }, breaker.ErrNode},
		"no node":           {func(s *breaker.Snapshot) { s.Failed[0].Node = "" }, breaker.ErrNode},
		"failed when":       {func(s *breaker.Snapshot) { s.Failed[0].Since = time.Time{} }, breaker.ErrTime},
		"failed why":        {func(s *breaker.Snapshot) { s.Failed[0].Key.Cause = 9 }, breaker.ErrKey},
		"counts for none":   {func(s *breaker.Snapshot) { s.Failed[0].Count = 0 }, breaker.ErrNode},
		"counts negative":   {func(s *breaker.Snapshot) { s.Failed[0].Count = math.MinInt }, breaker.ErrNode},
		"ticket twice":      {func(s *breaker.Snapshot) { s.InFlight[1].Ticket = s.InFlight[0].Ticket }, breaker.ErrTicket},
		"ticket 0":          {func(s *breaker.Snapshot) { s.InFlight[0].Ticket = 0 }, breaker.ErrTicket},
		"ticket not issued": {func(s *breaker.Snapshot) { s.Issued = 3 }, breaker.ErrTicket},
		"tickets used up":   {func(s *breaker.Snapshot) { s.Issued = math.MaxUint64 }, breaker.ErrTicket},
		"heal of nothing":   {func(s *breaker.Snapshot) { s.InFlight[0].Key = breaker.Key{} }, breaker.ErrKey},
		"heal nowhere":      {func(s *breaker.Snapshot) { s.InFlight[0].Node = " " }, breaker.ErrNode},
		"heal began":        {func(s *breaker.Snapshot) { s.InFlight[0].Began = time.Time{} }, breaker.ErrTime},
		"canary of trusted": {func(s *breaker.Snapshot) { s.InFlight[0].Canary = true }, breaker.ErrCanary},
		"canary of held":    {func(s *breaker.Snapshot) { s.InFlight[1].Key = buggy }, breaker.ErrCanary},
		"two canaries": {func(s *breaker.Snapshot) {
			s.InFlight[0].Key, s.InFlight[0].Canary = s.InFlight[1].Key, true
		}, breaker.ErrCanary},
		"key twice":       {func(s *breaker.Snapshot) { s.Keys[1].Key = s.Keys[0].Key }, breaker.ErrKey},
		"no key":          {func(s *breaker.Snapshot) { s.Keys[0].Key = breaker.Key{} }, breaker.ErrKey},
		"trust":           {func(s *breaker.Snapshot) { s.Keys[0].Trust = 3 }, breaker.ErrKey},
		"opened when":     {func(s *breaker.Snapshot) { s.Opening = &breaker.Opening{Reason: "?"} }, breaker.ErrTime},
		"opened why":      {func(s *breaker.Snapshot) { s.Opening = &breaker.Opening{Time: midnight} }, breaker.ErrName},
		"cleared by whom": {func(s *breaker.Snapshot) { s.Clearings[0].By = "" }, breaker.ErrName},
		"cleared why":     {func(s *breaker.Snapshot) { s.Clearings[0].Reason = "" }, breaker.ErrName},
		"cleared when":    {func(s *breaker.Snapshot) { s.Clearings[0].Time = time.Time{} }, breaker.ErrTime},
	} {
		s := eventful(t).Snapshot()
		c.spoil(&s)
		b, err := breaker.Restore(5, s)
		if b != nil || !errors.Is(err, breaker.ErrCorrupt) || !errors.Is(err, c.cause) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, c := range map[string]struct {
		threshold int
		spoil     func(*breaker.Snapshot)
		want      error
	}{
		"as it was":            {5, func(*breaker.Snapshot) {}, nil},
		"just room":            {4, func(*breaker.Snapshot) {}, nil},
		"no room":              {3, func(*breaker.Snapshot) {}, breaker.ErrThreshold},
		"none":                 {0, func(*breaker.Snapshot) {}, breaker.ErrThreshold},
		"overflow":             {5, func(s *breaker.Snapshot) { s.Failed[0].Count, s.Failed[1].Count = math.MaxInt, math.MaxInt }, breaker.ErrThreshold},
		"full, not open":       {5, func(s *breaker.Snapshot) { s.Failed[0].Count, s.InFlight = 4, nil }, breaker.ErrThreshold},
		"full, open":           {5, func(s *breaker.Snapshot) { s.Failed[0].Count, s.InFlight, s.Opening = 4, nil, &opening }, nil},
		"open, and over still": {5, func(s *breaker.Snapshot) { s.Failed[0].Count, s.Opening = 4, &opening }, breaker.ErrThreshold},
	} {
		s := eventful(t).Snapshot()
		c.spoil(&s)
		if _, err := breaker.Restore(c.threshold, s); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzRestore loads whatever bytes decode to: what is accepted is within the
// threshold, and is stored as the same again.
func FuzzRestore(f *testing.F) {
	for _, s := range []breaker.Snapshot{{}, eventful(f).Snapshot()} {
		b, err := json.Marshal(s)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(5, b)
		f.Add(2, b)
		f.Add(5, b[:len(b)/2])
	}
	f.Fuzz(func(t *testing.T, threshold int, data []byte) {
		var s breaker.Snapshot
		if json.Unmarshal(data, &s) != nil {
			return
		}
		b, err := breaker.Restore(threshold, s)
		if err != nil {
			if !errors.Is(err, breaker.ErrCorrupt) && !errors.Is(err, breaker.ErrThreshold) {
				t.Error(err)
			}
			return
		}
		kept := b.Snapshot()
		if failed, flight := counts(kept); failed+flight > threshold {
			t.Errorf("%d failures, %d in flight of %d", failed, flight, threshold)
		}
		again, err := breaker.Restore(threshold, kept)
		must(t, err)
		if !reflect.DeepEqual(again.Snapshot(), kept) {
			t.Errorf("%+v became %+v", kept, again.Snapshot())
		}
	})
}
