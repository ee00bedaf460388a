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

// All goes through a type parameter's method.
func All(s []*Set[int]) {
	clearAll(s) // want `^clearAll\(s\) leads to Clear though no check of kind clear holds for all of s$`
}

// Members has a method of the same name that destroys nothing.
type Members []int

// Clear is no danger.
func (m Members) Clear() { clear(m) }

// None is not instantiated with anything annotated.
func None[T clearer](x T) { x.Clear() }

// Drop is exported, so not all of its callers are known.
func Drop[T clearer](x T) {
	x.Clear() // want `^x\.Clear\(\) is reached though no check of kind clear holds for x$`
}

func drop[T clearer](x T) { Drop(x) }

type freer interface {
	clearer
	Free() bool
}

// DropFree checks through the type parameter too.
func DropFree[T freer](x, other T) {
	if !x.Free() {
		return
	}
	x.Clear()
	other.Clear() // want `no check of kind clear holds for other`
}

func instances(s *Set[int], m Members) {
	None(m)
	drop(s)
	drop(m)
	DropFree(s, s)
}

// A holder is generic itself.
type holder[T clearer] struct{ x T }

func (h holder[U]) drop() {
	h.x.Clear()
}

// Holders uses it.
func Holders(s *Set[int]) {
	holder[*Set[int]]{s}.drop() // want `leads to Clear though no check of kind clear holds`
}
