// Package object deletes the objects of a bucket.
package object

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// A Hold keeps an object from being deleted.
type Hold struct{ Reason string }

// A Bucket holds objects.
type Bucket struct {
	Name  string
	holds map[string]*Hold
}

// Remove deletes an object.
//
//leapguard:danger object key
func (b *Bucket) Remove(ctx context.Context, key string) error { return ctx.Err() }

// Hold returns what keeps the object, nil for nothing.
//
//leapguard:check object key when=nil
func (b *Bucket) Hold(ctx context.Context, key string) (*Hold, error) { return b.holds[key], ctx.Err() }

// Locked reports whether the object is kept.
//
//leapguard:check object key when=false
func (b *Bucket) Locked(key string) bool { return b.holds[key] != nil }

// Delete answers a request.
func (b *Bucket) Delete(ctx context.Context, key string) error {
	hold, err := b.Hold(ctx, key)
	if err != nil {
		return fmt.Errorf("object %s: %w", key, err)
	}
	if hold != nil {
		return fmt.Errorf("object %s is kept: %s", key, hold.Reason)
	}
	return b.Remove(ctx, key)
}

// Expire deletes the objects below a prefix.
func (b *Bucket) Expire(ctx context.Context, keys []string, prefix string) int {
	n := 0
	for _, key := range keys {
		if strings.HasPrefix(key, prefix) && !b.Locked(key) {
			if b.Remove(ctx, key) == nil {
				n++
			}
		}
	}
	return n
}

// Move copies an object and deletes the source.
func (b *Bucket) Move(ctx context.Context, from, to string, put func(key string) error) error {
	if b.Locked(from) || b.Locked(to) {
		return errors.New("locked")
	}
	if err := put(to); err != nil {
		return err
	}
	if err := b.Remove(ctx, from); err != nil {
		return errors.Join(err, b.Remove(ctx, to))
	}
	return nil
}

// Overwrite deletes what is there before it writes.
func (b *Bucket) Overwrite(ctx context.Context, key string, put func(key string) error) error {
	if locked := b.Locked(key); locked {
		return errors.New("locked")
	} else if err := b.Remove(ctx, key); err != nil {
		return err
	}
	return put(key)
}

// Collect deletes what nobody refers to.
func (b *Bucket) Collect(ctx context.Context, keys <-chan string) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case key, ok := <-keys:
			if !ok {
				return nil
			}
			if hold, err := b.Hold(ctx, key); err != nil || hold != nil {
				continue
			}
			if err := b.Remove(ctx, key); err != nil {
				return err
			}
		}
	}
}
