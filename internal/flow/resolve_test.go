package flow

import (
	"fmt"
	"testing"

	"golang.org/x/tools/go/ssa"
)

const resolvePrelude = `
type S string
type T struct{ A int }
type I interface{ M() }
type J interface { M(); N() }
func get() T { return T{} }
func call() string { return "" }
func iface() J { return nil }
func number() int { return 0 }
func use(x any) {}
`

// TestResolve tells what kind of value the argument of the first call of use
// resolves to.
func TestResolve(t *testing.T) {
	for _, test := range []struct{ name, src, want string }{
		{"interface", `func f() { use(call()) }`, "*ssa.Call"},
		{"named type", `func f() { use(S(call())) }`, "*ssa.Call"},
		{"bytes", `func f() { use([]byte(call())) }`, "*ssa.Call"},
		{"string of bytes", `func f() { use(string([]byte(call()))) }`, "*ssa.Call"},
		{"narrower interface", `func f() { use(I(iface())) }`, "*ssa.Call"},
		{"wider number", `func f() { use(int64(number())) }`, "*ssa.Convert"},
		{"runes", `func f() { use([]rune(call())) }`, "*ssa.Convert"},
		{"assertion", `func f() { use(iface().(I)) }`, "*ssa.TypeAssert"},
		{"variable", `func f() { x := call(); func() { _ = x }(); use(x) }`, "*ssa.Call"},
		{"captured", `func f() { x := call(); func() { use(x) }() }`, "*ssa.Call"},
		{"captured, part assigned later", `func f() { x := get(); defer func() { use(x) }(); x.A = 2 }`, "*ssa.UnOp"},
		{"captured by two", `func f() { x := call(); func() { _ = x }(); func() { use(x) }() }`, "*ssa.Call"},
		{"changed by closure", `func f() { x := call(); func() { x = "" }(); use(x) }`, "*ssa.UnOp"},
		{"changed by deferred closure", `func f() { x := call(); defer func() { x = "" }(); use(x) }`, "*ssa.Call"},
		{"loop variable", `func f() { for i := 0; i < 9; i++ { func() { use(i) }() } }`, "*ssa.UnOp"},
		{"changed in loop", `func f() { x := call(); for { func() { _ = x }(); use(x); x = "" } }`, "*ssa.UnOp"},
		{"parameter", `func f(x string) { defer func() { _ = x }(); use(x) }`, "*ssa.Parameter"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := load(t, resolvePrelude+test.src)
			if got := fmt.Sprintf("%T", Resolve(calls(t, p, "use")[0].Common().Args[0])); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// TestResolveResult: deferred closures run before the result is read.
func TestResolveResult(t *testing.T) {
	for _, test := range []struct{ name, body, want string }{
		{"read", `defer func() { use(x) }(); x = 1; return`, "*ssa.Const"},
		{"changed", `defer func() { x = 2 }(); x = 1; return`, "*ssa.UnOp"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := load(t, resolvePrelude+`func f() (x int) { `+test.body+` }`)
			var got string
			for _, block := range p.Package().Func("f").Blocks {
				if ret, ok := lastInstr(block).(*ssa.Return); ok && block != block.Parent().Recover {
					got = fmt.Sprintf("%T", Resolve(ret.Results[0]))
				}
			}
			if got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}
