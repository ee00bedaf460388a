package engine

import (
	"context"
	"slices"
	"strings"
	"testing"
)

// TestIdle: what nobody calls, or only tests, is left out, if that is known.
func TestIdle(t *testing.T) {
	dir := unpack(t, `
-- internal/a/a.go --
package a

func Used() {}

func Idle() { Idle() }

func Tested() {}

func Elsewhere() {}

func Mocked() {}

func unexported() {}

type T int

func (T) Method() {}

func (T) Asked() {}

func (T) Unasked() {}

func (T) Routed() {}

type I interface {
	Asked()
	Unasked()
	Routed()
}

//export Linked
func Linked() {}

// Chain and link are called by what nobody calls, and by each other.
func Chain() { link() }

func link() { Chain() }

func Unused() { link() }
-- internal/a/a_other.go --
//go:build never

package a

func other() { Elsewhere() }
-- internal/a/a_test.go --
package a

func helper() { Tested() }
-- internal/mocks/mocks.go --
package mocks

import "example.com/m/internal/a"

func Mocked() { a.Mocked() }
-- b/b.go --
package b

import "example.com/m/internal/a"

// Idle and Tested are not called here.
func B(i a.I) { a.Used(); i.Asked(); route("get:Routed") }

func route(string) {}
-- b/b_test.go --
package b

import "example.com/m/internal/a"

func helper() { a.Tested() }
-- internal/testutil/testutil.go --
package testutil

func Helps() {}

func Idles() {}
-- internal/testutil/testutil_test.go --
package testutil

func helper() { Helps() }
`)
	funcs := toy("funcs", reportFuncs)
	run := func(silentInTests bool, patterns ...string) []string {
		t.Helper()
		funcs.SilentInTests = silentInTests
		res, err := Run(context.Background(), options(dir, funcs), patterns...)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, f := range res.Findings {
			if !strings.HasSuffix(f.File, "_test.go") {
				names = append(names, strings.TrimPrefix(f.Message, "func "))
			}
		}
		slices.Sort(names)
		return names
	}
	called := []string{"Asked", "B", "Elsewhere", "Linked", "Method", "Routed", "Used", "route", "unexported"}
	all := append([]string{"Chain", "Idle", "Mocked", "Tested", "Unasked", "Unused", "link"}, called...)
	slices.Sort(all)
	if got := run(true, "./..."); !slices.Equal(got, called) {
		t.Errorf("of the whole module: %v, want %v", got, called)
	}
	want := slices.Sorted(slices.Values(append([]string{"Helps"}, called...)))
	if got := run(false, "./..."); !slices.Equal(got, want) {
		t.Errorf("of a rule that speaks of tests: %v, want %v", got, want)
	}
	want = slices.DeleteFunc(slices.Clone(all), func(name string) bool { return name == "B" || name == "route" })
	if got := run(true, "./internal/a"); !slices.Equal(got, want) {
		t.Errorf("of one package: %v, want %v", got, want)
	}
}

// TestClosed: functions that other modules may call are not left out.
func TestClosed(t *testing.T) {
	const program = `
-- cmd/c/main.go --
package main

import "example.com/m/lib"

func main() { lib.Used() }
-- lib/lib.go --
package lib

func Used() {}

func Idle() {}
-- apart/apart.go --
package apart

func Idle() {}
`
	for _, test := range []struct {
		name, more string
		want       int
	}{
		{"programs only", "", 3},
		{"a library at the root", "-- m.go --\npackage m\n", 4},
		{"a program at the root", "-- m.go --\npackage main\n\nfunc main() {}\n", 4},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := unpack(t, program+test.more)
			res, err := Run(context.Background(), options(dir, toy("funcs", reportFuncs)), "./...")
			if err != nil {
				t.Fatal(err)
			}
			if got := describe(dir, res.Findings); len(got) != test.want {
				t.Errorf("%v, want %d", got, test.want)
			}
		})
	}
}

// TestIdleMethods: of methods with one name, those are left out of which the types tell
// that nobody calls them.
func TestIdleMethods(t *testing.T) {
	dir := unpack(t, `
-- internal/store/store.go --
package store

type Deleter interface{ Delete() }

type Both interface {
	Deleter
	Insert(rows ...string) (n int, err error)
}

// Called itself.
type Direct struct{}

func (Direct) Delete() {}

// Called through an interface.
type Behind struct{}

func (*Behind) Delete() {}

func (*Behind) Insert(...string) (int, error) { return 0, nil }

// Nobody calls it: it does not implement what is called.
type Alone struct{ other Direct }

func (a Alone) Delete() { a.Delete() }

func (Alone) Insert(int) {}

// Embedded where it may be called.
type Part struct{}

func (Part) Delete() {}

type Full struct{ Part }

func (Full) Insert(names ...string) (int, error) { return 0, nil }
-- main.go --
package main

import "example.com/m/internal/store"

func main() {
	store.Direct{}.Delete()
	run(&store.Behind{})
}

func run(b store.Both) {
	b.Insert()
	erase(b)
}

func erase(b interface{ Delete(); Insert(...string) (int, error) }) { b.Delete() }
`)
	funcs := toy("funcs", reportFuncs)
	res, err := Run(context.Background(), options(dir, funcs), "./...")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range res.Findings {
		if f.Message == "func Delete" {
			got = append(got, f.Decl)
		}
	}
	slices.Sort(got)
	if want := []string{"(*Behind).Delete", "(Direct).Delete", "(Part).Delete"}; !slices.Equal(got, want) {
		t.Errorf("reported: %v, want %v", got, want)
	}
}
