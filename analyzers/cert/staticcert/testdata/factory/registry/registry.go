// Package registry knows how sources are made.
package registry

// A Source is made of a configuration, as often as that is read.
type Source interface{ Run() error }

var factories = make(map[string]func() Source)

// RegisterFactory registers how the sources of a kind are made.
func RegisterFactory(kind string, f func() Source) { factories[kind] = f }
