// Package wraps wraps an error again and again.
package wraps

import (
	"context"
	"fmt"
)

type store interface {
	Kept(name string) (bool, error)
	Delete(ctx context.Context, name string) error
}

func Loop(ctx context.Context, s store, name string, n int) error {
	kept, err := s.Kept(name)
	for i := range n {
		err = fmt.Errorf("%d: %w", i, err)
	}
	if err != nil {
		return err
	}
	if kept {
		return nil
	}
	return s.Delete(ctx, name)
}

// Next looks at an error of what it does next.
type scheduler interface {
	Cleanup(name string) error
}

type registry interface {
	Scheduler(name string) (bool, scheduler, error)
}

func Next(ctx context.Context, r registry, s store, name string) error {
	if scheduled, sched, _ := r.Scheduler(name); scheduled {
		if err := sched.Cleanup(name); err != nil {
			return err
		}
	}
	return s.Delete(ctx, name)
}
