package finding

import (
	"go/ast"
	"go/token"
)

// DeclName names a declaration of a file, or the part of it that holds pos, as
// [Identity] does: "F", "(*T).Method", the first of several variables; "" for
// imports.
func DeclName(decl ast.Decl, pos token.Pos) string {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		if decl.Recv != nil && len(decl.Recv.List) > 0 {
			return "(" + typeName(decl.Recv.List[0].Type) + ")." + decl.Name.Name
		}
		return decl.Name.Name
	case *ast.GenDecl:
		for _, spec := range decl.Specs {
			if spec.Pos() > pos || pos >= spec.End() {
				continue
			}
			switch spec := spec.(type) {
			case *ast.ValueSpec:
				return spec.Names[0].Name
			case *ast.TypeSpec:
				return spec.Name.Name
			}
		}
	}
	return ""
}

func typeName(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.StarExpr:
		return "*" + typeName(x.X)
	case *ast.IndexExpr:
		return typeName(x.X)
	case *ast.IndexListExpr:
		return typeName(x.X)
	case *ast.ParenExpr:
		return typeName(x.X)
	case *ast.Ident:
		return x.Name
	}
	return ""
}
