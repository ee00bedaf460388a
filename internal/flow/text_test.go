package flow

import "testing"

// TestText compares the texts of the first arguments of all calls of show.
func TestText(t *testing.T) {
	const prelude = `
func show(n int64) {}
type box struct { n int64 }
func (b *box) count(a, c, d int64) int64 { return b.n + a*c*d }
var global int64
`
	for _, test := range []struct{ src, want string }{
		{`func f(a int64) { show(a) }`, "a"},
		{`func f() { show(7) }`, "7"},
		{`func f(a int64) { show(a + 1) }`, "a + 1"},
		{`func f(b *box) { show(b.n) }`, "b.n"},
		{`func f(b *box, a int64) { show(b.count(1, a, 3)) }`, "b.count(1, a, 3)"},
		{`func f(small int32) { show(int64(small)) }`, "int64(small)"},
		{`func f() { show(global) }`, "global"},
		{`func f(list []int64) { show(list[0]) }`, "list[0]"},
		{`func f(a int64) { n := a; if a > 0 { n = 2 }; show(n) }`, "n"},
		{`func f(b *box) { show((*b).count(b.n, 3, 4)) }`, "(*b).count(b.n, 3, 4)"},
	} {
		p := load(t, prelude+test.src)
		for _, call := range calls(t, p, "show") {
			if got := Text(p.pass, Resolve(Args(call)[0])); got != test.want {
				t.Errorf("%s: %q, want %q", test.src, got, test.want)
			}
		}
	}
}
