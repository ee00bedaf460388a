package flow

import (
	"slices"
	"testing"
)

const pathPrelude = `
type Meta struct { Protected bool; Owner string }
type Node struct { *Meta; M Meta; P *Meta; Name string; Disks []*Disk; ByName map[string]*Disk }
type Disk struct { Path string; Bad bool }
func wipe(x any) {}
func get() *Node { return nil }
func two() (*Node, error) { return nil, nil }
func (n *Node) Wipe() {}
`

// TestPathOf compares the paths of the arguments of all calls of wipe.
func TestPathOf(t *testing.T) {
	for _, test := range []struct {
		name, src string
		want      []string
	}{
		{"field", `func f(n *Node) { wipe(n.M.Owner); wipe(&n.M); wipe(n.M) }`, []string{"n.M.Owner", "n.M", "n.M"}},
		{"promoted", `func f(n *Node) { wipe(n.Owner); wipe(n.Meta.Owner) }`, []string{"n.Meta.Owner", "n.Meta.Owner"}},
		{"pointer", `func f(n *Node) { m := n.P; wipe(m.Owner); wipe(n.P.Owner) }`, []string{"n.P.Owner", "n.P.Owner"}},
		{"deref", `func f(n *Node) { wipe(n); wipe(*n) }`, []string{"n", "n"}},
		{"value parameter", `func f(n Node) { wipe(n.M.Owner); wipe(&n.M); wipe(n) }`, []string{"n.M.Owner", "n.M", "n"}},
		{"copy", `func f(n *Node) { m := *n; wipe(&m); wipe(m.M.Owner); wipe(n.M.Owner) }`, []string{"m", "m.M.Owner", "n.M.Owner"}},
		{"reassigned", `func f(n *Node) { wipe(n); n = get(); wipe(n) }`, []string{"n", "get()"}},
		{"reassigned and captured", `func f(n *Node) { wipe(n); n = get(); wipe(n); defer func() { _ = n }() }`, []string{"n", "get()"}},
		{"captured", `func f(n *Node) { defer func() { wipe(n.M.Owner) }(); wipe(n.M.Owner) }`, []string{"n.M.Owner", "n.M.Owner"}},
		{"captured twice", `func f(n *Node) { func() { func() { wipe(n.P) }() }() }`, []string{"n.P"}},
		{"assigned after capture", `func f() { var n *Node; g := func() { wipe(n) }; n = get(); g() }`, []string{"n"}},
		{"loop variable", `func f(ns []*Node) { for _, n := range ns { go func() { wipe(n) }(); wipe(n) } }`, []string{"ns[...]", "ns[...]"}},
		{"index", `func f(n *Node, i int) { wipe(n.Disks[0].Path); wipe(n.Disks[i].Path); wipe(&n.Disks[i].Path); wipe(n.Disks[i+1]) }`,
			[]string{"n.Disks[0].Path", "n.Disks[i].Path", "n.Disks[i].Path", "n.Disks[...]"}},
		{"map", `func f(n *Node, k string) { wipe(n.ByName["a.b"]); wipe(n.ByName[k].Path); d, ok := n.ByName[k]; _ = ok; wipe(d) }`,
			[]string{`n.ByName["a.b"]`, "n.ByName[k].Path", "n.ByName[k]"}},
		{"assertion", `func f(x any) { n := x.(*Node); wipe(n.Name); if m, ok := x.(*Node); ok { wipe(m.Name) } }`, []string{"x.Name", "x.Name"}},
		{"results", `func f() { n, err := two(); _ = err; wipe(n.P) }`, []string{"two().P"}},
		{"global", `var g *Node; func f() { wipe(g.P); wipe(&g) }`, []string{"g.P", "g"}},
		{"accessor", `func (n *Node) Owner() string { return n.M.Owner }; func f(n *Node) { wipe(n.Owner()); wipe(n.M.Owner) }`,
			[]string{"n.M.Owner", "n.M.Owner"}},
		{"accessor that tests for nil", `func (n *Node) Own() *Meta { if n != nil { return n.P }; return nil }; func f(n *Node) { wipe(n.Own().Owner) }`,
			[]string{"n.P.Owner"}},
		{"accessor of generic", `func (g *G[T]) Val() T { return g.V }; func f(n *G[*Node]) { wipe(n.Val().P) }; type G[T any] struct { V T }`,
			[]string{"n.V.P"}},
		{"accessor with effect", `var hits int; func (n *Node) Own() *Meta { hits++; return n.P }; func f(n *Node) { wipe(n.Own()) }`, []string{"Own()"}},
		{"accessor of several", `func (n *Node) Own() *Meta { if n.Name == "" { return n.P }; return n.Meta }; func f(n *Node) { wipe(n.Own()) }`, []string{"Own()"}},
		{"getter", `type B struct{ Name string; R R }; type R interface { GetName() string }; func (b *B) GetName() string; func (b *B) GetR() string
			func f(b *B) { wipe(b.GetName()); wipe(b.R.GetName()); wipe(b.GetR()) }`, []string{"b.Name", "GetName()", "GetR()"}},
		{"getter with effect", `type Q struct{ Next *Node; rest []*Node }; func f(q *Q) { wipe(q.GetNext()); g := (*Q).GetNext; wipe(g(q)); wipe((&W{q}).GetNext()) }
			func (q *Q) GetNext() *Node { q.Next, q.rest = q.rest[0], q.rest[1:]; return q.Next }; type W struct{ *Q }`, []string{"GetNext()", "GetNext()", "GetNext()"}},
		{"generic", `func f[T any](n *G[T]) { wipe(n.V); wipe(&n.V) }; type G[T any] struct { V T }`, []string{"n.V", "n.V"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := load(t, pathPrelude+test.src)
			var got []string
			for _, call := range calls(t, p, "wipe") {
				path, _ := PathOf(call.Common().Args[0])
				got = append(got, path.String())
			}
			if len(got) != len(test.want) {
				t.Fatalf("got %q, want %q", got, test.want)
			}
			for i := range got {
				if got[i] != test.want[i] {
					t.Errorf("path %d is %q, want %q", i, got[i], test.want[i])
				}
			}
		})
	}
}

func TestPath(t *testing.T) {
	p := load(t, pathPrelude+`func f(n *Node, i, j int) { wipe(n); wipe(n.M); wipe(n.M.Owner); wipe(n.Disks[i]); wipe(n.Disks[j]); wipe(n.Disks[i].Path); wipe(n.Name) }`)
	var paths []Path
	for _, call := range calls(t, p, "wipe") {
		path, ok := PathOf(call.Common().Args[0])
		if !ok {
			t.Fatalf("no path for %s", call)
		}
		paths = append(paths, path)
	}
	n, m, owner, di, dj, dip, name := paths[0], paths[1], paths[2], paths[3], paths[4], paths[5], paths[6]
	for _, test := range []struct {
		p, prefix Path
		want      bool
	}{
		{n, n, true},
		{owner, n, true},
		{owner, m, true},
		{m, owner, false},
		{name, m, false},
		{dip, di, true},
		{dip, dj, false},
	} {
		if got := test.p.HasPrefix(test.prefix); got != test.want {
			t.Errorf("%s has prefix %s: got %t, want %t", test.p, test.prefix, got, test.want)
		}
	}
	if di == dj {
		t.Errorf("%s and %s are the same", di, dj)
	}
	if got := m.Field("Owner"); got != owner {
		t.Errorf("Field: got %s, want %s", got, owner)
	}
	if got, want := dip.Fields(), []string{"Disks", "[i]", "Path"}; !slices.Equal(got, want) {
		t.Errorf("Fields: got %q, want %q", got, want)
	}
	if got := dip.Root(); got != p.Package().Func("f").Params[0] {
		t.Errorf("Root: got %s", got)
	}
}

func TestNoPath(t *testing.T) {
	p := load(t, `
func wipe(x any) {}
func f(a, b int) {
	wipe(1)
	wipe(a + b)
	wipe(f)
	wipe(func() { println(a) })
	wipe(-a)
}`)
	for _, call := range calls(t, p, "wipe") {
		if path, ok := PathOf(call.Common().Args[0]); ok {
			t.Errorf("%s has path %s", call, path)
		}
	}
}
