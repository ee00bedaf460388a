// Package configured calls what the configuration has models of.
package configured

import "example.com/unguarded/plain"

func Checked(d *plain.Disk) error {
	free, err := plain.Free(d)
	if err != nil || !free {
		return err
	}
	plain.Erase(d)
	plain.Wipe(d)
	return d.Format()
}

func Flagged(d *plain.Disk) {
	if !d.Keep {
		_ = d.Format()
	}
}

func Unlocked(l plain.Locker, names map[string]*plain.Disk, name string) {
	l.Unlock(name)
	wipe(name)
	l.Lock(name)
	wipe(name) // want `wipe\(name\) is reached though no check of kind plain holds for name`
}

//leapguard:danger plain name
func wipe(name string) {}

func Unchecked(d, e *plain.Disk) {
	if free, err := plain.Free(d); err == nil && free {
		_ = e.Format() // want `e\.Format\(\) is reached though no check of kind plain holds for e; the check plain.Free\(d\) at line \d+ is of another object`
	}
	plain.Erase(d) // want `plain.Erase\(d\) is reached though no check of kind plain holds for d`
	plain.Wipe(d)  // want `plain.Wipe\(d\) leads to a danger though no check of kind plain holds for d`
}

// A keeper implements the interface of the model.
type keeper struct{}

func (keeper) Unlock(string)      {}
func (keeper) Lock(string)        {}
func (keeper) Locked(string) bool { return false }

func Implemented(k keeper, name string) {
	k.Unlock(name)
	wipe(name)
}
