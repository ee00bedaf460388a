package syntax_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/syntax"
)

// TestNodeAt looks for the node at the mark « in a source.
func TestNodeAt(t *testing.T) {
	for _, test := range []struct{ src, want string }{
		{`package p; func f(a, b int) int { return a «+ b*2 }`, "a + b * 2"},
		{`package p; func f(a int) { f«(a) }`, "f(a)"},
		{`package p; func f(a int) { a = f(1, 2, 3)«(a) }`, "f(1, 2, 3)(a)"},
		{`package p; func f(a int) { «a += 2 }`, "a += 2"},
		{`package p; func f(a int) { a «= 2 }`, "a = 2"},
		{`package p; func f(a int) int { «return a }`, "return a"},
		{`package p; type s struct{ n int }; func f(a int) { x := s{n«: a} }`, "s{n: a}"},
		{`package p; func f(a int) { «a++ }`, "a++"},
		{`package p; func f(a int) { x := func() { «for {} } }`, ""},
		{"package p; func f(a string) { f«(`one\ntwo`) }", "f(`one\\ntwo`)"},
		{`package p; func f(a ...int) { f«(1, 2, 3, 4) }`, "f(1, 2, 3, 4)"},
		{`package p; func f(a ...int) { f«(1, 2, 3, 4, 5) }`, "f(1, 2, 3, ...)"},
		{`package p; var a, _ = f«((_Cfunc_year)(), _Ctype_int(1)), 1`, "f(C.year(), C.int(1))"},
		{`package p; var a «= "` + strings.Repeat("€", 40) + `" + b`, ""},
		{`package p; func f(a string) { a = f«("` + strings.Repeat("€", 40) + `") }`, `f("` + strings.Repeat("€", 28) + "..."},
	} {
		offset := strings.Index(test.src, "«")
		src := strings.Replace(test.src, "«", "", 1)
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, "p.go", src, 0)
		if err != nil {
			t.Fatal(err)
		}
		pass := &analysis.Pass{Fset: fset, Files: []*ast.File{file}}
		if got := syntax.Text(syntax.NodeAt(pass, file.FileStart+token.Pos(offset))); got != test.want {
			t.Errorf("%s: %q, want %q", test.src, got, test.want)
		}
	}
}
