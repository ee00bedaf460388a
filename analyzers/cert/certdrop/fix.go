package certdrop

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

// consequence says what comes of it if the call has failed.
func (d *drop) consequence() string {
	when := map[kind]string{
		parses: "where the input does not parse",
		makes:  "where the arguments do not fit",
		loads:  "where the files cannot be read or do not match",
		draws:  "where there are no random numbers",
	}[d.kind]
	if d.name == "crypto/tls.X509KeyPair" {
		when = "where the input does not parse or match"
	}
	switch {
	case d.kind == decodesTo:
		return "and what follows panics where the text holds no PEM block"
	case strings.HasSuffix(d.name, "X509KeyPair") || d.kind == makes:
		return "and what follows uses an empty result " + when
	}
	return "and what follows uses a nil result " + when
}

// fix returns the fix that hands the error to the caller; nil if it cannot.
func (d *drop) fix(pass *rule.Pass) *analysis.SuggestedFix {
	if !d.list || d.kind == decodesTo {
		return nil
	}
	zeros, ok := d.zeros(pass)
	if !ok {
		return nil
	}
	indent := "\n" + strings.Repeat("\t", pass.Fset.Position(d.stmt.Pos()).Column-1)
	var edits []analysis.TextEdit
	switch stmt := d.stmt.(type) {
	case *ast.ExprStmt:
		if d.results > 1 {
			return nil
		}
		var after string
		if d.kind == appends {
			failure := newError(pass, d.call.Pos())
			if failure == "" {
				return nil
			}
			edits = append(edits, insert(stmt.Pos(), "if !"))
			after = " {" + indent + "\treturn " + zeros + failure + indent + "}"
		} else {
			edits = append(edits, insert(stmt.Pos(), "if err := "))
			after = "; err != nil {" + indent + "\treturn " + zeros + "err" + indent + "}"
		}
		edits = append(edits, insert(stmt.End(), after))
	case *ast.AssignStmt:
		if stmt.Tok != token.DEFINE || !isFree(pass, stmt) {
			return nil
		}
		blank := stmt.Lhs[len(stmt.Lhs)-1]
		edits = []analysis.TextEdit{
			{Pos: blank.Pos(), End: blank.End(), NewText: []byte("err")},
			insert(stmt.End(), indent+"if err != nil {"+indent+"\treturn "+zeros+"err"+indent+"}"),
		}
	}
	return &analysis.SuggestedFix{Message: "return the error", TextEdits: edits}
}

// isFree reports whether a short variable declaration can declare err: either
// there is none in its block, or it is an error.
func isFree(pass *rule.Pass, stmt *ast.AssignStmt) bool {
	scope := pass.Pkg.Scope().Innermost(stmt.Pos())
	if scope == nil {
		return false
	}
	obj := scope.Lookup("err")
	return obj == nil || syntax.IsError(obj.Type())
}

func insert(pos token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: pos, End: pos, NewText: []byte(text)}
}

// zeros returns what a return statement has before the error, each followed by
// a comma, if the last result of the function is one and the others have zero
// values that can be written without a name.
func (d *drop) zeros(pass *rule.Pass) (string, bool) {
	var sig *types.Signature
	switch fn := d.outer.(type) {
	case *ast.FuncDecl:
		sig, _ = pass.TypesInfo.Defs[fn.Name].Type().(*types.Signature)
	case *ast.FuncLit:
		sig, _ = pass.TypesInfo.TypeOf(fn).(*types.Signature)
	}
	if sig == nil || sig.Results().Len() == 0 {
		return "", false
	}
	last := sig.Results().Len() - 1
	if !syntax.IsError(sig.Results().At(last).Type()) {
		return "", false
	}
	var out strings.Builder
	for i := range last {
		zero := zeroOf(sig.Results().At(i).Type())
		if zero == "" {
			return "", false
		}
		out.WriteString(zero + ", ")
	}
	return out.String(), true
}

// zeroOf writes the zero value of a type; "" if that takes the type's name.
func zeroOf(t types.Type) string {
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return ""
	}
	switch t := t.Underlying().(type) {
	case *types.Pointer, *types.Slice, *types.Map, *types.Chan, *types.Signature, *types.Interface:
		return "nil"
	case *types.Basic:
		switch {
		case t.Info()&types.IsBoolean != 0:
			return "false"
		case t.Info()&types.IsNumeric != 0:
			return "0"
		case t.Info()&types.IsString != 0:
			return `""`
		}
	}
	return ""
}

// newError returns an expression for an error, as far as the file imports what
// that takes.
func newError(pass *rule.Pass, pos token.Pos) string {
	const text = `("no certificate in PEM text")`
	imported := func(path, name string) bool {
		return slices.ContainsFunc(pass.FileOf(pos).Imports, func(spec *ast.ImportSpec) bool {
			p, err := strconv.Unquote(spec.Path.Value)
			return err == nil && p == path && spec.Name == nil
		}) && visible(pass, pos, name)
	}
	switch {
	case imported("errors", "errors"):
		return "errors.New" + text
	case imported("fmt", "fmt"):
		return "fmt.Errorf" + text
	}
	return ""
}

// visible reports whether a name means the imported package at pos.
func visible(pass *rule.Pass, pos token.Pos, name string) bool {
	scope := pass.Pkg.Scope().Innermost(pos)
	if scope == nil {
		return false
	}
	_, obj := scope.LookupParent(name, pos)
	_, ok := obj.(*types.PkgName)
	return ok
}
