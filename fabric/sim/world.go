package sim

import (
	"container/heap"
	"fmt"
	"math/rand/v2"
	"time"
)

// A World is a virtual clock with the events that are still to come. It is not
// safe for concurrent use: a simulation has one thread.
type World struct {
	// Trace is what has happened so far.
	Trace *Trace
	// Rand is the only source of chance.
	Rand *rand.Rand

	seed   uint64
	now    time.Time
	queue  queue
	seq    uint64
	faults map[string]Fault
	err    error
}

// New returns a world at an instant. All chance in it comes from the seed.
func New(start time.Time, seed uint64) *World {
	return &World{
		Trace:  new(Trace),
		Rand:   rand.New(rand.NewPCG(seed, 0)),
		seed:   seed,
		now:    start,
		faults: make(map[string]Fault),
	}
}

// Now returns the virtual time.
func (w *World) Now() time.Time { return w.now }

// Seed returns the seed that replays the simulation.
func (w *World) Seed() uint64 { return w.seed }

// At schedules an event. Events of one instant happen in the order in which they
// were scheduled. Time does not run backwards: an event for an instant that is over
// ends the simulation, and [World.Err] tells of it.
func (w *World) At(t time.Time, name string, do func()) {
	if t.Before(w.now) {
		if w.err == nil {
			w.err = fmt.Errorf("sim: %s is scheduled for %s, which is before %s (seed %d)", name, t.Format(time.RFC3339Nano), w.now.Format(time.RFC3339Nano), w.seed)
		}
		return
	}
	w.seq++
	heap.Push(&w.queue, &event{at: t, seq: w.seq, do: do})
}

// After schedules an event for d from now.
func (w *World) After(d time.Duration, name string, do func()) { w.At(w.now.Add(d), name, do) }

// Every schedules an event for now+d, now+2d and so on, for as long as do returns
// true.
func (w *World) Every(d time.Duration, name string, do func() bool) {
	w.After(d, name, func() {
		if do() {
			w.Every(d, name, do)
		}
	})
}

// Run lets events happen until none is left or the next one comes after the end,
// which is the time then. It returns how many there were. After a mistake, see
// [World.Err], nothing happens any more.
func (w *World) Run(end time.Time) int {
	n := 0
	for w.err == nil && len(w.queue) > 0 && !w.queue[0].at.After(end) {
		e := heap.Pop(&w.queue).(*event)
		w.now = e.at
		e.do()
		n++
	}
	if w.err == nil && w.now.Before(end) {
		w.now = end
	}
	return n
}

// Err returns the mistake that ended the simulation, nil if there was none.
func (w *World) Err() error { return w.err }

// Pending returns the number of events that are still to come.
func (w *World) Pending() int { return len(w.queue) }

// Log adds a line to the trace.
func (w *World) Log(format string, args ...any) { w.Trace.add(w.now, fmt.Sprintf(format, args...)) }

// An event is what happens at an instant.
type event struct {
	at  time.Time
	seq uint64
	do  func()
}

// A queue is a heap of events by time and then by order of scheduling, which is a
// total order.
type queue []*event

func (q queue) Len() int { return len(q) }

func (q queue) Less(i, j int) bool {
	if !q[i].at.Equal(q[j].at) {
		return q[i].at.Before(q[j].at)
	}
	return q[i].seq < q[j].seq
}

func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }

func (q *queue) Push(x any) { *q = append(*q, x.(*event)) }

func (q *queue) Pop() any {
	last := len(*q) - 1
	e := (*q)[last]
	(*q)[last] = nil
	*q = (*q)[:last]
	return e
}
