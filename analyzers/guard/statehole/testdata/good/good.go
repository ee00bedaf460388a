package good

import (
	"errors"

	"example.com/statehole/states"
)

var errInUse = errors.New("in use")

func Checked(v *states.Volume) error {
	switch v.State {
	case states.Active:
		return errInUse
	default:
		if !states.Free(v) {
			return errInUse
		}
		states.Wipe(v)
	}
	return nil
}

func Listed(v *states.Volume) error {
	switch v.State {
	case states.Released, states.Failed:
		states.Wipe(v)
	default:
		return errInUse
	}
	return nil
}

// One is left: the default case is for that.
func One(v *states.Volume) error {
	switch v.State {
	case states.Active, states.Paused, states.Failed:
		return errInUse
	default:
		states.Wipe(v)
	}
	return nil
}

func Waived(v *states.Volume) {
	switch v.State {
	case states.Active:
	default:
		states.Wipe(v) //leapguard:ok wipe all others are gone
	}
}

func Text(s string, v *states.Volume) {
	switch s {
	case "active":
	default:
		states.Wipe(v)
	}
}
