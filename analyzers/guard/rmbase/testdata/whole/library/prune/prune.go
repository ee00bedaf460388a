// Package prune knows what is there.
package prune

import "example.com/library/store"

type deleter interface{ Delete(key string) error }

// All prunes.
func All(s *store.Store, keys []string) (err error) {
	for _, key := range keys {
		err = s.Prune(key)
	}
	return err
}

// Delete deletes through an interface, which is no call of any function there.
func Delete(d deleter) error { return d.Delete("x") }

// How tells how to.
func How() func(root, key string) error { return store.Passed }
