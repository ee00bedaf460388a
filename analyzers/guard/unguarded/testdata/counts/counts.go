// Package counts asks how many volumes are on a drive.
package counts

import "errors"

type Drive struct{ volumes []string }

//leapguard:check wipe recv when=0
func (d *Drive) Count() int { return len(d.volumes) }

//leapguard:check wipe d when=0
func Users(d *Drive) (uint32, error) { return 0, nil }

type level int

//leapguard:check wipe d when=0
func Level(d *Drive) level { return -1 }

//leapguard:danger wipe d
func Wipe(d *Drive) {}

func Above(d *Drive) error {
	if n := d.Count(); n > 0 {
		return errors.New("volumes are left")
	}
	Wipe(d)
	return nil
}

func Below(d *Drive) {
	if d.Count() < 1 {
		Wipe(d)
	}
	if d.Count() <= 1 {
		Wipe(d) // want `no check of kind wipe holds for d`
	}
	if d.Count() >= 1 {
		Wipe(d) // want `the check d.Count\(\) at line \d+ refuses on this path`
	}
}

func Failing(d *Drive) error {
	n, err := Users(d)
	if n > 0 {
		return errors.New("in use")
	}
	if err != nil {
		return err
	}
	Wipe(d)
	return nil
}

func Unsure(d *Drive) {
	if n, _ := Users(d); n > 0 {
		return
	}
	Wipe(d) // want `no check of kind wipe holds for d`
}

// NotCounted: a level can be below 0.
func NotCounted(d *Drive) {
	if Level(d) <= 0 {
		Wipe(d) // want `no check of kind wipe holds for d`
	}
}
