package flow

import (
	"slices"
	"strings"
	"testing"
)

// TestFold folds the argument of the only call of use.
func TestFold(t *testing.T) {
	const unknown = "unknown"
	for _, test := range []struct{ name, src, want string }{
		{"constant", `func f() { use(1) }`, "1"},
		{"variable", `func f() { x := 2; y := x * 3; use(y + 1) }`, "7"},
		{"string", `func f() { a := "x"; b := a + "/"; use(b + a) }`, `"x/x"`},
		{"bytes", `func f() { use([]byte("x")) }`, `"x"`},
		{"len", `func f() { s := "abc"; use(len(s)) }`, "3"},
		{"phi of equals", `func f(c bool) { x := 1; if c { x = 1 }; use(x) }`, "1"},
		{"phi", `func f(c bool) { x := 1; if c { x = 2 }; use(x) }`, unknown},
		{"division", `func f() { x := 7; use(x / 2) }`, "3"},
		{"division by zero", `func f() { x, y := 7, 0; use(x / y) }`, unknown},
		{"overflow", `func f() { x := uint8(200); use(x + 100) }`, unknown},
		{"negative", `func f() { x := int8(-127); use(x - 1) }`, "-128"},
		{"conversion", `func f() { x := 3; use(float64(x) / 2) }`, "1.5"},
		{"truncation", `func f() { x := 3.7; use(int(x)) }`, "3"},
		{"rune", `func f() { x := 'a'; use(string(x)) }`, `"a"`},
		{"zero value", `func f() { var x int; func() { _ = x }(); use(x) }`, "0"},
		{"captured", `func f() { x := 4; func() { use(x) }() }`, "4"},
		{"captured and changed", `func f() { x := 4; func() { use(x) }(); x = 5 }`, unknown},
		{"counter", `func f() { for i := 0; i < 3; i++ { use(i) } }`, unknown},
		{"global", `var g = "a" + "b"; func f() { use(g) }`, `"ab"`},
		{"global chain", `var g = h; var h = 5; func f() { use(g) }`, "5"},
		{"global assigned", `var g = 1; func f() { use(g) }; func h() { g = 2 }`, unknown},
		{"global address taken", `var g = 1; func f() { use(g) }; func h() *int { return &g }`, unknown},
		{"global without initialiser", `var g string; func f() { use(g) }`, unknown},
		{"address taken", `func h(*int); func f() { x := 1; h(&x); use(x) }`, unknown},
		{"stored after call", `func h(*int); func f() { x := 1; h(&x); x = 2; use(x) }`, "2"},
		{"field", `func f() { var c struct{ A, B int }; c.A = 1; c.B = 2; use(c.A); h(&c) }; func h(any)`, "1"},
		{"field not set", `func f() { var c struct{ A, B int }; c.B = 1; use(c.A); h(&c) }; func h(any)`, "0"},
		{"element", `func f(c []struct{ A int }, i, j int) { c[i].A = 1; c[j].A = 2; use(c[i].A) }`, unknown},
		{"other field of alias", `type T struct { A, B int }; func f(x, y *T) { x.A = 1; y.B = 2; use(x.A) }`, "1"},
		{"same field of alias", `type T struct { A, B int }; func f(x, y *T) { x.A = 1; y.A = 2; use(x.A) }`, unknown},
		{"whole through alias", `type T struct { A, B int }; func f(x, y *T) { x.A = 1; *y = T{}; use(x.A) }`, unknown},
		{"call between", `type T struct { A, B int }; func f(x *T) { x.A = 1; h(); use(x.A) }; func h()`, unknown},
		{"goroutine", `func f() { x := 1; go func() { x = 2 }(); use(x) }`, unknown},
		{"loop", `func f(c bool) { x := 1; func() { _ = x }(); for c { use(x); x = 2 } }`, unknown},
		{"both branches", `func f(c bool) { x := 1; func() { _ = x }(); if c { x = 2 }; use(x) }`, unknown},
		{"address stored", `var g *int; func h(); func f() { x := 1; g = &x; h(); use(x) }`, unknown},
		{"field overwritten by call", `func f() { var c struct{ A int }; c.A = 1; h(&c); use(c.A) }; func h(any)`, unknown},
		{"rounding", `func f() { x := 0.29; use(int(x * 100)) }`, "28"},
		{"doubling", `func f() { x := 1; ` + strings.Repeat("x += x; ", 100) + `use(x) }`, unknown},
		{"duration", `type D int64; const H D = 3600; func f() { use(24 * H) }`, "86400"},
		{"parameter", `func f(x int) { use(x) }`, unknown},
		{"nil", `func f() { use(nil) }`, unknown},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := load(t, "func use(x any) {}\n"+test.src)
			got := unknown
			if c, ok := p.Fold(calls(t, p, "use")[0].Common().Args[0]); ok {
				got = c.ExactString()
				if c.Kind().String() == "Float" {
					got = c.String()
				}
			}
			if got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// TestInitialInTests: what tests assign to a variable counts in tests only.
func TestInitialInTests(t *testing.T) {
	p := load(t, `
var size = 10
func use(x any) {}
func f() { use(size) }`, `
func g() { size = 1; use(size + 0) }`)
	var got []bool
	for _, call := range calls(t, p, "use") {
		_, ok := p.Fold(call.Common().Args[0])
		got = append(got, ok)
	}
	if want := []bool{true, false}; !slices.Equal(got, want) {
		t.Errorf("folds %t, want %t", got, want)
	}
}
