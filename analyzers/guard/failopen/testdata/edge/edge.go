// Package edge holds what is near to the limit on both sides.
package edge

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
)

type object struct{ Keep bool }

type store interface {
	Find(name string) (*object, error)
	Kept(name string) (bool, error)
	Delete(ctx context.Context, name string) error
	DeleteCache(ctx context.Context, name string) error
}

// Panics: the object that was not found is read through a nil pointer.
func Panics(ctx context.Context, s store, name string) error {
	o, err := s.Find(name)
	if err != nil {
		log.Print(err)
	}
	if o.Keep {
		return nil
	}
	return s.Delete(ctx, name)
}

// Tested does not.
func Tested(ctx context.Context, s store, name string) error {
	o, err := s.Find(name)
	if err != nil { // want `if s.Find\(name\) fails, control goes on to s.Delete`
		log.Print(err)
	}
	if o != nil && o.Keep {
		return nil
	}
	return s.Delete(ctx, name)
}

// Wrapped returns the error in another.
func Wrapped(ctx context.Context, s store, name string) error {
	kept, err := s.Kept(name)
	if err != nil {
		err = fmt.Errorf("kept: %w", err)
	}
	if err != nil {
		return err
	}
	if kept {
		return nil
	}
	return s.Delete(ctx, name)
}

// Collected collects errors and looks at them before.
func Collected(ctx context.Context, s store, name string) error {
	var errs []error
	kept, err := s.Kept(name)
	if err != nil {
		errs = append(errs, err)
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	if kept {
		return nil
	}
	return s.Delete(ctx, name)
}

// OtherKind asks for one kind of error, and goes on at others.
func OtherKind(ctx context.Context, s store, name string) error {
	kept, err := s.Kept(name)
	if errors.Is(err, os.ErrPermission) {
		return err
	}
	if err != nil { // want `if s.Kept\(name\) fails, control goes on to s.Delete`
		log.Print(err)
	}
	if kept {
		return nil
	}
	return s.Delete(ctx, name)
}

// Cached deletes what is made again.
func Cached(ctx context.Context, s store, name string) error {
	kept, err := s.Kept(name)
	if err != nil {
		log.Print(err)
	}
	if kept {
		return nil
	}
	return s.DeleteCache(ctx, name)
}

// Waived was reviewed.
func Waived(ctx context.Context, s store, name string) error {
	kept, err := s.Kept(name)
	//leapguard:ok failopen the operator asked for it
	if err != nil {
		log.Print(err)
	}
	if kept {
		return nil
	}
	return s.Delete(ctx, name)
}

// Unrelated: the answer does not decide.
func Unrelated(ctx context.Context, s store, name string) error {
	kept, err := s.Kept(name)
	if err != nil {
		log.Print(err)
	}
	if kept {
		log.Print("was kept")
	}
	return s.Delete(ctx, name)
}
