package deleteall

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
)

// meant returns the name of what says which row a function is about, a parameter
// or a field of one, if the statement and all other calls that concern the
// database leave it out; else "".
func (c *check) meant(call *ast.CallExpr, table, verb string) string {
	decl := c.function(call)
	if decl == nil || infrastructure(decl.Name.Name) {
		return ""
	}
	used := c.used(decl)
	for _, field := range decl.Type.Params.List {
		for _, name := range field.Names {
			v, ok := c.pass.TypesInfo.Defs[name].(*types.Var)
			if ok && identifies(decl.Name.Name, table, verb, v) && !used(v) {
				return name.Name
			}
		}
	}
	return c.entity(call, decl)
}

// used returns a function that reports whether some call that concerns the
// database mentions a variable, or a variable that is made from it.
func (c *check) used(decl *ast.FuncDecl) func(*types.Var) bool {
	var queries []*ast.CallExpr
	var assignments []*ast.AssignStmt
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if isQuery(n) {
				queries = append(queries, n)
			}
		case *ast.AssignStmt:
			assignments = append(assignments, n)
		}
		return true
	})
	var used func(v *types.Var, depth int) bool
	used = func(v *types.Var, depth int) bool {
		if slices.ContainsFunc(queries, func(q *ast.CallExpr) bool { return c.mentions(q, v) }) {
			return true
		}
		if depth == 0 {
			return false
		}
		for _, a := range assignments {
			if !slices.ContainsFunc(a.Rhs, func(e ast.Expr) bool { return c.mentions(e, v) }) {
				continue
			}
			for _, lhs := range a.Lhs {
				if id, ok := lhs.(*ast.Ident); ok {
					if w, ok := c.pass.TypesInfo.ObjectOf(id).(*types.Var); ok && w != v && w.Name() != "err" && used(w, depth-1) {
						return true
					}
				}
			}
		}
		return false
	}
	return func(v *types.Var) bool { return used(v, 3) }
}

// identifies reports whether a parameter of a function says by its name and type
// which row of a table is meant: id or key does, userID of users, and of any table
// if the function deletes or changes by its name. A name says so for a deletion
// only: an update may set it.
func identifies(fn, table, verb string, param *types.Var) bool {
	b, ok := param.Type().Underlying().(*types.Basic)
	if _, array := param.Type().Underlying().(*types.Array); !array && (!ok || b.Info()&(types.IsString|types.IsInteger) == 0) {
		return false
	}
	name := param.Name()
	if slices.Contains([]string{"id", "uuid", "guid", "key", "slug"}, strings.ToLower(name)) {
		return true
	}
	about := single(fn) && !emptying(fn)
	for _, suffix := range []string{"ID", "Id", "_id", "UUID", "Key", "Slug"} {
		if of, ok := strings.CutSuffix(name, suffix); ok {
			return about || strings.Contains(strings.ToLower(table), strings.ToLower(of))
		}
	}
	return about && verb == "deletes" && slices.Contains([]string{"name", "username", "email"}, strings.ToLower(name))
}

// single reports whether a function says by its name that it deletes or changes
// something.
func single(name string) bool {
	lower := strings.ToLower(name)
	return slices.ContainsFunc([]string{"delete", "remove", "update", "revoke", "rename", "set", "change", "disable", "enable"}, func(verb string) bool {
		return strings.HasPrefix(lower, verb)
	})
}

// entity returns the identifying field of the receiver or a parameter that a
// statement concerns, if it leaves that out though it uses others or has none to
// use; else "".
func (c *check) entity(call *ast.CallExpr, decl *ast.FuncDecl) string {
	if name := decl.Name.Name; !single(name) || everything(name) {
		return ""
	}
	fields := slices.Clone(decl.Type.Params.List)
	if decl.Recv != nil {
		fields = append(fields, decl.Recv.List...)
	}
	for _, field := range fields {
		for _, ident := range field.Names {
			v, ok := c.pass.TypesInfo.Defs[ident].(*types.Var)
			if !ok {
				continue
			}
			id := idField(v.Type())
			if id == nil || c.reads(decl, v, id) || !c.argues(call, v) && len(call.Args) > 2 {
				continue
			}
			return ident.Name + "." + id.Name()
		}
	}
	return ""
}

// argues reports whether an argument of a call mentions a variable.
func (c *check) argues(call *ast.CallExpr, v *types.Var) bool {
	return slices.ContainsFunc(call.Args, func(e ast.Expr) bool { return c.mentions(e, v) })
}

// reads reports whether a function reads a field of a variable, or passes
// the variable as a whole on.
func (c *check) reads(decl *ast.FuncDecl, v *types.Var, field *types.Var) bool {
	whole, selectors := 0, 0
	found := false
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if id, ok := n.X.(*ast.Ident); ok && c.pass.TypesInfo.Uses[id] == v {
				if _, method := c.pass.TypesInfo.Uses[n.Sel].(*types.Func); !method {
					selectors++
				}
				found = found || n.Sel.Name == field.Name()
			}
		case *ast.Ident:
			if c.pass.TypesInfo.Uses[n] == v {
				whole++
			}
		}
		return true
	})
	return found || whole > selectors
}

// idField returns the field ID of a struct, or nil.
func idField(t types.Type) *types.Var {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for f := range s.Fields() {
		if f.Name() == "ID" || f.Name() == "Id" || f.Name() == "UUID" {
			return f
		}
	}
	return nil
}

// everything reports whether a function says by its name that it is about all
// rows.
func everything(name string) bool {
	return slices.ContainsFunc([]string{"All", "Every", "Everything", "Table", "Each"}, func(word string) bool { return strings.Contains(name, word) })
}

// infrastructure reports whether a function says by its name that it sets up or
// converts a database, rather than serves requests.
func infrastructure(name string) bool {
	lower := strings.ToLower(name)
	return slices.ContainsFunc([]string{
		"migrat", "upgrade", "downgrade", "seed", "setup", "import", "restore", "rebuild", "reindex", "refresh", "sync", "replace", "reload", "load", "test", "mock", "demo", "backfill", "init",
	}, func(word string) bool { return strings.Contains(lower, word) })
}

// emptying reports whether a function says by its name that it leaves nothing.
func emptying(name string) bool {
	lower := strings.ToLower(name)
	return everything(name) || slices.ContainsFunc([]string{
		"clear", "reset", "truncate", "purge", "flush", "wipe", "empty", "clean", "uninstall", "teardown", "destroy", "prune",
	}, func(word string) bool { return strings.Contains(lower, word) })
}
