package flow

import (
	"go/token"
	"go/types"
	"testing"
)

const callPrelude = `
import "os"
type Node struct{ Disk }
func (n *Node) Wipe(force bool) {}
type Disk struct{}
func (Disk) Format(s string) {}
type Wiper interface{ Wipe(force bool) }
type List[T any] struct{}
func (l *List[T]) Clear(x T) {}
func Map[T any](x T) {}
func plain(n *Node, b bool) {}
var global = plain
var Hook = plain
var Exit = os.Exit
var assigned = plain
`

// TestCallee looks at the last call in f.
func TestCallee(t *testing.T) {
	for _, test := range []struct {
		name, body, want string
		args             int
	}{
		{"function", `plain(n, true)`, "example.com/p.plain", 2},
		{"method", `n.Wipe(true)`, "(*example.com/p.Node).Wipe", 2},
		{"promoted", `n.Format("")`, "(example.com/p.Disk).Format", 2},
		{"interface", `w.Wipe(true)`, "(example.com/p.Wiper).Wipe", 2},
		{"method value", `g := n.Wipe; g(true)`, "(*example.com/p.Node).Wipe", 2},
		{"interface method value", `g := w.Wipe; g(true)`, "(example.com/p.Wiper).Wipe", 2},
		{"method expression", `(*Node).Wipe(n, true)`, "(*example.com/p.Node).Wipe", 2},
		{"method expression in variable", `g := (*Node).Wipe; g(n, true)`, "(*example.com/p.Node).Wipe", 2},
		{"function variable", `g := plain; g(n, true)`, "example.com/p.plain", 2},
		{"captured variable", `g := n.Wipe; defer func() { g(true) }(); g(true)`, "(*example.com/p.Node).Wipe", 2},
		{"two functions", `g := n.Wipe; if n == nil { g = w.Wipe }; g(true)`, "", 1},
		{"generic method", `l.Clear(1)`, "(*example.com/p.List).Clear", 2},
		{"generic function", `Map("")`, "example.com/p.Map", 1},
		{"instance in variable", `g := Map[string]; g("")`, "example.com/p.Map", 1},
		{"package variable", `global(n, true)`, "example.com/p.plain", 2},
		{"exported package variable", `Hook(n, true)`, "", 2},
		{"exported package variable that ends the program", `Exit(1)`, "os.Exit", 1},
		{"assigned package variable", `assigned(n, true); assigned = nil`, "", 2},
		{"go", `go n.Wipe(true)`, "(*example.com/p.Node).Wipe", 2},
		{"defer", `defer w.Wipe(true)`, "(example.com/p.Wiper).Wipe", 2},
		{"literal", `func() {}()`, "", 0},
		{"builtin", `println(1)`, "", 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := load(t, callPrelude+"func f(n *Node, w Wiper, l *List[int]) {"+test.body+"\n}")
			var got string
			var args int
			for call, fn := range Calls(p.Package().Func("f")) {
				got, args = "", len(Args(call))
				if fn != nil {
					got = Name(fn)
				}
			}
			if got != test.want || args != test.args {
				t.Errorf("got %q with %d arguments, want %q with %d", got, args, test.want, test.args)
			}
		})
	}
}

func TestNameVendored(t *testing.T) {
	for path, want := range map[string]string{
		"example.com/m":                   "example.com/m.F",
		"example.com/p/vendor/k8s.io/log": "k8s.io/log.F",
		"vendor/golang.org/x/net/idna":    "golang.org/x/net/idna.F",
		"example.com/vendor":              "example.com/vendor.F",
	} {
		fn := types.NewFunc(token.NoPos, types.NewPackage(path, "p"), "F", types.NewSignatureType(nil, nil, nil, nil, nil, false))
		if got := Name(fn); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
}
