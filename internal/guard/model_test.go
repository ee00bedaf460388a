package guard

import (
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/models"
)

// stubs are the packages that models speak of, cut down; the testdata of
// unguarded uses them, too.
const stubs = "../../analyzers/guard/unguarded/testdata/stubs"

// stubPackages type-checks the stubs.
func stubPackages(t *testing.T) map[string]*types.Package {
	t.Helper()
	mods, err := filepath.Glob(stubs + "/*/go.mod")
	if err != nil || len(mods) == 0 {
		t.Fatal("no stubs", err)
	}
	out := make(map[string]*types.Package)
	std := importer.ForCompiler(token.NewFileSet(), "source", nil)
	module := regexp.MustCompile(`^module (\S+)`)
	for _, mod := range mods {
		data, err := os.ReadFile(mod)
		if err != nil {
			t.Fatal(err)
		}
		root := filepath.Dir(mod)
		err = filepath.WalkDir(root, func(dir string, d os.DirEntry, err error) error {
			if err != nil || !d.IsDir() {
				return err
			}
			rel, _ := filepath.Rel(root, dir)
			path := strings.TrimSuffix(module.FindStringSubmatch(string(data))[1]+"/"+filepath.ToSlash(rel), "/.")
			if bp, err := build.ImportDir(dir, 0); err == nil {
				out[path] = checkStub(t, std, path, dir, bp.GoFiles)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func checkStub(t *testing.T, std types.Importer, path, dir string, names []string) *types.Package {
	t.Helper()
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		f, err := parser.ParseFile(fset, filepath.Join(dir, name), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	pkg, err := (&types.Config{Importer: std}).Check(path, fset, files, nil)
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}

// Every row that leapguard comes with speaks of something, and says what its
// types allow. What the verbs do is shown in the testdata of unguarded.
func TestShippedModels(t *testing.T) {
	packages := stubPackages(t)
	data, err := os.ReadFile("../models/guards.yaml")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := config.ParseModels("guards.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range rows {
		pkg := packages[m.Package()]
		if pkg == nil {
			t.Errorf("%s: there is no stub of %s", m.Where, m.Package())
			continue
		}
		p := newTestPackage(pkg)
		if err := p.addModel(pkg, m); err != nil {
			t.Error(err)
			continue
		}
		fn, ok := modelled(pkg, m).(*types.Func)
		if !ok {
			continue
		}
		got := p.Func(fn).String()
		if want := m.Verb + " " + m.Kind + " "; !strings.HasPrefix(got, want) {
			t.Errorf("%s is %q, want %s", m.Name, got, want)
		}
	}
	if len(rows) < 40 || len(models.DangersOf("etcd")) != 1 {
		t.Errorf("%d rows", len(rows))
	}
}

func newTestPackage(pkg *types.Package) *Package {
	p := &Package{pass: &analysis.Pass{Pkg: pkg}, own: new(annotations), modelled: make(map[string]bool), facts: make(map[*types.Func]*FuncFact)}
	p.abroad = abroad{make(map[*types.Func]*FuncFact), make(map[*types.Var]*FlagFact), nil}
	return p
}

// A model of the configuration that fits nothing is an error that tells where
// it stands.
func TestModelProblems(t *testing.T) {
	packages := stubPackages(t)
	for _, tc := range []struct{ text, want string }{
		{"func: gorm.io/gorm.Delete\n  danger: {kind: k, obj: any}", "speaks of no function that is there"},
		{"field: gorm.io/gorm.DB.Err\n  flag: {kind: k, when: nil}", "speaks of no field that is there"},
		{"field: gorm.io/gorm.DB.Error\n  flag: {kind: k, when: true}", "when=true does not fit the type error"},
		{"func: (*gorm.io/gorm.DB).Delete\n  danger: {kind: k, obj: x}", "names x, which is no parameter"},
		{"func: (*gorm.io/gorm.DB).Delete\n  danger: {kind: k, obj: '#2'}", "names #2, which is no parameter"},
		{"func: (*gorm.io/gorm.DB).Delete\n  check: {kind: k, obj: value, when: nil, err: must-abort}", "has err: must-abort, but no error result"},
		{"func: (*gorm.io/gorm.DB).Delete\n  off: {kind: k, obj: recv, restore: Undelete}", "restores by Undelete, which is no function"},
	} {
		list, err := config.ParseModels("f.yaml", []byte("- "+tc.text))
		if err != nil {
			t.Fatal(err)
		}
		pkg := packages["gorm.io/gorm"]
		err = newTestPackage(pkg).addModels(list)
		if err == nil || !strings.HasPrefix(err.Error(), "f.yaml:2: ") || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: error %v, want one with %q", tc.text, err, tc.want)
		}
	}
}
