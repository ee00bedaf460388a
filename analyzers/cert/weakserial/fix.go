package weakserial

import (
	"go/ast"
	"go/types"
	"go/version"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/pki/template"
)

// generates is the version of Go from which CreateCertificate generates the
// serial number if the template has none: 159 random bits.
const generates = "go1.24"

// fix leaves the serial number to CreateCertificate, if the module's version of
// Go can do that, nothing reads the number, and nothing else is left over.
func (c *check) fix(creation *template.Creation, value ast.Expr) []analysis.SuggestedFix {
	if version.Compare(c.pass.Pkg.GoVersion(), generates) < 0 || len(creation.Field("SerialNumber")) != 1 || c.read() {
		return nil
	}
	edits := []analysis.TextEdit{{Pos: value.Pos(), End: value.End(), NewText: []byte("nil")}}
	inside := make(map[*types.PkgName]bool)
	local := false
	ast.Inspect(value, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			switch obj := c.pass.TypesInfo.Uses[id].(type) {
			case *types.PkgName:
				inside[obj] = true
			case *types.Var: // which may be used nowhere else
				local = local || !obj.IsField()
			}
		}
		return true
	})
	if local {
		return nil
	}
	for _, spec := range c.pass.FileOf(value.Pos()).Imports {
		if name := c.pass.TypesInfo.PkgNameOf(spec); inside[name] && !c.usedOutside(name, value) {
			edits = append(edits, c.line(spec))
		}
	}
	return []analysis.SuggestedFix{{Message: "Let CreateCertificate generate the serial number", TextEdits: edits}}
}

// read reports whether the package names the field SerialNumber of a
// certificate other than to set it in a literal: who reads the number may not
// expect nil.
func (c *check) read() bool {
	for sel, selection := range c.pass.TypesInfo.Selections {
		if sel.Sel.Name == "SerialNumber" && selection.Obj().Pkg() != nil && selection.Obj().Pkg().Path() == "crypto/x509" {
			return true
		}
	}
	return false
}

// usedOutside reports whether a file uses an import outside of an expression.
func (c *check) usedOutside(name *types.PkgName, e ast.Expr) bool {
	for id, obj := range c.pass.TypesInfo.Uses {
		if obj == name && (id.Pos() < e.Pos() || e.End() <= id.Pos()) {
			return true
		}
	}
	return false
}

// line returns the edit that deletes the lines of a node.
func (c *check) line(n ast.Node) analysis.TextEdit {
	file := c.pass.Fset.File(n.Pos())
	return analysis.TextEdit{Pos: file.LineStart(file.Line(n.Pos())), End: file.LineStart(file.Line(n.End()) + 1)}
}
