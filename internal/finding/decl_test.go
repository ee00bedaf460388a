package finding

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"testing"
)

func TestDeclName(t *testing.T) {
	const src = `package p

import "fmt"

func F() {}
func (T) A() {}
func (t *T) B() {}
func (t *U[K]) C() {}
func (t V[K, W]) D() {}
func (t (*T)) E() {}

var (
	a, b = 1, 2
	c    int
)

type T struct{}
`
	file, err := parser.ParseFile(token.NewFileSet(), "", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range file.Decls {
		gen, ok := d.(*ast.GenDecl)
		if !ok {
			got = append(got, DeclName(d, d.Pos()))
			continue
		}
		for _, spec := range gen.Specs {
			got = append(got, DeclName(d, spec.End()-1))
		}
	}
	want := []string{"", "F", "(T).A", "(*T).B", "(*U).C", "(V).D", "(*T).E", "a", "c", "T"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
