// Package silent keeps volumes whose users it could not count.
package silent

import (
	"context"
	"fmt"
)

type Volumes interface {
	Users(ctx context.Context, name string) (int, error)
	Delete(ctx context.Context, name string) error
}

func Collect(ctx context.Context, v Volumes, name string) error {
	users, err := v.Users(ctx, name)
	if err != nil {
		return fmt.Errorf("users of %s: %w", name, err)
	}
	if users > 0 {
		return nil
	}
	return v.Delete(ctx, name)
}
