// Package store is there for other modules.
package store

import (
	"os"
	"path/filepath"
)

// A Store holds values.
type Store struct{ root string }

// Delete is called by nobody here.
func (s *Store) Delete(key string) error { return os.RemoveAll(filepath.Join(s.root, key)) }

// Purge is called in its package.
func (s *Store) Purge(key string) error { return os.RemoveAll(filepath.Join(s.root, key)) }

// Prune is called in another package.
func (s *Store) Prune(key string) error { return os.RemoveAll(filepath.Join(s.root, key)) }

// Passed is passed on there.
func Passed(root, key string) error { return os.RemoveAll(filepath.Join(root, key)) }

// Again is called by itself only.
func Again(root, key string) error {
	if len(key) > 100 {
		return Again(root, key[100:])
	}
	return os.RemoveAll(filepath.Join(root, key))
}

// All deletes what there is.
func (s *Store) All(keys []string) error {
	for _, key := range keys {
		if err := s.Purge(key); err != nil {
			return err
		}
	}
	return nil
}
