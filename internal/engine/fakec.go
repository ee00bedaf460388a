package engine

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// A fakeC stands for package C in the declarations of a dependency that uses cgo,
// so that neither a C compiler nor the minutes that it may take are needed. What
// the declarations name is there, by what they use it as: types are empty or
// numbers, constants are 1, and functions return int. The types of C are not to
// be had outside of the package, so that little else can be told.
type fakeC struct {
	pkg *types.Package
}

// cPrefix makes the names of C exported.
const cPrefix = "C_"

// fake returns package C for the files of a package, whose selectors of C it
// renames.
func fake(files []*ast.File) *types.Package {
	c := &fakeC{types.NewPackage("C", "C")}
	for _, f := range files {
		if slices.ContainsFunc(f.Imports, func(spec *ast.ImportSpec) bool { return spec.Path.Value == `"C"` }) {
			// Types first: a name that is one is called in a conversion.
			c.declare(f, true)
			c.declare(f, false)
		}
	}
	c.pkg.MarkComplete()
	return c.pkg
}

// declare declares what the declarations of a file use of C, types or the rest.
func (c *fakeC) declare(f *ast.File, isType bool) {
	for _, decl := range f.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			if isType {
				c.types(decl.Type)
				if decl.Recv != nil {
					c.types(decl.Recv)
				}
			}
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				c.spec(decl.Tok, spec, isType)
			}
		}
	}
}

func (c *fakeC) spec(tok token.Token, spec ast.Spec, isType bool) {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		if isType {
			c.types(spec)
		}
	case *ast.ValueSpec:
		switch {
		case isType && spec.Type != nil:
			c.types(spec.Type)
		case !isType && tok == token.CONST:
			c.all(spec.Values, c.constant)
		case !isType:
			c.all(spec.Values, c.value)
		}
	}
}

func (c *fakeC) all(values []ast.Expr, declare func(id *ast.Ident, called bool) types.Object) {
	for _, v := range values {
		c.each(v, declare)
	}
}

// types declares the names of C in a node as types, the lengths of arrays aside.
func (c *fakeC) types(n ast.Node) {
	c.each(n, func(id *ast.Ident, _ bool) types.Object { return c.typeName(id) })
}

func (c *fakeC) typeName(id *ast.Ident) types.Object {
	t := types.NewTypeName(token.NoPos, c.pkg, id.Name, nil)
	types.NewNamed(t, underlying(id.Name), nil)
	return t
}

func (c *fakeC) constant(id *ast.Ident, called bool) types.Object {
	if called { // only types can be
		return c.typeName(id)
	}
	return types.NewConst(token.NoPos, c.pkg, id.Name, types.Typ[types.UntypedInt], constant.MakeInt64(1))
}

func (c *fakeC) value(id *ast.Ident, called bool) types.Object {
	if _, number := underlying(id.Name).(*types.Basic); called && number {
		return c.typeName(id)
	}
	if !called {
		return types.NewVar(token.NoPos, c.pkg, id.Name, types.Typ[types.Int])
	}
	args := types.NewVar(token.NoPos, c.pkg, "", types.NewSlice(types.NewInterfaceType(nil, nil)))
	result := types.NewVar(token.NoPos, c.pkg, "", types.Typ[types.Int])
	return types.NewFunc(token.NoPos, c.pkg, id.Name, types.NewSignatureType(nil, nil, nil, types.NewTuple(args), types.NewTuple(result), true))
}

// each declares the names of C in a node that are not declared yet. It renames
// them all.
func (c *fakeC) each(n ast.Node, declare func(id *ast.Ident, called bool) types.Object) {
	called := make(map[ast.Expr]bool)
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			called[ast.Unparen(n.Fun)] = true
		case *ast.StarExpr: // in a conversion
			c.types(n.X)
		case *ast.CompositeLit:
			if n.Type != nil {
				c.types(n.Type)
			}
		case *ast.ArrayType:
			if n.Len != nil {
				c.each(n.Len, c.constant)
			}
			c.types(n.Elt)
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); !ok || x.Name != "C" {
				return true
			}
			if !strings.HasPrefix(n.Sel.Name, cPrefix) {
				n.Sel.Name = cPrefix + n.Sel.Name
			}
			if c.pkg.Scope().Lookup(n.Sel.Name) == nil {
				c.pkg.Scope().Insert(declare(n.Sel, called[n]))
			}
			return false
		}
		return true
	})
}

// numbers are the types of C that cgo takes for numbers, see
// https://pkg.go.dev/cmd/cgo.
var numbers = map[string]types.BasicKind{
	"char": types.Int8, "schar": types.Int8, "uchar": types.Uint8, "short": types.Int16, "ushort": types.Uint16,
	"int": types.Int32, "uint": types.Uint32, "long": types.Int64, "ulong": types.Uint64,
	"longlong": types.Int64, "ulonglong": types.Uint64, "float": types.Float32, "double": types.Float64,
	"int8_t": types.Int8, "uint8_t": types.Uint8, "int16_t": types.Int16, "uint16_t": types.Uint16,
	"int32_t": types.Int32, "uint32_t": types.Uint32, "int64_t": types.Int64, "uint64_t": types.Uint64,
	"size_t": types.Uint64, "ssize_t": types.Int64, "uintptr_t": types.Uintptr,
}

// underlying returns the underlying type of a type of C, by its new name.
func underlying(name string) types.Type {
	if kind, ok := numbers[strings.TrimPrefix(name, cPrefix)]; ok {
		return types.Typ[kind]
	}
	return types.NewStruct(nil, nil)
}
