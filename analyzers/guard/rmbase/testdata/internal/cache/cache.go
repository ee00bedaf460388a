// Package cache can be called by its own module only, which has to test the names.
package cache

import (
	"os"
	"path/filepath"
)

// A Cache holds entries.
type Cache struct{ dir string }

// Drop removes an entry.
func (c *Cache) Drop(name string) error { return os.RemoveAll(filepath.Join(c.dir, name)) } // want Drop:`removesBelow\[1\]`

// Remove removes one, the way of a function.
func Remove(root, name string) error { // want Remove:`removesBelow\[1\]`
	return remove(filepath.Join(root, "cache"), name)
}

// Named refuses what is no name.
func Named(root, name string) error {
	if name == "" {
		return os.ErrInvalid
	}
	return remove(root, name)
}

func remove(root, name string) error { return os.RemoveAll(filepath.Join(root, name)) }

// Reviewed is.
func Reviewed(root, name string) error {
	return os.RemoveAll(filepath.Join(root, name)) //leapguard:ok rmbase an empty name means all of them
}

// Local lets "." pass.
func Local(root, name string) error { // want Local:`removesBelow\[1\]`
	if !filepath.IsLocal(name) {
		return os.ErrInvalid
	}
	return remove(root, name)
}

// Clear removes one of several.
func Clear(root, first, second string) error { // want Clear:`removesBelow\[2\]`
	if first == "" {
		return os.ErrInvalid
	}
	return os.RemoveAll(filepath.Join(root, second))
}

// Wipe does not know it all.
func Wipe(name string) error { return os.RemoveAll("/var/cache/" + name) } // want Wipe:`removesBelow\[0\]`
