package flow

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"
)

const impliedPrelude = `
import ("errors"; "log"; "os"; "testing")
type Meta struct { Protected bool; State int }
type Node struct { M *Meta; Next *Node }
func danger(x any) {}
func check(n *Node) error { return nil }
func locked(n *Node) bool { return false }
func lookup(n *Node) (bool, error) { return false, nil }
var _ = errors.New
var _ = log.Fatal
var _ = os.Exit
var _ testing.TB
`

// TestConditionsAt lists what is known at the only call of danger. Conditions
// on values without a name are left out.
func TestConditionsAt(t *testing.T) {
	for _, test := range []struct{ name, src, want string }{
		{"early return", `func f(n *Node) { if n.M.Protected { return }; danger(n) }`, "n.M.Protected == false"},
		{"early return of either", `func f(n *Node, x bool) { if n.M.Protected || x { return }; danger(n) }`, "n.M.Protected == false; x == false"},
		{"within", `func f(n *Node, x bool) { if !n.M.Protected && x { danger(n) } }`, "n.M.Protected == false; x == true"},
		{"negated or", `func f(n *Node, x bool) { if !(n.M.Protected || x) { danger(n) } }`, "n.M.Protected == false; x == false"},
		{"either is not enough", `func f(n *Node, x bool) { if !n.M.Protected || x { danger(n) } }`, ""},
		{"compared with true", `func f(n *Node) { if n.M.Protected == true { return }; danger(n) }`, "n.M.Protected == false"},
		{"compared with false", `func f(n *Node) { if false != n.M.Protected { return }; danger(n) }`, "n.M.Protected == false"},
		{"stored", `func f(n *Node, x bool) { ok := !n.M.Protected && x; if ok { danger(n) } }`, "n.M.Protected == false; x == true"},
		{"stored, early return", `func f(n *Node, x bool) { bad := n.M.Protected || x; if bad { return }; danger(n) }`, "n.M.Protected == false; x == false"},
		{"stored by statement", `func f(n *Node) { ok := false; if !n.M.Protected { ok = true }; if ok { danger(n) } }`, "n.M.Protected == false; ok == true"},
		{"stored number", `func f(n *Node) { s := 0; if !n.M.Protected { s = 1 }; if s == 1 { danger(n) } }`, "n.M.Protected == false; s == 1"},
		{"stored error", `func f(n *Node) { var err error; if n.M.Protected { err = errors.New("") }; if err != nil { return }; danger(n) }`,
			"err == nil; n.M.Protected == false"},
		{"stored and captured", `func f(n *Node) { ok := locked(n); defer func() { _ = ok }(); if ok { danger(n) } }`, "locked() == true"},
		{"flag of loop", `func f(ns []*Node, n *Node) { ok := false; for i := 0; i < 9; i++ { if n.M.Protected { ok = true } }; if ok { danger(n) } }`,
			"i >= 9; ok == true"},
		{"nested in phi", `func f(n *Node, x, y bool) { ok := x && (y || n.M.Protected); if !ok { return }; danger(n) }`, "x == true"},
		{"error", `func f(n *Node) { if err := check(n); err != nil { return }; danger(n) }`, "check() == nil"},
		{"nil on the left", `func f(n *Node) { if err := check(n); nil == err { danger(n) } }`, "check() == nil"},
		{"bool and error", `func f(n *Node) { if ok, err := lookup(n); err == nil && ok { danger(n) } }`, "lookup() == nil; lookup() == true"},
		{"error and defer", `func f(n *Node) (err error) { defer func() { if err != nil { println() } }(); err = check(n); if err != nil { return }; danger(n); return }`,
			"check() == nil"},
		{"error that a deferred closure sets", `func f(n *Node) (err error) { defer func() { err = nil }(); err = check(n); if err != nil { return }; danger(n); return }`,
			"check() == nil"},
		{"error that a called closure sets", `func f(n *Node) (err error) { reset := func() { err = nil }; err = check(n); reset(); if err != nil { return }; danger(n); return }`,
			"err == nil"},
		{"continue", `func f(ns []*Node) { for _, n := range ns { if locked(n) { continue }; danger(n) } }`, "locked() == false"},
		{"behind the loop", `func f(ns []*Node, n *Node) { for n.Next != nil { n = n.Next }; danger(n) }`, "n.Next == nil"},
		{"switch", `func f(n *Node) { switch { case n.M.Protected: return; case locked(n): default: danger(n) } }`, "locked() == false; n.M.Protected == false"},
		{"switch true", `func f(n *Node) { switch true { case n.M.Protected: return; default: danger(n) } }`, "n.M.Protected == false"},
		{"switch on value", `func f(n *Node) { switch n.M.State { case 1, 2: return; default: danger(n) } }`, "n.M.State != 1; n.M.State != 2"},
		{"bound", `func f(n *Node) { if 3 < n.M.State { return }; danger(n) }`, "n.M.State <= 3"},
		{"fatal", `func f(n *Node) { if n.M.Protected { log.Fatal() }; danger(n) }`, "n.M.Protected == false"},
		{"own fatal", `func die() { os.Exit(1) }; func f(n *Node) { if n.M.Protected { die() }; danger(n) }`, "n.M.Protected == false"},
		{"fatal in variable", `var exit = os.Exit; func f(n *Node) { if n.M.Protected { exit(1) }; danger(n) }`, "n.M.Protected == false"},
		{"fatal method value", `func f(n *Node, l *log.Logger) { die := l.Fatal; if n.M.Protected { die() }; danger(n) }`, "n.M.Protected == false"},
		{"fatal literal", `func f(n *Node) { die := func() { log.Print(); os.Exit(1) }; if n.M.Protected { die() }; danger(n) }`, "n.M.Protected == false"},
		{"literal that returns", `func f(n *Node) { die := func() { if n.Next != nil { os.Exit(1) } }; if n.M.Protected { die() }; danger(n) }`, ""},
		{"fatal of interface", `func f(t testing.TB, n *Node) { if n.M.Protected { t.Fatal() }; danger(n) }`, "n.M.Protected == false"},
		{"fatal of interface in switch", `func f(t testing.TB, n *Node, x bool) { if n.M.Protected { if x { t.Fatal() } else { t.Skip() } }; danger(n) }`, "n.M.Protected == false"},
		{"variable set behind fatal", `func f(t testing.TB, n *Node, x, y bool) { v := x; if n.M.Protected { t.Fatal(); v = y }; if v { danger(n) } }`,
			"n.M.Protected == false; v == true; x == true"},
		{"error of interface", `func f(t testing.TB, n *Node) { if n.M.Protected { t.Error() }; danger(n) }`, ""},
		{"recursion", `func a() { b() }; func b() { a() }; func f(n *Node) { if n.M.Protected { a() }; danger(n) }`, "n.M.Protected == false"},
		{"goto out of cycle", `func f(t testing.TB, n *Node) { if n.M.Protected { t.FailNow() }; l: danger(n); if n.Next != nil { goto l } }`, "n.M.Protected == false"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := load(t, impliedPrelude+test.src)
			conds := texts(ConditionsAt(calls(t, p, "danger")[0].Block()))
			if got := strings.Join(conds, "; "); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// texts returns conditions in sorted order, without repetitions.
func texts(conds []Cond) []string {
	var out []string
	for _, c := range conds {
		if x := text(c.X); x != "" && !strings.Contains(x, "...") {
			out = append(out, x+" "+c.Op.String()+" "+text(c.Y))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func text(v ssa.Value) string {
	if c, ok := v.(*ssa.Const); ok {
		text, _, _ := strings.Cut(c.String(), ":")
		return text
	}
	path, _ := PathOf(v)
	return path.String()
}

func TestCondTests(t *testing.T) {
	p := load(t, `
func danger() {}
func f(err error, s string, b bool) {
	if err != nil || s == "" || b != false {
		return
	}
	danger()
}`)
	var nils, consts []string
	for _, c := range ConditionsAt(calls(t, p, "danger")[0].Block()) {
		if v, isNil, ok := c.NilTest(); ok && isNil {
			nils = append(nils, v.Name())
		}
		if v, k, equal, ok := c.ConstTest(); ok {
			op := " != "
			if equal {
				op = " == "
			}
			consts = append(consts, v.Name()+op+k.String())
		}
	}
	if want := []string{"err"}; !slices.Equal(nils, want) {
		t.Errorf("nil: %q, want %q", nils, want)
	}
	slices.Sort(consts)
	if want := []string{"b == false", `s != ""`}; !slices.Equal(slices.Compact(consts), want) {
		t.Errorf("constants: %q, want %q", consts, want)
	}
}
