package incidents_test

import (
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/sim"
)

// newWorld is [sim.New] for a test, which fails if a mistake ends the simulation.
func newWorld(t testing.TB, start time.Time, seed uint64) *sim.World {
	t.Helper()
	w := sim.New(start, seed)
	t.Cleanup(func() {
		if err := w.Err(); err != nil {
			t.Error(err)
		}
	})
	return w
}
