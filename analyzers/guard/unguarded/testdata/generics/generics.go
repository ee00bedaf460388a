// Package generics has type parameters.
package generics

// A Set holds members, which may be pinned.
type Set[T comparable] struct {
	members map[T]bool
	pinned  bool //leapguard:flag clear when=false
}

// Clear removes all members.
//
//leapguard:danger clear recv
func (s *Set[T]) Clear() { clear(s.members) }

// Free tells whether s may be cleared.
//
//leapguard:check clear recv when=true
func (s *Set[T]) Free() bool { return !s.pinned }

// Clear removes all members of a set.
//
//leapguard:danger clear s
func Clear[T comparable](s *Set[T]) { clear(s.members) }

// Check tells whether a set may be cleared.
//
//leapguard:check clear s
func Check[T comparable](s *Set[T]) error { return nil }

func clearInt(s, other *Set[int]) {
	if s.pinned {
		return
	}
	s.Clear()
	other.Clear() // want `other\.Clear\(\) is reached though no check of kind clear holds for other`
}

func clearAny[T comparable](s, other *Set[T]) {
	if s.Free() {
		s.Clear()
		Clear(s)
		Clear[T](other) // want `no check of kind clear holds for other`
	}
}

func reset[T comparable](s *Set[T]) { Clear(s) }

// Reset checks.
func Reset(s *Set[string]) {
	if Check(s) == nil {
		reset(s)
	}
}

// ResetInt does not.
func ResetInt(s *Set[int]) {
	reset(s) // want `reset\(s\) leads to Clear though no check of kind clear holds for s`
}

func free[T comparable](s *Set[T]) bool { return s != nil && !s.pinned }

// Inferred uses an inferred check.
func Inferred(s *Set[int]) {
	if free(s) {
		s.Clear()
	}
}

type clearer interface{ Clear() }

func clearAll[T clearer](list []T) {
	for _, c := range list {
		c.Clear()
	}
}

// All goes through a type parameter's method, which is not annotated.
func All(s []*Set[int]) { clearAll(s) }
