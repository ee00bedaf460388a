package engine

import (
	"context"
	"reflect"
	"testing"
)

// TestOnlyTests: what only tests or nobody calls is left out, if that is known.
func TestOnlyTests(t *testing.T) {
	dir := unpack(t, `
-- internal/a/a.go --
package a

func Used() {}

func Idle() { Idle() }

func Tested() {}

func Elsewhere() {}

func unexported() {}

type T int

func (T) Method() {}
-- internal/a/a_other.go --
//go:build never

package a

func other() { Elsewhere() }
-- internal/a/a_test.go --
package a

func helper() { Tested() }
-- b/b.go --
package b

import "example.com/m/internal/a"

// Idle and Tested are not called here.
func B() { a.Used() }
-- b/b_test.go --
package b

import "example.com/m/internal/a"

func helper() { a.Tested() }
`)
	funcs := toy("funcs", reportFuncs)
	funcs.SilentInTests = true
	run := func(patterns ...string) []string {
		t.Helper()
		res, err := Run(context.Background(), options(dir, funcs), patterns...)
		if err != nil {
			t.Fatal(err)
		}
		return describe(dir, res.Findings)
	}
	want := []string{
		"b/b.go:6 funcs func B", "internal/a/a.go:3 funcs func Used", "internal/a/a.go:9 funcs func Elsewhere",
		"internal/a/a.go:11 funcs func unexported", "internal/a/a.go:15 funcs func Method",
	}
	if got := run("./..."); !reflect.DeepEqual(got, want) {
		t.Errorf("of the whole module: %v, want %v", got, want)
	}
	if got := run("./internal/a"); len(got) != 6 {
		t.Errorf("of one package: %v, want all functions", got)
	}
	funcs.SilentInTests = false
	if got := run("./..."); len(got) < 7 {
		t.Errorf("of a rule that speaks of tests: %v, want all functions", got)
	}
}
