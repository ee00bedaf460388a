package rule

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"testing"
)

func TestParseComment(t *testing.T) {
	for _, tt := range []struct {
		text       string
		verb, args string
		defect     bool
	}{
		{"//leapguard:ok format the reason", "ok", "format the reason", false},
		{"//leapguard:ignore-file yearadd reason", "ignore-file", "yearadd reason", false},
		{"//leapguard:danger format n // see the docs", "danger", "format n", false},
		{"//leapguard:ok format see https://example.com/a", "ok", "format see https://example.com/a", false},
		{"//leapguard:danger\tformat\tn", "danger", "format\tn", false},
		{"//leapguard:ignore", "ignore", "", false},
		{"//leapguard:Danger format n", "", "format n", true},
		{"//leapguard:", "", "", true},
		{"//leapguard: ok format reason", "", "ok format reason", true},
		{"// leapguard:ok format reason", "", "", true},
		{"//Leapguard:ok format reason", "", "", true},
		{"//leapguard :ok format reason", "", "", true},
		{"/*leapguard:ok format reason*/", "", "", true},
	} {
		c := parseComment(&ast.Comment{Slash: 1, Text: tt.text})
		if c == nil {
			t.Errorf("%s does not speak to leapguard", tt.text)
			continue
		}
		if c.Verb != tt.verb || c.Args != tt.args || (c.Defect != "") != tt.defect {
			t.Errorf("%s is %q, %q, %q", tt.text, c.Verb, c.Args, c.Defect)
		}
	}
	for _, text := range []string{
		"// leapguard finds bugs",
		"// leapguard: a tool",
		"// see leapguard:ok",
		"//	//leapguard:ok format reason",
		"// leapguard:okay",
		"//go:embed leapguard:ok",
		"//nolint:leapguard",
	} {
		if c := parseComment(&ast.Comment{Slash: 1, Text: text}); c != nil {
			t.Errorf("%s speaks to leapguard", text)
		}
	}
}

// A comment "//leapguard:v WANT" in the source wants to be attached to a node
// of type WANT, "-" for none.
const attached = `//leapguard:ignore-file *ast.File

// Package p is documented.
//
//leapguard:ignore -
package p //leapguard:ignore -

//leapguard:ignore *ast.GenDecl doc
import (
	//leapguard:ignore *ast.ImportSpec doc
	"fmt"
)

//leapguard:ignore-file -

//leapguard:ignore *ast.FuncDecl doc
func a() {
	//leapguard:ignore *ast.ExprStmt
	fmt.Print(1)
	fmt.Print(2) //leapguard:ignore *ast.ExprStmt
	if true {    //leapguard:ignore rule.head
		fmt.Print(3)
		//leapguard:ignore -
	} else {
		//leapguard:ignore *ast.ExprStmt
		fmt.Print(4)
	}
	fmt.Print(
		//leapguard:ignore *ast.BasicLit
		5,
		6, //leapguard:ignore *ast.BasicLit
		int(
			7,
		), //leapguard:ignore *ast.CallExpr
		func() { //leapguard:ignore -
			fmt.Print() //leapguard:ignore *ast.ExprStmt
		},
		len([]int{ //leapguard:ignore *ast.CallExpr
			8,
			//leapguard:ignore -
		}),
		//leapguard:ignore -
	) //leapguard:ignore *ast.ExprStmt
	fmt.Print(1, len("a"), //leapguard:ignore *ast.ExprStmt
		2)
	t{}.
		//leapguard:ignore -
		m(1)
	if fmt.Print( //leapguard:ignore -
		1) {
	}
	if x := 1; x > 0 { //leapguard:ignore rule.head
	} else if x < 0 { //leapguard:ignore rule.head
	}
	for range 3 { //leapguard:ignore rule.head
	}
	go func() { //leapguard:ignore rule.head
		fmt.Print(1)
	}()
	_ = t{}. //leapguard:ignore *ast.AssignStmt
			m(1). //leapguard:ignore *ast.CallExpr
			m(2)
	_ = 1 +
		len("d") + //leapguard:ignore *ast.BinaryExpr
		3
	{ //leapguard:ignore -
		fmt.Print(1)
	}
	_ = []any{ //leapguard:ignore *ast.AssignStmt
		1, len("b"), //leapguard:ignore *ast.CallExpr
		func() { a() }, //leapguard:ignore *ast.FuncLit
		map[int]int{ //leapguard:ignore *ast.CompositeLit
			1: 2, //leapguard:ignore *ast.KeyValueExpr
			3: len( //leapguard:ignore *ast.KeyValueExpr
				"c"),
		}, //leapguard:ignore *ast.CompositeLit
	} //leapguard:ignore *ast.AssignStmt
	//leapguard:ignore *ast.SwitchStmt
	switch { //leapguard:ignore rule.head
	//leapguard:ignore *ast.CaseClause
	case false: //leapguard:ignore rule.head
		fmt.Print(6)
	case true:
		fmt.Print(7)
		//leapguard:ignore *ast.CaseClause
	default: //leapguard:ignore *ast.CaseClause
	} //leapguard:ignore *ast.SwitchStmt
	//leapguard:ignore -
}

//leapguard:ignore *ast.FuncDecl

func b() {} //leapguard:ignore *ast.FuncDecl

//leapguard:ignore *ast.GenDecl doc
type t struct {
	//leapguard:ignore *ast.Field doc
	a int
	b int //leapguard:ignore *ast.Field doc
}

//leapguard:ignore *ast.GenDecl doc
var (
	//leapguard:ignore *ast.ValueSpec doc
	x = 1
	y = 2 //leapguard:ignore *ast.ValueSpec
	z = len( //leapguard:ignore *ast.ValueSpec
		"z")
)

//leapguard:ignore -
`

func TestAttach(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", attached, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var comments []*Comment
	for _, group := range file.Comments {
		for _, c := range group.List {
			if d := parseComment(c); d != nil {
				d.File = file
				comments = append(comments, d)
			}
		}
	}
	attach(fset, file, comments)
	for _, c := range comments {
		got := "-"
		if c.Node != nil {
			got = fmt.Sprintf("%T", c.Node)
		}
		if c.Doc {
			got += " doc"
		}
		if got != c.Args {
			t.Errorf("line %d is attached to %s, want %s", fset.Position(c.Pos).Line, got, c.Args)
		}
	}
}
