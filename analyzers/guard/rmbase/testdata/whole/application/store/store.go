// Package store serves the application.
package store

import (
	"os"
	"path/filepath"
)

// A Store holds values.
type Store struct{ root string }

// Delete is called through an interface.
func (s *Store) Delete(key string) error { return os.RemoveAll(filepath.Join(s.root, key)) }

// Remove is called by the program.
func Remove(root, tenant string) error { return os.RemoveAll(filepath.Join(root, tenant)) }
