// Package good restores what it switches off, or need not.
package good

import (
	"context"
	"errors"
	"log"
	"os"
	"sync"
	"time"

	"example.com/unrestored/maint"
)

func work(n *maint.Node) error { return errors.New("no work") }

func deferred(n *maint.Node) error {
	if err := maint.Disable(n); err != nil {
		return err
	}
	defer maint.Enable(n)
	return work(n)
}

func deferredBefore(n *maint.Node) error {
	defer maint.Enable(n)
	maint.Disable(n)
	return work(n)
}

func deferredLiteral(n *maint.Node) (err error) {
	maint.Disable(n)
	defer func() {
		if e := maint.Enable(n); e != nil && err == nil {
			err = e
		}
	}()
	return work(n)
}

func everyExit(n *maint.Node) error {
	maint.Disable(n)
	if err := work(n); err != nil {
		maint.Enable(n)
		return err
	}
	return maint.Enable(n)
}

func afterTheWork(n *maint.Node) error {
	maint.Disable(n)
	err := work(n)
	if e := maint.Enable(n); err == nil {
		err = e
	}
	return err
}

func joined(n *maint.Node) error {
	err := maint.Disable(n)
	if err == nil {
		err = work(n)
		err = errors.Join(err, maint.Enable(n))
	}
	return err
}

// Control does not come back.
func exits(n *maint.Node) {
	maint.Disable(n)
	if work(n) != nil {
		log.Fatal("no work")
	}
	if n.Disk == "" {
		os.Exit(1)
	}
	maint.Enable(n)
}

func sameCondition(n *maint.Node, upgrade bool) {
	if upgrade {
		maint.Disable(n)
	}
	work(n)
	if upgrade {
		maint.Enable(n)
	}
}

func kind(n *maint.Node) string { return n.Name }

func sameQuestion(n *maint.Node) {
	if kind(n) == "disk" {
		maint.Disable(n)
	}
	work(n)
	if kind(n) == "disk" {
		maint.Enable(n)
	}
}

func remembered(n *maint.Node, upgrade func() bool) {
	off := false
	if upgrade() {
		maint.Disable(n)
		off = true
	}
	work(n)
	if off {
		maint.Enable(n)
	}
}

// It was off before.
func wasOff(n *maint.Node, enabled func(*maint.Node) bool) {
	was := enabled(n)
	maint.Disable(n)
	work(n)
	if was {
		maint.Enable(n)
	}
}

func committed(n *maint.Node) error {
	maint.Disable(n)
	done := false
	defer func() {
		if !done {
			maint.Enable(n)
		}
	}()
	if err := work(n); err != nil {
		return err
	}
	done = true
	return maint.Enable(n)
}

// Returned to the caller.
func released(n *maint.Node) (func(), error) {
	if err := maint.Disable(n); err != nil {
		return nil, err
	}
	return func() { maint.Enable(n) }, nil
}

func releasedOrRestored(n *maint.Node) (func(), error) {
	release, err := maint.Hold(n)
	if err != nil {
		return nil, err
	}
	if err := work(n); err != nil {
		release()
		return nil, err
	}
	return release, nil
}

func methodValue(ctx context.Context, n *maint.Node) func(context.Context) {
	n.Suspend(ctx)
	return n.Resume
}

type session struct {
	node *maint.Node
	end  func(context.Context)
}

func stored(ctx context.Context, n *maint.Node) *session {
	n.Suspend(ctx)
	return &session{node: n, end: n.Resume}
}

func (s *session) Close() { maint.Enable(s.node) }

// The object that is returned restores.
func opened(n *maint.Node) (*session, error) {
	if err := maint.Disable(n); err != nil {
		return nil, err
	}
	return &session{node: n}, nil
}

func destroyed(n *maint.Node) error {
	maint.Disable(n)
	if err := work(n); err != nil {
		return errors.Join(err, maint.Enable(n))
	}
	if maint.MayWipe(n) {
		maint.Wipe(n)
		return nil
	}
	return maint.Enable(n)
}

func leased(n *maint.Node) error {
	if err := maint.Pause(n, time.Hour); err != nil {
		return err
	}
	return work(n)
}

func helper(n *maint.Node) { maint.Enable(n) }

func byHelper(n *maint.Node) error {
	maint.Disable(n)
	defer helper(n)
	return work(n)
}

func byForeignHelper(n *maint.Node) error {
	maint.Disable(n)
	defer maint.Finish(n)
	return work(n)
}

type cleanups struct{ list []func() }

func (c *cleanups) add(f func()) { c.list = append(c.list, f) }

func registered(c *cleanups, n *maint.Node) error {
	maint.Disable(n)
	c.add(func() { maint.Enable(n) })
	return work(n)
}

func registeredBefore(c *cleanups, n *maint.Node) error {
	c.add(func() { maint.Enable(n) })
	maint.Disable(n)
	return work(n)
}

func once(n *maint.Node) error {
	var o sync.Once
	restore := func() { maint.Enable(n) }
	maint.Disable(n)
	defer o.Do(restore)
	return work(n)
}

func allThenAll(nodes []*maint.Node) error {
	for _, n := range nodes {
		if err := maint.Disable(n); err != nil {
			log.Fatal(err)
		}
	}
	for _, n := range nodes {
		maint.Enable(n)
	}
	return nil
}

func deferredInLoop(nodes []*maint.Node) error {
	for _, n := range nodes {
		maint.Disable(n)
		defer maint.Enable(n)
		if err := work(n); err != nil {
			return err
		}
	}
	return nil
}

// The select statement waits until one of its cases is ready.
func waits(ctx context.Context, n *maint.Node, ready <-chan bool) error {
	maint.Disable(n)
	select {
	case <-ctx.Done():
		maint.Enable(n)
		return ctx.Err()
	case <-ready:
	}
	return maint.Enable(n)
}

func allThenDeferred(nodes []*maint.Node) error {
	for _, n := range nodes {
		if err := maint.Disable(n); err != nil {
			log.Fatal(err)
		}
	}
	defer func() {
		for _, n := range nodes {
			maint.Enable(n)
		}
	}()
	return work(nodes[0])
}

func retried(n *maint.Node) {
	maint.Disable(n)
	for range 3 {
		if maint.Enable(n) == nil {
			break
		}
	}
}

func ownContext(ctx context.Context, n *maint.Node) error {
	work2, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	n.Suspend(work2)
	defer n.Resume(context.WithoutCancel(work2))
	return work(n)
}

func cancelLast(ctx context.Context, n *maint.Node) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	n.Suspend(ctx)
	defer n.Resume(ctx)
	return work(n)
}

func again(find func() *maint.Node) {
	maint.Disable(find())
	maint.Enable(find())
}

// suspend is declared itself.
//
//leapguard:off maint n restore=resume
func suspend(n *maint.Node) { maint.Disable(n) }

func resume(n *maint.Node) { maint.Enable(n) }

func pairOfOwn(n *maint.Node) error {
	suspend(n)
	defer resume(n)
	return work(n)
}

// shutDown gives nodes up for good.
func shutDown(n *maint.Node) {
	maint.Disable(n) //leapguard:ok maint the node is taken out of service
}

func destroyedOrRestored(n *maint.Node) error {
	maint.Disable(n)
	if !maint.MayWipe(n) {
		return maint.Enable(n)
	}
	if err := maint.Format(n); err != nil {
		return errors.Join(err, maint.Enable(n))
	}
	return nil
}
