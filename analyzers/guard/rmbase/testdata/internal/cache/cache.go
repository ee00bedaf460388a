// Package cache can be called by its own module only, which may test the names.
package cache

import (
	"os"
	"path/filepath"
)

// A Cache holds entries.
type Cache struct{ dir string }

// Drop removes an entry.
func (c *Cache) Drop(name string) error { return os.RemoveAll(filepath.Join(c.dir, name)) }
