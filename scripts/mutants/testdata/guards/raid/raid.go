// Package raid builds arrays out of disks.
package raid

import (
	"context"
	"errors"
	"fmt"
	"os"

	"example.com/guards/block"
)

// An Array is a set of disks of one size.
type Array struct {
	Name    string
	Members []*block.Device
	Journal *block.Device
}

// busy reports whether a disk cannot be taken.
func busy(d *block.Device) bool {
	if d.Protected {
		return true
	}
	mounted, err := d.Mounted()
	return err != nil || mounted
}

func usable(d *block.Device) error {
	if d.Serial == "" {
		return errors.New("no serial number")
	}
	return d.Idle()
}

func mustBeIdle(d *block.Device) {
	if err := d.Idle(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// Create wipes the members and the journal.
func (a *Array) Create(ctx context.Context) error {
	for i, d := range a.Members {
		if busy(d) {
			return fmt.Errorf("%s: member %d is in use", a.Name, i)
		}
		if err := d.Wipe(ctx); err != nil {
			return err
		}
	}
	if a.Journal != nil && !busy(a.Journal) {
		return a.Journal.Wipe(ctx)
	}
	return nil
}

// Add takes one more disk.
func (a *Array) Add(ctx context.Context, d *block.Device) error {
	if err := usable(d); err != nil {
		return fmt.Errorf("add %s to %s: %w", d.Path, a.Name, err)
	}
	if err := d.Wipe(ctx); err != nil {
		return err
	}
	a.Members = append(a.Members, d)
	return nil
}

// Retire wipes the disk with a serial number.
func (a *Array) Retire(ctx context.Context, serial string) error {
	for i := range a.Members {
		if a.Members[i].Serial != serial {
			continue
		}
		if mounted, err := a.Members[i].Mounted(); err == nil && !mounted {
			return a.Members[i].Wipe(ctx)
		}
		return fmt.Errorf("%s: %w", serial, block.ErrBusy)
	}
	return os.ErrNotExist
}

// Zap is for the command line.
func Zap(ctx context.Context, d *block.Device) {
	mustBeIdle(d)
	if err := d.Wipe(ctx); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
}

// Sweep wipes disks until one is in use.
func Sweep(ctx context.Context, next func() (*block.Device, bool)) error {
	for {
		d, ok := next()
		if !ok {
			return nil
		}
		idle := !d.Protected && d.Blank()
		if !idle {
			break
		}
		if err := d.Wipe(ctx); err != nil {
			return err
		}
	}
	return block.ErrBusy
}
