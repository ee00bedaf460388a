// Package generics has type parameters.
package generics

import (
	"os"
	"path/filepath"
)

// A Store holds values below a directory.
type Store[V any] struct{ root string }

func (s *Store[V]) Delete(key string) error { // want Delete:`removesBelow\[1\]`
	return os.RemoveAll(filepath.Join(s.root, key)) // want `with key "" removes s.root itself`
}

func (s *Store[V]) Forget(key string) error {
	if key == "" {
		return os.ErrInvalid
	}
	return os.RemoveAll(filepath.Join(s.root, key))
}

func Delete[K ~string](root string, key K) error {
	return os.RemoveAll(filepath.Join(root, string(key))) // what K allows is its own business
}

func key[V any](s *Store[V]) error { return s.Forget("key") }
