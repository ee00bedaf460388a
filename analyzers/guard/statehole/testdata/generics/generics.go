package generics

import "example.com/statehole/states"

func Each[T any](v *states.Volume, extra T) {
	switch v.State {
	case states.Active:
	default: // want `does not list Paused, Failed and Released`
		states.Wipe(v)
	}
}
