// Package volume is the controller of a storage driver.
package volume

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

// ErrNotFound says that there is no such volume.
var ErrNotFound = errors.New("volume not found")

// A Volume is a volume of the backend.
type Volume struct {
	ID    string
	Owner string
}

// A Backend stores volumes.
type Backend interface {
	// Attached returns the nodes that use a volume.
	Attached(ctx context.Context, id string) ([]string, error)

	// InUse reports whether a node uses the volume.
	//
	//leapguard:check volume id when=false
	InUse(ctx context.Context, id string) (bool, error)

	// Snapshots returns an error if the volume has snapshots.
	//
	//leapguard:check volume id
	Snapshots(ctx context.Context, id string) error

	// Delete removes the volume with all that is on it.
	//
	//leapguard:danger volume id
	Delete(ctx context.Context, id string) error
}

// A Driver answers requests.
type Driver struct {
	mu      sync.Mutex
	backend Backend
	pending map[string]bool
}

// DeleteRequest names a volume.
type DeleteRequest struct{ VolumeID string }

// GetVolumeID returns the name, "" for no request.
func (r *DeleteRequest) GetVolumeID() string {
	if r == nil {
		return ""
	}
	return r.VolumeID
}

// DeleteVolume deletes a volume that no node uses.
func (d *Driver) DeleteVolume(ctx context.Context, req *DeleteRequest) error {
	id := req.GetVolumeID()
	if id == "" {
		return errors.New("no volume id")
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	used, err := d.backend.InUse(ctx, id)
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("volume %s: %w", id, err)
	}
	if used {
		return fmt.Errorf("volume %s is in use", id)
	}
	if err := d.backend.Delete(ctx, id); err != nil && !errors.Is(err, ErrNotFound) {
		return err
	}
	delete(d.pending, id)
	return nil
}

// Rollback removes a volume that could not be published.
func (d *Driver) Rollback(ctx context.Context, vol *Volume) {
	if err := d.backend.Snapshots(ctx, vol.ID); err == nil {
		d.backend.Delete(ctx, vol.ID)
	}
}

// Collect deletes the volumes of an owner who is gone.
func (d *Driver) Collect(ctx context.Context, owner string, all []Volume) (deleted int, err error) {
	for _, vol := range all {
		if vol.Owner != owner {
			continue
		}
		used, err := d.backend.InUse(ctx, vol.ID)
		if err != nil || used {
			d.pending[vol.ID] = true
			continue
		}
		if err := d.backend.Delete(ctx, vol.ID); err != nil {
			return deleted, err
		}
		deleted++
	}
	return deleted, nil
}

// Retry waits for the nodes to let go.
func (d *Driver) Retry(ctx context.Context, id string, tick <-chan struct{}) error {
	for {
		used, err := d.backend.InUse(ctx, id)
		if err == nil && !used {
			break
		}
		select {
		case <-ctx.Done():
			return errors.Join(err, ctx.Err())
		case <-tick:
		}
	}
	return d.backend.Delete(ctx, id)
}

// Expand replaces a volume that has no snapshots by a larger one.
func (d *Driver) Expand(ctx context.Context, vol *Volume, create func(context.Context, string) error) error {
	err := d.backend.Snapshots(ctx, vol.ID)
	if err != nil {
		return err
	}
	if err = create(ctx, vol.ID+"-large"); err != nil {
		return err
	}
	return d.backend.Delete(ctx, vol.ID)
}
