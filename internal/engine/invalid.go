package engine

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
)

// invalidUse returns an error for the first name in a package whose type is not
// known because a package that it comes from does not type-check, nil if there
// is none. The type checker says nothing about those, but SSA cannot be built.
func invalidUse(fset *token.FileSet, pkg *types.Package, info *types.Info) error {
	var first *ast.Ident
	for id, obj := range info.Uses {
		if first != nil && first.Pos() < id.Pos() {
			continue
		}
		switch obj.(type) {
		case *types.Const, *types.Func, *types.TypeName, *types.Var: // others have no type
			if holdsInvalid(obj.Type(), maxTypeDepth) {
				first = id
			}
		}
	}
	if first == nil {
		return nil
	}
	obj := info.Uses[first]
	msg := fmt.Sprintf("the type of %s is not known", first.Name)
	if obj.Pkg() != nil && obj.Pkg() != pkg {
		msg += fmt.Sprintf(": package %s does not type-check", obj.Pkg().Path())
	}
	return types.Error{Fset: fset, Pos: first.Pos(), Msg: msg}
}

// maxTypeDepth bounds how deep invalid types are looked for.
const maxTypeDepth = 4

// holdsInvalid reports whether a type is made of an invalid one, not looking
// into named types.
func holdsInvalid(t types.Type, depth int) bool {
	if depth == 0 {
		return false
	}
	switch t := t.(type) {
	case *types.Basic:
		return t.Kind() == types.Invalid
	case *types.Alias:
		return holdsInvalid(types.Unalias(t), depth)
	case *types.Signature:
		return holdsInvalid(t.Params(), depth) || holdsInvalid(t.Results(), depth)
	case *types.Tuple:
		for v := range t.Variables() {
			if holdsInvalid(v.Type(), depth-1) {
				return true
			}
		}
	case *types.Map:
		return holdsInvalid(t.Key(), depth-1) || holdsInvalid(t.Elem(), depth-1)
	case interface{ Elem() types.Type }: // pointer, slice, array, channel
		return holdsInvalid(t.Elem(), depth-1)
	}
	return false
}
