package group

import (
	"context"
	"errors"

	"example.com/unguarded/node"
)

func Received(ctx context.Context, n *node.Node) error {
	done := make(chan error, 1)
	go func() { done <- node.Refuse(n) }()
	select {
	case err := <-done:
		if err != nil {
			return err
		}
	case <-ctx.Done():
		return ctx.Err()
	}
	node.Format(n)
	return nil
}

func Answered(n *node.Node) {
	answer := make(chan bool)
	go func() {
		if n.Protected {
			answer <- false
			return
		}
		answer <- true
	}()
	if <-answer {
		node.Format(n)
	}
}

// TimedOut goes on without an answer.
func TimedOut(ctx context.Context, n *node.Node) error {
	done := make(chan error, 1)
	go func() { done <- node.Refuse(n) }()
	select {
	case err := <-done:
		if err != nil {
			return err
		}
	case <-ctx.Done():
	}
	node.Format(n) // want `no check of kind format holds for n`
	return nil
}

// First takes the first answer for both.
func First(a, b *node.Node) {
	done := make(chan error, 2)
	go func() { done <- node.Refuse(a) }()
	go func() { done <- node.Refuse(b) }()
	if <-done == nil {
		node.Format(a) // want `no check of kind format holds for a`
	}
}

// Closed takes a closed channel for an answer.
func Closed(n *node.Node, quick bool) {
	done := make(chan error)
	go func() {
		defer close(done)
		if !quick {
			done <- node.Refuse(n)
		}
	}()
	if <-done == nil {
		node.Format(n) // want `no check of kind format holds for n`
	}
}

// Shared lets others answer.
func Shared(n *node.Node, ask func(chan<- error)) {
	done := make(chan error)
	go ask(done)
	go func() { done <- node.Refuse(n) }()
	if <-done == nil {
		node.Format(n) // want `no check of kind format holds for n`
	}
}

// Made looks at the channel itself.
func Made(n *node.Node) {
	done := make(chan bool)
	go func() { done <- node.Idle(n) }()
	if done != nil {
		node.Format(n) // want `no check of kind format holds for n`
	}
}

// Nil sends nil in any case.
func Nil(n *node.Node) {
	done := make(chan error)
	go func() {
		if err := node.Refuse(n); err != nil && !errors.Is(err, context.Canceled) {
			done <- err
		}
		done <- nil
	}()
	if <-done == nil {
		node.Format(n) // want `no check of kind format holds for n`
	}
}
