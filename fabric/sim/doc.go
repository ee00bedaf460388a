// Package sim runs deterministic simulations: events in the order of a virtual
// clock, chance and faults from one seed, and a trace of what happened.
//
// A [World] holds what would otherwise be the wall clock, the network and luck.
// State machines whose Step takes the time as an argument run in it as they run
// in production. The same seed gives the same trace, and so the same
// [Trace.Hash], whenever and wherever it runs:
//
//	w := sim.New(start, seed)
//	w.After(25*time.Minute, "timeout", func() { ... })
//	w.Run(start.Add(24 * time.Hour))
//
// Nothing here sleeps, starts goroutines or reads the clock.
package sim
