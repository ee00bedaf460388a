package engine

import (
	"go/ast"
	"go/types"
	"path"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

const codeModule = `
-- go.mod --
module example.com/m

go 1.26
-- m.go --
package m

func Shared() {}
-- a/a.go --
package a

type Config struct{ Years int }

type Runner interface{ Run() }

func Leaf() {}
-- a/a_test.go --
package a

var _ = Config{}.Months
-- a/only_windows.go --
package a

type Other interface{ Stop() }
-- b/b.go --
package b

import "example.com/m/a"

func F(c a.Config) int { return c.Years }
-- c/c.go --
package c

import "example.com/m/b"

// Years is no word here.
var _ = b.F
-- d/d.go --
package d

type Years int
-- cmd/main.go --
package main

import (
	"example.com/m"
	"example.com/m/cmd/part"
)

func main() { m.Shared(); part.Part() }
-- cmd/part/part.go --
package part

func Part() {}
-- internal/x/x.go --
package x

func X() {}
`

// TestCode: a check that asks may see all that was listed, with types, once all
// packages are done.
func TestCode(t *testing.T) {
	dir := unpack(t, codeModule)
	asked := false
	funcs := toy("funcs", func(p *rule.Pass) error {
		p.Summarize(p.Pkg.Path())
		return reportFuncs(p)
	})
	funcs.Holds = func(p *rule.Program, f finding.Finding) bool {
		if !asked {
			asked = true
			checkCode(t, p.Code)
		}
		return true
	}
	mustRun(t, options(dir, funcs), "./...")
	if !asked {
		t.Error("Holds was not asked")
	}
}

func checkCode(t *testing.T, code rule.Code) {
	var using []string
	for _, src := range code.Using("example.com/m/a", "Months", "Years") {
		using = append(using, path.Base(filepath.Dir(src.Fset.Position(src.Files[0].Pos()).Filename)))
	}
	if want := []string{"a", "b"}; !reflect.DeepEqual(using, want) {
		t.Errorf("Years is used in %q, want %q", using, want)
	}
	if using := code.Using("example.com/other", "Years"); using != nil {
		t.Errorf("an unknown package is used by %v", using)
	}
	closed := map[string]bool{"m": false, "m/a": false, "m/cmd": true, "m/cmd/part": true, "m/internal/x": true, "n": false}
	for pkg, want := range closed {
		if got := code.Closed("example.com/" + pkg); got != want {
			t.Errorf("%s is closed: %v", pkg, got)
		}
	}
	for method, want := range map[string]bool{"Run": true, "Stop": true, "Leaf": false} {
		if got := code.Declares(method); got != want {
			t.Errorf("an interface has %s: %v", method, got)
		}
	}
	if code.Package("example.com/other") != nil {
		t.Error("there is a package of another module")
	}
	src := code.Package("example.com/m/b")
	if src != code.Package("example.com/m/b") {
		t.Error("a package is type-checked twice")
	}
	typed := false
	ast.Inspect(src.Files[0], func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == "Years" {
			v, _ := src.Info.Uses[sel.Sel].(*types.Var)
			typed = v != nil && v.IsField()
		}
		return true
	})
	if !typed {
		t.Error("the field in package b is not known")
	}
}

// TestOwn: a check whose Holds asks for nothing of other packages does not run on those
// that are set aside.
func TestOwn(t *testing.T) {
	dir := unpack(t, codeModule)
	for _, own := range []bool{false, true} {
		var ran []string
		funcs := toy("funcs", func(p *rule.Pass) error {
			ran = append(ran, p.Pkg.Path())
			return nil
		})
		funcs.Holds, funcs.Own = func(*rule.Program, finding.Finding) bool { return true }, own
		opts := options(dir, funcs)
		opts.Only = func(path string) bool { return path == "example.com/m/d" }
		opts.Tests, opts.NoTriggers = false, true
		mustRun(t, opts, "./...")
		if (len(ran) == 1) != own {
			t.Errorf("own %v: ran on %q", own, ran)
		}
	}
}
