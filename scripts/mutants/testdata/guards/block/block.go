// Package block handles the block devices of a storage node.
package block

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// ErrBusy says that something uses a device.
var ErrBusy = errors.New("device is busy")

// A Device is a block device.
type Device struct {
	Path   string // as in /dev/sdb
	Serial string

	//leapguard:flag wipe when=false
	//leapguard:ok wipe the inventory has it for each device
	Protected bool
}

// Wipe erases the signatures on the device.
//
//leapguard:danger wipe recv
func (d *Device) Wipe(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	f, err := os.OpenFile(d.Path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(make([]byte, 1<<20))
	return errors.Join(err, f.Close())
}

// Mounted reports whether the device, or a part of it, is mounted.
//
//leapguard:check wipe recv when=false
func (d *Device) Mounted() (bool, error) {
	mounts, err := os.ReadFile("/proc/mounts")
	if err != nil {
		return false, err
	}
	return strings.Contains(string(mounts), d.Path), nil
}

// Idle returns an error that wraps ErrBusy if anything holds the device.
//
//leapguard:check wipe recv
func (d *Device) Idle() error {
	holders, err := os.ReadDir(filepath.Join("/sys/class/block", filepath.Base(d.Path), "holders"))
	if err != nil {
		return err
	}
	if len(holders) > 0 {
		return ErrBusy
	}
	return nil
}

// Blank reports whether there is nothing on the device.
//
//leapguard:check wipe recv when=true
func (d *Device) Blank() bool {
	head, err := os.ReadFile(d.Path)
	return err == nil && len(strings.Trim(string(head), "\x00")) == 0
}
