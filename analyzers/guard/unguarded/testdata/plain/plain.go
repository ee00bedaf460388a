// Package plain has no annotations. The configuration speaks for it.
package plain

type Disk struct {
	Name  string
	Owner *string
	Keep  bool
}

func (d *Disk) Format() error { return nil }

func Erase(*Disk) {}

func Free(d *Disk) (bool, error) { return d.Owner == nil, nil }

func Wipe(d *Disk) {
	d.Keep = false
	_ = d.Format()
}

type Locker interface {
	Unlock(name string)
	Lock(name string)
	Locked(name string) bool
}
