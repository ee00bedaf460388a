// Package generics has type parameters.
package generics

// A Set may be pinned.
type Set[T any] struct {
	list   []T
	pinned bool //leapguard:flag clear when=false
}

// Clear clears.
//
//leapguard:danger clear recv.list
func (s *Set[T]) Clear() {}

// Reset clears.
//
//leapguard:danger clear s.lists // want `names s\.lists, but \*Set\[T\] has no field lists`
func Reset[T any](s *Set[T]) {}

// Free tells.
//
//leapguard:check clear s when=nil // want `when=nil does not fit the type T`
func Free[T any](s *Set[T]) (zero T) { return zero }
