// Package bad leaves protections off.
package bad

import (
	"context"
	"errors"

	"example.com/unrestored/maint"
)

func work(n *maint.Node) error { return errors.New("no work") }

func earlyReturn(n *maint.Node) error {
	if err := maint.Disable(n); err != nil { // want `maint.Disable\(n\) is not undone when the function returns at line 18, which leaves the protection of kind maint off$`
		return err
	}
	if err := work(n); err != nil {
		return err
	}
	return maint.Enable(n)
}

func never(n *maint.Node) {
	maint.Disable(n) // want `is not undone when the function returns at line 25,`
}

func onSuccessOnly(n *maint.Node) (err error) {
	n.Suspend(context.Background()) // want `n.Suspend\(context.Background\(\)\) is not undone when the function returns at line 34`
	defer func() {
		if err == nil {
			n.Resume(context.Background())
		}
	}()
	return work(n)
}

func onSuccessAlone(n *maint.Node) error {
	maint.Disable(n) // want `is not undone when the function returns at line 43`
	err := work(n)
	if err == nil {
		maint.Enable(n)
	}
	return err
}

func panics(n *maint.Node) {
	maint.Disable(n) // want `maint.Disable\(n\) is not undone when line 49 panics`
	if n.Disk == "" {
		panic("no disk")
	}
	maint.Enable(n)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// The panic comes between the off and the defer statement.
func deferredTooLate(n *maint.Node) {
	maint.Disable(n) // want `is not undone when line 63 panics`
	must(work(n))
	defer maint.Enable(n)
	must(work(n))
}

func continues(nodes []*maint.Node) {
	for _, n := range nodes {
		maint.Disable(n) // want `is not undone when the loop goes on at line 71`
		if work(n) != nil {
			continue
		}
		maint.Enable(n)
	}
}

func breaks(nodes []*maint.Node) {
	for _, n := range nodes {
		maint.Disable(n) // want `is not undone when the function returns at line 86`
		if work(n) != nil {
			break
		}
		maint.Enable(n)
	}
}

func otherNode(old, next *maint.Node) error {
	maint.Disable(old) // want `is not undone when the function returns at line 91, which leaves the protection of kind maint off; line 90 restores another object`
	defer maint.Enable(next)
	return work(old)
}

type pair struct{ a, b *maint.Node }

func otherField(p *pair) {
	p.a.Suspend(context.Background()) // want `line 98 restores another object`
	p.b.Resume(context.Background())
}

func cancelled(ctx context.Context, n *maint.Node) error {
	ctx, cancel := context.WithCancel(ctx)
	n.Suspend(ctx)      // want `is not undone when the function returns at line 106, .*; the context is over at line 104`
	defer n.Resume(ctx) // runs after cancel
	defer cancel()
	return work(n)
}

func cancelledBefore(ctx context.Context, n *maint.Node) {
	ctx, cancel := context.WithCancel(ctx)
	n.Suspend(ctx) // want `the context is over at line 114`
	work(n)
	cancel()
	n.Resume(ctx)
}

func done(ctx context.Context, n *maint.Node, ready chan bool) error {
	n.Suspend(ctx) // want `is not undone when the function returns at line 122, .*; the context is over at line 121`
	select {
	case <-ctx.Done():
		n.Resume(ctx)
		return ctx.Err()
	case <-ready:
	}
	n.Resume(ctx)
	return nil
}

func droppedRelease(n *maint.Node) error {
	release, err := maint.Hold(n) // want `maint.Hold\(n\) is not undone when the function returns at line 135`
	if err != nil {
		return err
	}
	if err := work(n); err != nil {
		return err
	}
	release()
	return nil
}

func ignoredRelease(n *maint.Node) {
	_, _ = maint.Hold(n) // want `is not undone when the function returns at line 143`
}

func anything(fail bool) {
	maint.Freeze() // want `maint.Freeze\(\) is not undone when the function returns at line 148, which leaves the protection of kind frozen off`
	if fail {
		return
	}
	maint.Thaw()
}

// What is destroyed on one path is restored on none.
func destroyedOnSuccess(n *maint.Node) error {
	maint.Disable(n) // want `is not undone when the function returns at line 157`
	if err := work(n); err != nil {
		return err
	}
	if maint.MayWipe(n) {
		maint.Wipe(n)
		return nil
	}
	return maint.Enable(n)
}

func offWithoutTTL(n *maint.Node) {
	_ = maint.Pause(n, 0) // want `is not undone when the function returns`
}

func flagNotSet(n *maint.Node) error {
	restore := false
	maint.Disable(n) // want `is not undone when the function returns at line 179`
	defer func() {
		if restore {
			maint.Enable(n)
		}
	}()
	if err := work(n); err != nil {
		return err
	}
	restore = true
	return nil
}

func begin(n *maint.Node) { maint.Disable(n) }

// A function of the package only wraps it.
func throughWrapper(n *maint.Node) error {
	begin(n) // want `begin\(n\) is not undone when the function returns at line 191`
	if err := work(n); err != nil {
		return err
	}
	return maint.Enable(n)
}

func literal(run func(func() error) error, n *maint.Node) error {
	return run(func() error {
		maint.Disable(n) // want `is not undone when the function returns at line 200`
		if err := work(n); err != nil {
			return err
		}
		return maint.Enable(n)
	})
}

// What was not destroyed is not protected.
func notDestroyed(n *maint.Node) error {
	maint.Disable(n) // want `is not undone when the function returns at line 211`
	if maint.MayWipe(n) {
		if err := maint.Format(n); err != nil {
			return err
		}
		return nil
	}
	return maint.Enable(n)
}
