package breaker_test

import (
	"container/heap"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/breaker"
)

// A trial is a machine that starts on a node, and fails three timeouts later.
type trial struct {
	at     time.Duration
	seq    int // the order in which trials began
	node   int
	ticket *breaker.Ticket // nil for the first ones, which are no heals
}

type trials []trial

func (q trials) Len() int { return len(q) }
func (q trials) Less(i, j int) bool {
	return q[i].at < q[j].at || q[i].at == q[j].at && q[i].seq < q[j].seq
}
func (q trials) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *trials) Push(x any)   { *q = append(*q, x.(trial)) }
func (q *trials) Pop() any {
	old := *q
	x := old[len(old)-1]
	*q = old[:len(old)-1]
	return x
}

const (
	nodes      = 1000
	generation = 75 * time.Minute // three timeouts of 25 minutes
)

// A cluster of 1000 nodes whose machines never start, since their agent is
// broken, and whose controller takes silence for broken hardware: it withdraws
// the node and starts its machines on others, round robin.
type cluster struct {
	perNode   int
	down      map[int]bool
	waves     map[time.Duration]int // nodes that went down, by time
	queue     trials
	seq, next int
	tripped   time.Duration // 0 as long as it has not

	// withdraw and begin are what the breaker says: may the node go down, may a
	// heal begin on it?
	withdraw func(now time.Duration, t trial) bool
	begin    func(now time.Duration, node int) (*breaker.Ticket, bool)
}

func (c *cluster) run(starts int, until time.Duration) {
	c.down, c.waves = make(map[int]bool), make(map[time.Duration]int)
	for n := range starts {
		c.start(0, n, nil)
	}
	c.next = 1
	for len(c.queue) > 0 {
		t := heap.Pop(&c.queue).(trial)
		if t.at > until {
			return
		}
		again := c.down[t.node]
		if !c.withdraw(t.at, t) || again {
			continue
		}
		c.down[t.node] = true
		c.waves[t.at]++
		c.heal(t.at)
	}
}

func (c *cluster) start(now time.Duration, node int, ticket *breaker.Ticket) {
	c.seq++
	heap.Push(&c.queue, trial{at: now + generation, seq: c.seq, node: node, ticket: ticket})
}

func (c *cluster) heal(now time.Duration) {
	for range c.perNode {
		if len(c.down) == nodes {
			return
		}
		for c.down[c.next%nodes] {
			c.next++
		}
		node := c.next % nodes
		if ticket, ok := c.begin(now, node); ok {
			c.start(now, node, ticket)
			c.next++
		}
	}
}

// naive is the breaker that counts nodes that are down, and no heals in flight.
func (c *cluster) naive(threshold int) {
	c.withdraw = func(now time.Duration, t trial) bool {
		if threshold > 0 && len(c.down)+1 >= threshold && c.tripped == 0 && !c.down[t.node] {
			c.tripped = now
		}
		return true
	}
	c.begin = func(time.Duration, int) (*breaker.Ticket, bool) { return nil, c.tripped == 0 }
}

// budgeted is the breaker of this package. check is called after every step.
func (c *cluster) budgeted(b *breaker.Budget, key breaker.Key, check func()) {
	trip := func(now time.Duration) {
		if _, open := b.Opening(); open && c.tripped == 0 {
			c.tripped = now
		}
		check()
	}
	c.withdraw = func(now time.Duration, t trial) bool {
		var err error
		if t.ticket != nil {
			err = t.ticket.Done(midnight.Add(now), breaker.Failed)
		} else {
			err = b.Withdraw(midnight.Add(now), key, name(t.node))
		}
		trip(now)
		return err == nil
	}
	c.begin = func(now time.Duration, node int) (*breaker.Ticket, bool) {
		ticket, err := b.Begin(midnight.Add(now), key, name(node))
		trip(now)
		return ticket, err == nil
	}
}

func name(node int) string { return fmt.Sprintf("node%03d", node) }

var cascades = []struct {
	perNode, starts, threshold int
	trips                      time.Duration // of the naive breaker; 0 if never
	waves                      []int         // of the naive breaker
}{
	{10, 50, 50, generation, []int{50, 441}},
	{10, 100, 50, generation, []int{100, 391}},
	{10, 5, 50, 2 * generation, []int{5, 46, 440}},
	{10, 1, 50, 3 * generation, []int{1, 10, 100, 380}},
	{10, 1, 100, 3 * generation, []int{1, 10, 100, 880}},
	{4, 1, 50, 4 * generation, []int{1, 4, 16, 64, 112}},
	{10, 1, 0, 0, []int{1, 10, 100, 889}},
}

// TestNaiveCascade reproduces what happens without a budget, node for node: the
// threshold trips when it should, and is passed tenfold by the heals in flight.
// LD-19, LD-45, LD-46.
func TestNaiveCascade(t *testing.T) {
	for _, g := range cascades {
		c := &cluster{perNode: g.perNode}
		c.naive(g.threshold)
		c.run(g.starts, 1000*time.Hour)
		var waves []int
		for i := range len(c.waves) {
			waves = append(waves, c.waves[time.Duration(i+1)*generation])
		}
		if c.tripped != g.trips || !slices.Equal(waves, g.waves) {
			t.Errorf("%d starts, %d machines on a node, threshold %d: trips at %v, waves %d; want %v, %d",
				g.starts, g.perNode, g.threshold, c.tripped, waves, g.trips, g.waves)
		}
	}
}

// TestCascade runs the same with a budget: nodes down and heals in flight never
// exceed the threshold, though the cause is taken for hardware. Where the cause
// is known to be software, a canary stops the heals at once. LD-18, LD-19,
// LD-20, LD-45, LD-46.
func TestCascade(t *testing.T) {
	for _, g := range cascades {
		if g.threshold == 0 {
			continue
		}
		for _, cause := range []breaker.Cause{breaker.Hardware, breaker.GuestSoftware} {
			b, err := breaker.New(g.threshold)
			must(t, err)
			c := &cluster{perNode: g.perNode}
			c.budgeted(b, breaker.Key{Artefact: agent, Cause: cause}, func() {
				failed, flight := counts(b.Snapshot())
				if failed+flight > g.threshold {
					t.Fatalf("%+v: %d failures, %d heals in flight", g, failed, flight)
				}
			})
			c.run(g.starts, 1000*time.Hour)
			if len(c.down) > g.threshold {
				t.Errorf("%+v: %d nodes down", g, len(c.down))
			}
			if _, open := b.Opening(); open == (c.tripped == 0) {
				t.Errorf("%+v: tripped at %v", g, c.tripped)
			}
			if cause == breaker.GuestSoftware && len(c.down) > min(g.starts+1, g.threshold) {
				t.Errorf("%+v: %d nodes down, though a canary failed", g, len(c.down))
			}
			t.Logf("%d starts, %d machines on a node, threshold %d, %v: %d nodes down, tripped at %v",
				g.starts, g.perNode, g.threshold, cause, len(c.down), c.tripped)
		}
	}
}

func counts(s breaker.Snapshot) (failed, flight int) {
	for _, f := range s.Failed {
		failed += f.Count
	}
	return failed, len(s.InFlight)
}
