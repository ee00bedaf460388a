package analyzers

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const modulePath = "github.com/leapguard/leapguard"

// A sourceFile is a Go file of the module, outside testdata.
type sourceFile struct {
	name string // relative to the module's root, with slashes
	test bool
	text []byte
	fset *token.FileSet
	ast  *ast.File
}

func (f *sourceFile) dir() string { return path.Dir(f.name) }

func (f *sourceFile) line(n ast.Node) int { return f.fset.Position(n.Pos()).Line }

// imports returns the directories of the module that a file imports.
func (f *sourceFile) imports() []string {
	var dirs []string
	for _, spec := range f.ast.Imports {
		p, _ := strconv.Unquote(spec.Path.Value)
		if rel, ok := strings.CutPrefix(p, modulePath+"/"); ok {
			dirs = append(dirs, rel)
		}
	}
	return dirs
}

// tree parses the module.
func tree(t *testing.T) []*sourceFile {
	t.Helper()
	root := os.DirFS("..")
	var files []*sourceFile
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			_, err := fs.Stat(root, path.Join(name, "go.mod"))
			nested := err == nil && name != "."
			if hidden := len(name) > 1 && path.Base(name)[0] == '.'; nested || hidden || d.Name() == "testdata" {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".go" {
			return nil
		}
		f := &sourceFile{name: name, test: strings.HasSuffix(name, "_test.go"), fset: token.NewFileSet()}
		if f.text, err = fs.ReadFile(root, name); err != nil {
			return err
		}
		f.ast, err = parser.ParseFile(f.fset, name, f.text, parser.ParseComments|parser.SkipObjectResolution)
		files = append(files, f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

type layer struct {
	dir  string
	uses []string
}

// layers says which directories of the module the code in a directory may
// import, tests aside. A pattern of one side is a directory, or "dir/*" for all
// below it. The first match counts.
var layers = []layer{
	{"cmd/*", []string{"analyzers", "docs", "internal/*"}},
	{"plugin", []string{"analyzers", "internal/*"}},
	{"scripts/*", []string{"analyzers", "internal/*"}},
	{"docs", nil},
	{"docs/gen", []string{"analyzers", "internal/*"}},
	{"fabric/caldate", nil},
	{"fabric/permit", nil},
	{"fabric/breaker", nil},
	{"fabric/transfercert", []string{"fabric/caldate"}},
	{"fabric/stamp", []string{"fabric/permit"}},
	{"fabric/cluster", []string{"fabric/breaker", "fabric/caldate", "fabric/permit", "fabric/transfercert"}},
	{"fabric/sim", nil},
	{"fabric/sim/incidents", []string{"fabric/*"}},
	{"analyzers", []string{"analyzers/*", "internal/rule"}},
	{"analyzers/directive", append([]string{"analyzers/*"}, cores...)},
	{"analyzers/*", cores},
	{"internal/engine", base},
	{"internal/audit", append([]string{"internal/guard"}, base...)},
	{"internal/output", append([]string{"internal/baseline"}, base...)},
	{"internal/baseline", []string{"internal/finding"}},
	{"internal/githubtest", nil},
	{"internal/filescope", nil},
	{"internal/review", []string{"internal/finding", "internal/output"}},
	{"internal/revision", nil},
	{"internal/fix", append([]string{"internal/engine", "internal/revision"}, base...)},
	{"internal/ruletest", []string{"internal/*"}},
	{"internal/calendar/layout", nil},
	{"internal/calendar", append([]string{"internal/calendar/*", "internal/flow", "internal/models"}, base...)},
	{"internal/calendar/*", append([]string{"internal/calendar/*", "internal/flow", "internal/models"}, base...)},
	{"internal/vetted", append([]string{"internal/calendar/bounds", "internal/flow"}, base...)},
	{"internal/pki", append([]string{"internal/flow", "internal/models"}, base...)},
	{"internal/pki/written", append([]string{"internal/flow"}, base...)},
	{"internal/pki/template", append([]string{"internal/pki", "internal/calendar", "internal/flow"}, base...)},
	{"internal/command", append([]string{"internal/flow", "internal/models"}, base...)},
	{"internal/pathname", append([]string{"internal/flow", "internal/models"}, base...)},
	{"internal/guard", append([]string{"internal/flow", "internal/models"}, base...)},
	{"internal/flow", append([]string{"internal/models"}, base...)},
	{"internal/models", []string{"internal/config", "internal/finding"}},
	{"internal/rule", []string{"internal/config", "internal/finding", "internal/syntax"}},
	{"internal/syntax", nil},
	{"internal/config", []string{"internal/finding"}},
	{"internal/finding", nil},
}

var (
	base  = []string{"internal/rule", "internal/config", "internal/finding", "internal/syntax"}
	cores = append([]string{"internal/calendar", "internal/calendar/*", "internal/pki", "internal/pki/template", "internal/pki/written", "internal/guard", "internal/pathname", "internal/command", "internal/vetted", "internal/flow", "internal/models"}, base...)
)

// owner returns the directory whose internal packages one is, or itself.
func owner(dir string) string {
	if i := strings.LastIndex(dir, "/internal/"); i >= 0 {
		return dir[:i]
	}
	return dir
}

func covers(pattern, dir string) bool {
	if above, ok := strings.CutSuffix(pattern, "/*"); ok {
		return strings.HasPrefix(dir, above+"/")
	}
	return pattern == dir
}

// TestImports: packages import what their layer allows. Of fabric, nothing imports the
// simulation but the scenarios, and stamps know no controllers. ST-03.
func TestImports(t *testing.T) {
	for _, f := range tree(t) {
		i := slices.IndexFunc(layers, func(l layer) bool { return covers(l.dir, owner(f.dir())) })
		if i < 0 {
			t.Errorf("%s is in no layer; give its directory a line in the table", f.name)
			continue
		}
		for _, dir := range f.imports() {
			allowed := owner(dir) == owner(f.dir()) ||
				slices.ContainsFunc(layers[i].uses, func(p string) bool { return covers(p, dir) })
			switch {
			case strings.HasPrefix(dir, "cmd/"):
				t.Errorf("%s imports %s: nothing imports a command", f.name, dir)
			case !f.test && !allowed:
				t.Errorf("%s must not import %s", f.name, dir)
			}
		}
	}
}

// TestStandard: what programs import from fabric brings nothing with it but the
// standard library, nor does what shows how it is used.
func TestStandard(t *testing.T) {
	for _, f := range tree(t) {
		if f.test || !covers("fabric/*", f.dir()) {
			continue
		}
		for _, spec := range f.ast.Imports {
			p, _ := strconv.Unquote(spec.Path.Value)
			first, _, _ := strings.Cut(p, "/")
			if strings.Contains(first, ".") && !strings.HasPrefix(p, modulePath+"/fabric/") {
				t.Errorf("%s must not import %s", f.name, p)
			}
		}
	}
}

// TestPlain: fabric is what its proof assumes it to be, and its comments promise:
// without reflection, package unsafe, cgo or assembly, and without clocks, goroutines
// and panics of its own.
func TestPlain(t *testing.T) {
	assembly, err := fs.Glob(os.DirFS("../fabric"), "*/*.[sS]")
	if err != nil || len(assembly) > 0 {
		t.Errorf("assembly: %v, %v", assembly, err)
	}
	for _, f := range tree(t) {
		if f.test || !covers("fabric/*", f.dir()) {
			continue
		}
		for _, spec := range f.ast.Imports {
			switch p, _ := strconv.Unquote(spec.Path.Value); p {
			case "reflect", "unsafe", "C", "plugin", "log", "os", "math/rand":
				t.Errorf("%s:%d: import of %s", f.name, f.line(spec), p)
			}
		}
		if bytes.Contains(f.text, []byte("//go:linkname")) {
			t.Errorf("%s: //go:linkname", f.name)
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				t.Errorf("%s:%d: a goroutine", f.name, f.line(n))
			case *ast.CallExpr:
				if fun, ok := n.Fun.(*ast.Ident); ok && fun.Name == "panic" {
					t.Errorf("%s:%d: panic", f.name, f.line(n))
				}
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && x.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "NewTimer", "NewTicker", "Tick"}, n.Sel.Name) {
					t.Errorf("%s:%d: time.%s", f.name, f.line(n), n.Sel.Name)
				}
			}
			return true
		})
	}
}

func TestFileLength(t *testing.T) {
	for _, f := range tree(t) {
		if n := bytes.Count(f.text, []byte("\n")); n > 400 && !f.test {
			t.Errorf("%s has %d lines; a core of it wants a package of its own", f.name, n)
		}
	}
}

func TestPackageNames(t *testing.T) {
	for _, f := range tree(t) {
		switch f.ast.Name.Name {
		case "util", "utils", "common", "helpers", "misc":
			t.Errorf("%s: package %s says nothing", f.name, f.ast.Name.Name)
		}
	}
}

func TestNoInit(t *testing.T) {
	for _, f := range tree(t) {
		if f.dir() == "plugin" {
			continue
		}
		for _, d := range f.ast.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%s:%d: func init", f.name, f.line(fn))
			}
		}
	}
}

// TestPure keeps from checks what makes them depend on more than the source, or
// end the process.
func TestPure(t *testing.T) {
	pure := append([]string{"analyzers", "analyzers/*"}, cores...)
	for _, f := range tree(t) {
		if f.test || !slices.ContainsFunc(pure, func(p string) bool { return covers(p, f.dir()) }) {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			switch fun := call.Fun.(type) {
			case *ast.Ident:
				if fun.Name == "panic" {
					t.Errorf("%s:%d: panic", f.name, f.line(call))
				}
			case *ast.SelectorExpr:
				x, ok := fun.X.(*ast.Ident)
				if !ok {
					break
				}
				name := x.Name + "." + fun.Sel.Name
				if x.Name == "log" || name == "time.Now" || name == "os.Exit" || name == "time.Since" || name == "time.Until" {
					t.Errorf("%s:%d: %s", f.name, f.line(call), name)
				}
			}
			return true
		})
	}
}
