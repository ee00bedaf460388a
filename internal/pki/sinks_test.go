package pki

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestSinksCovered: the testdata of the checks makes use of each sink in the
// table. That of embeddedkey has a finding for each key, that of sharedcert for
// each role, that of expiredcert for each pool.
func TestSinksCovered(t *testing.T) {
	keys := uses(t, "embeddedkey", "sinks/*/*.go", "files/jwk/*.go")
	certificates := uses(t, "sharedcert", "bad/*.go", "roles/*.go", "serving/*.go")
	roots := uses(t, "expiredcert", "bad/*.go")
	for name, list := range sinkTable {
		for _, s := range list {
			used := certificates
			switch s.Kind {
			case PrivateKey:
				used = keys
			case Root:
				used = roots
			}
			if !used[packageLevel(name)] {
				t.Errorf("no testdata for %s", name)
			}
		}
	}
}

// uses returns the names that files in the testdata of a check select.
func uses(t *testing.T, slug string, patterns ...string) map[string]bool {
	t.Helper()
	used := make(map[string]bool)
	for _, pattern := range patterns {
		names, err := filepath.Glob(filepath.Join("../../analyzers/cert", slug, "testdata", pattern))
		if err != nil || len(names) == 0 {
			t.Fatalf("%s in the testdata of %s: %d files, %v", pattern, slug, len(names), err)
		}
		for _, name := range names {
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			maps.Copy(used, selected(file))
		}
	}
	return used
}

// packageLevel cuts what a sink is called down to its package and the name that
// the package declares: a function, or the type that a method or field is of.
func packageLevel(sink string) string {
	sink = strings.TrimPrefix(sink, "(*")
	slash := strings.LastIndex(sink, "/") + 1
	elems := strings.Split(sink[slash:], ".")
	// The version of a path on gopkg.in stands behind a dot.
	n := 2
	if isMajor(elems[1]) {
		n = 3
	}
	return sink[:slash] + strings.TrimSuffix(strings.Join(elems[:n], "."), ")")
}

// selected returns the names that a file selects from packages, with the paths
// of those. A package whose path does not end in its name must be renamed.
func selected(file *ast.File) map[string]bool {
	paths := make(map[string]string)
	for _, spec := range file.Imports {
		importPath, _ := strconv.Unquote(spec.Path.Value)
		name := path.Base(importPath)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		paths[name] = importPath
	}
	out := make(map[string]bool)
	ast.Inspect(file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok && paths[x.Name] != "" {
				out[paths[x.Name]+"."+sel.Sel.Name] = true
			}
		}
		return true
	})
	return out
}
