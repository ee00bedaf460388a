package ruletest

import (
	"go/ast"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/leapguard/leapguard/internal/flow"
)

// Calls returns the names, as [flow.Name] writes them, of the functions that a
// package of ./testdata calls, by the name of the file without its extension: what
// is called there of a table of functions is tested there.
func Calls(t *testing.T, dir string) map[string][]string {
	t.Helper()
	cfg := &packages.Config{
		Mode: packages.LoadSyntax,
		Dir:  filepath.Join(analysistest.TestData(), dir),
		Env:  append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GOPROXY=off"),
	}
	pkgs, err := packages.Load(cfg, ".")
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string][]string)
	for _, pkg := range pkgs {
		for _, err := range pkg.Errors {
			t.Error(err)
		}
		for _, file := range pkg.Syntax {
			name := strings.TrimSuffix(filepath.Base(pkg.Fset.Position(file.Package).Filename), ".go")
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				if fn, ok := typeutil.Callee(pkg.TypesInfo, call).(*types.Func); ok {
					out[name] = append(out[name], flow.Name(fn))
				}
				return true
			})
			slices.Sort(out[name])
			out[name] = slices.Compact(out[name])
		}
	}
	return out
}
