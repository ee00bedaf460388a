// Package settings drops errors that only a mistake in the program causes.
package settings

import "context"

type flags interface {
	GetBool(name string) (bool, error)
}

type store interface {
	Delete(ctx context.Context, name string) error
}

func Run(ctx context.Context, f flags, s store, name string) error {
	if dry, _ := f.GetBool("dry-run"); dry {
		return nil
	}
	return s.Delete(ctx, name)
}
