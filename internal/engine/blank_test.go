package engine

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestBlankBodies(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"func f() { return }", "func f() {        }"},
		{"func f(x struct{ a int }) interface{ M() } { x }", "func f(x struct{ a int }) interface{ M() } {   }"},
		{"func f() struct{} {\n\tg(`}`)\n}\n", "func f() struct{} {\n       \n}\n"},
		{"func f() { '}'; '\\''; \"\\\"}\"; /* } */ }\nvar x", "func f() {                           }\nvar x"},
		{"func f()\nfunc g() { x }", "func f()\nfunc g() {   }"},
		{"var s = `\nfunc f() { x }`", "var s = `\nfunc f() { x }`"},
		{"// func\nfunc f() {\n// }\n}", "// func\nfunc f() {\n    \n}"},
		{"func (l *List[T]) Map(f func(T) T) (out []T) { x }", "func (l *List[T]) Map(f func(T) T) (out []T) {   }"},
		{"func f(\n\ta int,\n) (b map[string]struct{}) { x }", "func f(\n\ta int,\n) (b map[string]struct{}) {   }"},
	} {
		got := []byte(tc.in)
		blankBodies(got)
		if string(got) != tc.want {
			t.Errorf("blankBodies(%q)\n got %q\nwant %q", tc.in, got, tc.want)
		}
	}
}

// declarations renders the declarations of a file without function bodies.
func declarations(t *testing.T, src []byte) (string, bool) {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "", src, parser.SkipObjectResolution)
	if err != nil {
		return "", false
	}
	var positions []int
	for _, decl := range f.Decls {
		if fn, ok := decl.(*ast.FuncDecl); ok {
			positions = append(positions, fset.Position(fn.End()).Offset)
			fn.Body = nil
		}
	}
	var out bytes.Buffer
	if err := format.Node(&out, fset, f); err != nil {
		t.Fatal(err)
	}
	for _, p := range positions {
		out.WriteByte(byte(p))
	}
	return out.String(), true
}

// checkBlank verifies that blanking keeps the declarations and their positions.
func checkBlank(t *testing.T, src []byte) {
	t.Helper()
	want, ok := declarations(t, src)
	if !ok {
		blankBodies(bytes.Clone(src)) // must not panic
		return
	}
	blanked := bytes.Clone(src)
	blankBodies(blanked)
	got, ok := declarations(t, blanked)
	if !ok || got != want {
		t.Errorf("blanking changed the declarations of\n%s", src)
	}
}

func TestBlankStd(t *testing.T) {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{"net/http", "go/types", "time", "crypto/tls", "encoding/json", "text/template"} {
		files, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(goroot)), "src", dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no files of %s: %v", dir, err)
		}
		for _, name := range files {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			checkBlank(t, src)
		}
	}
}

// TestBlankValues compares the types of the variables of packages with and
// without their values.
func TestBlankValues(t *testing.T) {
	const src = `package p
var (
	a          = [...]int{1, 2, 3}
	b          = []string{"x"}
	c, d       = map[string]struct{ f int }{"x": {1}}, &t{f: 1}
	e    error = g()
	h, i       = g2()
	j          = [len(a)]byte{}
	k          = gen[int]{x: 1}
	l          = func() t { return t{} }
	m          = []t{{f: 1}}[0]
	n, o int   = 1, 2
)
type t struct{ f int }
type gen[T any] struct{ x T }
func g() error
func g2() (int, error)
`
	want, got := variables(t, src, false), variables(t, src, true)
	if want == "" || got != want {
		t.Errorf("blanked values change the types of variables to\n%s\nwant\n%s", got, want)
	}
}

// variables type-checks a file and lists its variables with their types.
func variables(t *testing.T, src string, blank bool) string {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	if blank {
		blankValues(f)
	}
	pkg, err := new(types.Config).Check("p", fset, []*ast.File{f}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, name := range pkg.Scope().Names() {
		if v, ok := pkg.Scope().Lookup(name).(*types.Var); ok {
			fmt.Fprintln(&out, v)
		}
	}
	return out.String()
}

func FuzzBlankBodies(f *testing.F) {
	f.Add([]byte("package p\nfunc f() { `}` }\n"))
	f.Add([]byte("package p\nfunc f(x struct{}) (y interface{}) { '\\'' }\n"))
	f.Fuzz(func(t *testing.T, src []byte) { checkBlank(t, src) })
}
