// Package disk has a function for each kind of sites, and others.
package disk

import (
	"context"
	"errors"
	"os"
)

type Disk struct{ Path string }

//leapguard:danger wipe d
func Wipe(d *Disk) error { return nil }

//leapguard:check wipe d when=false
func Used(d *Disk) (bool, error) {
	_, err := os.Stat(d.Path)
	return err == nil, err
}

//leapguard:off alerts d restore=Unmute
func Mute(d *Disk) {}

func Unmute(d *Disk) {}

func Guarded(d, other *Disk) error {
	used, err := Used(d)
	if err != nil {
		return err
	}
	if used {
		return errors.New("used")
	}
	if err := Wipe(d); err != nil {
		return err
	}
	return nil
}

// Twice does not need both.
func Twice(d *Disk) error {
	if used, err := Used(d); err != nil || used {
		return err
	}
	if used, err := Used(d); err != nil || used {
		return err
	}
	return Wipe(d)
}

func Quiet(d *Disk, work func() error) error {
	Mute(d)
	defer Unmute(d)
	return work()
}

type Store interface {
	References(ctx context.Context, name string) (int, error)
	Delete(ctx context.Context, name string) error
}

func Collect(ctx context.Context, s Store, name string) error {
	n, err := s.References(ctx, name)
	if err != nil {
		return err
	}
	if n > 0 {
		return os.ErrExist
	}
	return s.Delete(ctx, name)
}

// Bad is reported as it is.
func Bad(d, other *Disk) error {
	if used, err := Used(other); err != nil || used {
		return err
	}
	return Wipe(d)
}

// Unused does not compile without its guard.
func Unused(disks []*Disk) {
	for i, d := range disks {
		if used, err := Used(d); err != nil || used || i == 0 {
			continue
		}
		Wipe(d)
	}
}
