// Package generics deletes objects of any type.
package generics

import (
	"context"
	"log"
)

type store[T comparable] interface {
	Keep(ctx context.Context, key T) (bool, error)
	Delete(ctx context.Context, key T) error
}

func Expire[T comparable](ctx context.Context, s store[T], key T) error {
	keep, err := s.Keep(ctx, key)
	if err != nil { // want `if s.Keep\(ctx, key\) fails, control goes on to s.Delete\(ctx, key\)`
		log.Print(err)
	}
	if keep {
		return nil
	}
	return s.Delete(ctx, key)
}
