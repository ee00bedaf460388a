package edge

import "example.com/statehole/states"

// Variable is compared with another state.
func Variable(v *states.Volume) {
	switch v.State {
	case v.Held, states.Active:
	default:
		states.Wipe(v)
	}
}

// Literal runs elsewhere.
func Literal(v *states.Volume) func() {
	switch v.State {
	case states.Active:
		return nil
	default:
		return func() { states.Wipe(v) }
	}
}

// Through comes from a listed state, too.
func Through(v *states.Volume) {
	switch v.State {
	case states.Active:
		v.Held = v.State
	}
	states.Wipe(v)
}

// Conditions are no states.
func Conditions(v *states.Volume) {
	switch {
	case v.State == states.Active:
	default:
		states.Wipe(v)
	}
}

// Alone has no states to list.
func Alone(v *states.Volume) {
	switch v.State {
	default:
		states.Wipe(v)
	}
}
