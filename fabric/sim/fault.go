package sim

import "time"

// A Fault says when something goes wrong.
type Fault struct {
	// Probability is the chance of each time, from 0 to 1.
	Probability float64
	// From and Until bound it in time; a zero time is no bound. Until itself is
	// outside.
	From, Until time.Time
}

// Inject makes the fault of a name possible from now on; the zero Fault takes it
// back. Names are the scenario's own.
func (w *World) Inject(name string, f Fault) { w.faults[name] = f }

// Fails reports whether the fault of a name strikes now, and logs it if so. Each
// call is a new throw; a fault that was never injected costs none, so that adding
// a place for one does not change the other throws.
func (w *World) Fails(name string) bool {
	f, ok := w.faults[name]
	if !ok || f.Probability <= 0 || !f.From.IsZero() && w.now.Before(f.From) || !f.Until.IsZero() && !w.now.Before(f.Until) {
		return false
	}
	if w.Rand.Float64() >= f.Probability {
		return false
	}
	w.Log("fault %s", name)
	return true
}
