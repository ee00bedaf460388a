//go:build !unix

package boltstore

// syncDir does nothing: names in directories are durable by themselves, or cannot be
// made so.
func syncDir(string) error { return nil }
