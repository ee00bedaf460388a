package sim_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/sim"
)

var start = time.Date(2012, time.February, 29, 0, 0, 0, 0, time.UTC)

// Example runs two timers on a virtual clock.
func Example() {
	w := sim.New(start, 1)
	w.After(25*time.Minute, "timeout", func() { w.Log("timeout") })
	w.Every(10*time.Minute, "beat", func() bool {
		w.Log("beat")
		return w.Now().Before(start.Add(30 * time.Minute))
	})
	w.Run(start.Add(time.Hour))
	fmt.Print(w.Trace)
	// Output:
	// 2012-02-29T00:10:00Z beat
	// 2012-02-29T00:20:00Z beat
	// 2012-02-29T00:25:00Z timeout
	// 2012-02-29T00:30:00Z beat
}

// TestOrder: events of one instant happen in the order of scheduling, also those
// that an event schedules for its own instant.
func TestOrder(t *testing.T) {
	w := sim.New(start, 1)
	at := start.Add(time.Minute)
	w.At(at, "a", func() {
		w.Log("a")
		w.At(at, "c", func() { w.Log("c") })
	})
	w.At(at, "b", func() { w.Log("b") })
	w.At(start, "first", func() { w.Log("first") })
	if n := w.Run(at); n != 4 {
		t.Errorf("%d events, want 4", n)
	}
	var got []string
	for l := range w.Trace.All("") {
		got = append(got, l.Text)
	}
	if want := []string{"first", "a", "b", "c"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestRunEnd: an event at the end happens, one after it waits, and the clock
// stands at the end.
func TestRunEnd(t *testing.T) {
	w := sim.New(start, 1)
	end := start.Add(time.Hour)
	w.At(end, "in", func() { w.Log("in") })
	w.At(end.Add(1), "out", func() { w.Log("out") })
	w.Run(end)
	if w.Trace.Len() != 1 || w.Pending() != 1 || !w.Now().Equal(end) {
		t.Errorf("at %v, %d left:\n%v", w.Now(), w.Pending(), w.Trace)
	}
}

// TestPast: an event for what is over ends the simulation.
func TestPast(t *testing.T) {
	w := sim.New(start, 7)
	w.After(time.Minute, "wrong", func() {
		w.At(start, "late", func() { w.Log("late") })
		w.At(start.Add(2*time.Minute), "next", func() { w.Log("next") })
	})
	w.Run(start.Add(time.Hour))
	const want = "sim: late is scheduled for 2012-02-29T00:00:00Z, which is before 2012-02-29T00:01:00Z (seed 7)"
	if err := w.Err(); err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	if w.Trace.Len() != 0 || !w.Now().Equal(start.Add(time.Minute)) {
		t.Errorf("at %v:\n%v", w.Now(), w.Trace)
	}
}

// throws runs a world in which chance decides, and returns the hash of its trace.
func throws(seed uint64) string {
	w := sim.New(start, seed)
	w.Inject("loss", sim.Fault{Probability: 0.5, From: start.Add(10 * time.Second), Until: start.Add(50 * time.Second)})
	w.Every(time.Second, "throw", func() bool {
		w.Fails("loss")
		return true
	})
	w.Run(start.Add(time.Minute))
	return w.Trace.Hash()
}

// TestSeed: the seed decides everything, twice the same.
func TestSeed(t *testing.T) {
	seen := make(map[string]uint64)
	for seed := range uint64(50) {
		h := throws(seed)
		if again := throws(seed); again != h {
			t.Fatalf("seed %d: hash %s, then %s", seed, h, again)
		}
		if other, ok := seen[h]; ok {
			t.Errorf("seeds %d and %d have one trace", other, seed)
		}
		seen[h] = seed
	}
}

// TestFault: a fault strikes in its window only, and one that is not injected
// never, at no cost of a throw.
func TestFault(t *testing.T) {
	w := sim.New(start, 3)
	w.Inject("crash", sim.Fault{Probability: 1, From: start.Add(time.Minute), Until: start.Add(2 * time.Minute)})
	var struck []time.Duration
	w.Every(30*time.Second, "try", func() bool {
		if w.Fails("crash") {
			struck = append(struck, w.Now().Sub(start))
		}
		return true
	})
	w.Run(start.Add(5 * time.Minute))
	if want := []time.Duration{60 * time.Second, 90 * time.Second}; !slices.Equal(struck, want) {
		t.Errorf("struck at %v, want %v", struck, want)
	}
	w.Inject("crash", sim.Fault{})
	before := sim.New(start, 3).Rand.Uint64()
	fresh := sim.New(start, 3)
	if fresh.Fails("unknown") || w.Fails("crash") {
		t.Error("a fault struck that is not injected")
	}
	if fresh.Rand.Uint64() != before {
		t.Error("a fault that is not injected takes a throw")
	}
}
