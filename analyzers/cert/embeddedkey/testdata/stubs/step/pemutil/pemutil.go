// Package pemutil stands in for the real one.
package pemutil

// Options are not used.
type Options any

func ParseKey(b []byte, opts ...Options) (any, error) { return nil, nil }
