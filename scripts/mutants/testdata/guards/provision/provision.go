// Package provision makes disks ready for a storage node.
package provision

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"example.com/guards/block"
)

// A Plan says what becomes of the disks of a node.
type Plan struct {
	Data  []*block.Device
	Spare *block.Device
	Force bool
}

// Reset wipes a device for a new owner.
func Reset(ctx context.Context, dev *block.Device) error {
	mounted, err := dev.Mounted()
	if err != nil {
		return fmt.Errorf("cannot tell whether %s is mounted: %w", dev.Path, err)
	}
	if mounted {
		return fmt.Errorf("%s: %w", dev.Path, block.ErrBusy)
	}
	return dev.Wipe(ctx)
}

// Apply wipes all data disks of the plan that nothing uses.
func Apply(ctx context.Context, plan *Plan) error {
	var failed []error
	for _, dev := range plan.Data {
		if err := dev.Idle(); err != nil {
			slog.Warn("disk left alone", "disk", dev.Serial, "error", err)
			failed = append(failed, err)
			continue
		}
		if err := dev.Wipe(ctx); err != nil {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

// UseSpare wipes the spare disk of the plan.
func UseSpare(ctx context.Context, plan *Plan) error {
	if plan.Spare == nil {
		return errors.New("no spare disk")
	}
	if plan.Spare.Protected && !plan.Force {
		return errors.New("the spare disk is protected")
	}
	if err := plan.Spare.Idle(); err != nil {
		return err
	}
	if err := plan.Spare.Wipe(ctx); err != nil {
		return err
	}
	plan.Spare.Serial = ""
	return nil
}

// Replace puts one device in the place of another.
func Replace(ctx context.Context, broken, fresh *block.Device) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("replace %s: %w", broken.Path, err)
		}
	}()
	switch mounted, err := fresh.Mounted(); {
	case err != nil:
		return err
	case mounted:
		return block.ErrBusy
	}
	if err = fresh.Wipe(ctx); err != nil {
		return err
	}
	slog.Info("replaced", "disk", broken.Path, "by", fresh.Path)
	return nil
}

// First wipes the first device on which nothing is.
func First(ctx context.Context, devs []*block.Device) (*block.Device, error) {
	for _, dev := range devs {
		if !dev.Blank() {
			continue
		}
		if err := dev.Wipe(ctx); err != nil {
			return nil, err
		}
		return dev, nil
	}
	return nil, errors.New("no blank disk")
}
