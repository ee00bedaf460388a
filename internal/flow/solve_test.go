package flow

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"
)

// called finds the functions that were called on all paths, and "x is true"
// behind branches on x, or where x was set to what is true on each path.
func called(fn *ssa.Function) *Solution[map[string]bool] {
	with := func(s map[string]bool, name string) map[string]bool {
		s = maps.Clone(s)
		s[name] = true
		return s
	}
	return Solve(fn, MustAnalysis[map[string]bool]{
		Entry: map[string]bool{},
		Transfer: func(s map[string]bool, instr ssa.Instruction) map[string]bool {
			if call, ok := instr.(*ssa.Call); ok {
				if fn := Callee(call); fn != nil {
					return with(s, fn.Name())
				}
			}
			return s
		},
		Edge: func(s map[string]bool, from, to *ssa.BasicBlock) map[string]bool {
			for _, c := range EdgeConditions(from, to) {
				if x, k, equal, ok := c.ConstTest(); ok && equal {
					s = with(s, text(x)+" is "+k.String())
				}
			}
			pred := slices.Index(to.Preds, from)
			for _, instr := range to.Instrs {
				if phi, ok := instr.(*ssa.Phi); ok && s[text(phi.Edges[pred])+" is true"] {
					s = with(s, text(phi)+" is true")
				}
			}
			return s
		},
		Meet: func(a, b map[string]bool) map[string]bool {
			a = maps.Clone(a)
			maps.DeleteFunc(a, func(name string, _ bool) bool { return !b[name] })
			return a
		},
		Equal: maps.Equal[map[string]bool, map[string]bool],
	})
}

func list(s map[string]bool) string { return strings.Join(slices.Sorted(maps.Keys(s)), " ") }

const solvePrelude = `
import ("os"; "testing")
func a() {}
func b() {}
func danger() {}
var _ = os.Exit
var _ testing.TB
`

func TestSolve(t *testing.T) {
	for _, test := range []struct{ name, src, want string }{
		{"sequence", `func f() { a(); danger() }`, "a"},
		{"one path", `func f(x bool) { if x { a() }; danger() }`, ""},
		{"all paths", `func f(x bool) { if x { a() } else { a(); b() }; danger() }`, "a"},
		{"edge", `func f(x bool) { if x { return }; a(); danger() }`, "a x is false"},
		{"phi", `func f(x, y, z bool) { var v bool; if z { if !x { return }; v = x } else { if !y { return }; v = y }; danger(); println(v) }`, "v is true"},
		{"phi of one", `func f(x, y, z bool) { var v bool; if z { if !x { return }; v = x } else { v = y }; danger(); println(v) }`, ""},
		{"loop", `func f(x int) { a(); for x > 0 { danger(); b() } }`, "a"},
		{"behind the loop", `func f(x int) { for x > 0 { a() }; danger() }`, ""},
		{"other path stops", `func f(x bool, t testing.TB) { if x { t.Fatal() } else { a() }; danger() }`, "a x is false"},
		{"deferred", `func f() { defer a(); danger() }`, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := load(t, solvePrelude+test.src)
			danger := calls(t, p, "danger")[0]
			state, ok := called(danger.Parent()).Before(danger)
			if got := list(state); !ok || got != test.want {
				t.Errorf("got %q, %t, want %q", got, ok, test.want)
			}
		})
	}
}

func TestSolveUnreached(t *testing.T) {
	p := load(t, solvePrelude+`func f(t testing.TB) { t.Fatal(); danger() }`)
	danger := calls(t, p, "danger")[0]
	if state, ok := called(danger.Parent()).Before(danger); ok {
		t.Errorf("got %q behind a call that never returns", list(state))
	}
}

func TestExits(t *testing.T) {
	p := load(t, solvePrelude+`
func f(x, y, z bool, t testing.TB) int {
	defer a()
	if x {
		b()
		os.Exit(1)
	}
	if y {
		t.FailNow()
	}
	if z {
		panic("z")
	}
	return 1
}`)
	var got []string
	for instr, state := range called(p.Package().Func("f")).Exits() {
		got = append(got, fmt.Sprintf("%T: %s", instr, list(state)))
	}
	slices.Sort(got)
	want := []string{
		"*ssa.Call: b x is true",
		"*ssa.Call: x is false y is true",
		"*ssa.Panic: x is false y is false z is true",
		"*ssa.Return: x is false y is false z is false",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
