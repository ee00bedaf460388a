// Package edge holds what is at the border of what is known.
package edge

import (
	"context"
	"errors"
	"reflect"

	"example.com/unrestored/maint"
)

func work(n *maint.Node) error { return errors.New("no work") }

func viaSwitch(n *maint.Node) error {
	switch err := maint.Disable(n); {
	case err != nil:
		return err
	case n.Disk == "":
		return maint.Enable(n)
	}
	return maint.Enable(n)
}

// A panic that is caught leads to a return.
func recovers(n *maint.Node) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("panic")
		}
	}()
	maint.Disable(n) // want `is not undone when line 33 panics`
	if n.Disk == "" {
		panic("no disk")
	}
	return maint.Enable(n)
}

func restoresOnPanic(n *maint.Node) (err error) {
	defer func() {
		if r := recover(); r != nil {
			maint.Enable(n)
		}
	}()
	maint.Disable(n)
	if n.Disk == "" {
		panic("no disk")
	}
	return maint.Enable(n)
}

func onlyOnPanic(n *maint.Node) (err error) {
	defer func() {
		if r := recover(); r != nil {
			maint.Enable(n)
		}
	}()
	maint.Disable(n) // want `is not undone when the function returns at line 58`
	return work(n)
}

func twice(n *maint.Node) {
	maint.Disable(n) // want `is followed by the same again, deferred at line 63, which leaves the protection of kind maint off`
	defer maint.Disable(n)
}

func inGoroutine(n *maint.Node) {
	maint.Disable(n)
	go func() {
		defer maint.Enable(n)
		work(n)
	}()
}

func throughReflection(n *maint.Node) {
	maint.Disable(n)
	reflect.ValueOf(maint.Enable).Call([]reflect.Value{reflect.ValueOf(n)})
}

func throughTable(n *maint.Node, table map[string]func(*maint.Node) error) {
	maint.Disable(n) // want `is not undone when the function returns at line 82`
	table["enable"](n)
}

func throughField(n *maint.Node) {
	steps := struct{ undo func(*maint.Node) error }{maint.Enable}
	maint.Disable(n)
	steps.undo(n)
}

// Two variables that always agree.
func correlated(n *maint.Node, upgrade bool) {
	prepare := upgrade
	if prepare {
		maint.Disable(n)
	}
	work(n)
	if upgrade {
		maint.Enable(n)
	}
}

type options struct{ disable, enable bool }

// Two fields that always agree, which is not known; but what restores is up to
// the options.
func options2(n *maint.Node, o options) {
	if o.disable {
		maint.Disable(n)
	}
	work(n)
	if o.enable {
		maint.Enable(n)
	}
}

func changedContext(ctx context.Context, n *maint.Node, fail bool) error {
	n.Suspend(ctx)
	if ctx.Err() != nil {
		n.Resume(context.Background())
		return ctx.Err()
	}
	n.Resume(ctx)
	return nil
}

// keptAlive gives up for a context that is over, and else keeps the node so.
func keptAlive(ctx context.Context, n *maint.Node) error {
	n.Suspend(ctx) // want `is not undone when the function returns at line 133`
	if ctx.Err() != nil {
		n.Resume(context.Background())
		return ctx.Err()
	}
	return nil
}

func overByError(ctx context.Context, n *maint.Node) error {
	n.Suspend(ctx) // want `the context is over at line 139`
	if ctx.Err() != nil {
		n.Resume(ctx)
		return ctx.Err()
	}
	n.Resume(ctx)
	return nil
}

func endless(n *maint.Node) {
	maint.Disable(n)
	for {
		work(n)
	}
}

func labelled(nodes [][]*maint.Node) {
outer:
	for _, list := range nodes {
		for _, n := range list {
			maint.Disable(n) // want `is not undone when the loop goes on`
			if work(n) != nil {
				continue outer
			}
			maint.Enable(n)
		}
	}
}

func jumps(n *maint.Node) error {
	maint.Disable(n)
	err := work(n)
	if err != nil {
		goto done
	}
	err = work(n)
done:
	maint.Enable(n)
	return err
}
