package bad

import (
	"errors"

	"example.com/statehole/states"
)

var errInUse = errors.New("in use")

func Default(v *states.Volume) error {
	switch v.State {
	case states.Active, states.Paused:
		return errInUse
	default: // want `^the switch over v.State does not list Failed and Released, which it leads to states.Wipe$`
		states.Wipe(v)
	}
	return nil
}

func Behind(v *states.Volume) error {
	switch v.State { // want `the switch over v.State does not list Paused, Failed and Released, which it leads to states.Wipe`
	case states.Active:
		return errInUse
	}
	states.Wipe(v)
	return nil
}

func Nested(vs []*states.Volume) {
	for _, v := range vs {
		switch v.State {
		case states.Default:
			continue
		default: // want `does not list Paused, Failed and Released`
			if v.Held == "" {
				states.Wipe(v)
			}
		}
	}
}

type verb int

const (
	get verb = iota
	put
	move
	trash
	list
)

func Serve(op verb, v *states.Volume) {
	switch op {
	case get:
	default: // want `the switch over op does not list put, move, trash and 1 more, which it leads to states.Wipe`
		states.Wipe(v)
	}
}
