// Package generics switches protections off in generic code.
package generics

import "example.com/unrestored/maint"

// A Switch protects objects of type T.
type Switch[T any] struct{ off []T }

// Disable switches the protection of an object off.
//
//leapguard:off generic obj restore=Enable
func (s *Switch[T]) Disable(obj T) { s.off = append(s.off, obj) }

// Enable switches it on.
func (s *Switch[T]) Enable(obj T) { s.off = nil }

func early(s *Switch[*maint.Node], n *maint.Node, work func() error) error {
	s.Disable(n) // want `s.Disable\(n\) is not undone when the function returns at line 20`
	if err := work(); err != nil {
		return err
	}
	s.Enable(n)
	return nil
}

func with[T any](s *Switch[T], obj T, work func() error) error {
	s.Disable(obj)
	defer s.Enable(obj)
	return work()
}

func without[T any](s *Switch[T], obj T, work func() error) error {
	s.Disable(obj) // want `s.Disable\(obj\) is not undone when the function returns at line 35`
	if err := work(); err != nil {
		return err
	}
	s.Enable(obj)
	return nil
}

type protector[T any] interface {
	// Suspend switches the protection off.
	//
	//leapguard:off protector obj restore=Resume
	Suspend(obj T)
	Resume(obj T)
}

type implementation struct{}

func (implementation) Suspend(n *maint.Node) {}
func (implementation) Resume(n *maint.Node)  {}

func throughInterface(p protector[*maint.Node], n *maint.Node, work func() error) error {
	p.Suspend(n) // want `is not undone when the function returns at line 57`
	if err := work(); err != nil {
		return err
	}
	p.Resume(n)
	return nil
}

func methodValue(p protector[*maint.Node], n *maint.Node, work func() error) error {
	off, on := p.Suspend, p.Resume
	off(n) // want `is not undone when the function returns at line 67`
	if err := work(); err != nil {
		return err
	}
	on(n)
	return nil
}
