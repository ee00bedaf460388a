// Package again asks the same once more where it had no answer.
package again

import (
	"context"
	"fmt"
	"log"
	"os"
)

type mounter interface {
	Unmount(path string, flags int) error
	UnmountLazily(path string) error
}

// Release comes to the removal over the second call only.
func Release(m mounter, path string) error {
	if err := m.Unmount(path, 0); err != nil {
		if err := m.Unmount(path, 2); err != nil {
			return err
		}
	}
	return os.RemoveAll(path)
}

// Other does so by another name.
func Other(m mounter, path string) error {
	if err := m.Unmount(path, 0); err != nil {
		log.Print(err)
		if err := m.UnmountLazily(path); err != nil {
			return err
		}
	}
	return os.RemoveAll(path)
}

// Dropped is about the second one.
func Dropped(m mounter, path string) error {
	if err := m.Unmount(path, 0); err != nil {
		_ = m.Unmount(path, 2) // want `if m.Unmount\(path, 2\) fails, control goes on to os.RemoveAll\(path\), which destroys path`
	}
	return os.RemoveAll(path)
}

// Elsewhere lets go of another path.
func Elsewhere(m mounter, path, other string) error {
	if err := m.Unmount(path, 0); err != nil { // want `if m.Unmount\(path, 0\) fails, control goes on to os.RemoveAll\(path\), which destroys path`
		if err := m.Unmount(other, 0); err != nil {
			return err
		}
	}
	return os.RemoveAll(path)
}

// Sometimes does not always.
func Sometimes(m mounter, path string, lazy bool) error {
	if err := m.Unmount(path, 0); err != nil && lazy { // want `if m.Unmount\(path, 0\) fails, control goes on to os.RemoveAll\(path\), which destroys path`
		if err := m.Unmount(path, 2); err != nil {
			return err
		}
	}
	return os.RemoveAll(path)
}

type store interface {
	Kept(ctx context.Context, name string) (bool, error)
	KeptAt(ctx context.Context, n int) (bool, error)
	Delete(ctx context.Context, name string) error
}

// Twice asks twice.
func Twice(ctx context.Context, s store, name string) error {
	kept, err := s.Kept(ctx, name)
	if err != nil {
		log.Print(err)
		if kept, err = s.Kept(ctx, name); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	if kept {
		return nil
	}
	return s.Delete(ctx, name)
}

// Both asks about two names.
func Both(ctx context.Context, s store, name, other string) error {
	kept, err := s.Kept(ctx, name)
	if err != nil { // want `control goes on to s.Delete\(ctx, name\)`
		log.Print(err)
	}
	also, err := s.Kept(ctx, other)
	if err != nil {
		return err
	}
	if kept || also {
		return nil
	}
	return s.Delete(ctx, name)
}

// Numbers are names, too.
func Numbers(ctx context.Context, s store, name string) error {
	kept, err := s.KeptAt(ctx, 1)
	if err != nil { // want `control goes on to s.Delete\(ctx, name\)`
		log.Print(err)
	}
	also, err := s.KeptAt(ctx, 2)
	if err != nil {
		return err
	}
	if kept || also {
		return nil
	}
	return s.Delete(ctx, name)
}
