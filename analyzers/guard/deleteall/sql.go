package deleteall

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"regexp"
	"strings"

	"github.com/leapguard/leapguard/internal/syntax"
)

// statement reports an SQL statement that deletes or changes every row of a
// table, in a function that is given the row that is meant.
func (c *check) statement(call *ast.CallExpr) {
	fn := c.pass.Callee(call)
	if known := c.known(call); fn == nil || !(known != nil && known.Runs) && !declares(fn) {
		return
	}
	arg, text := c.text(call)
	if arg == nil {
		return
	}
	for s := range strings.SplitSeq(uncommented(text), ";") {
		if ddl.In(c.pass) && destroys(s) {
			c.pass.Reportf(call, "%s %s", quoted(s), "destroys a table with all of its rows")
			return
		}
		table, verb := everyRow(s)
		if table == "" {
			continue
		}
		row := c.meant(call, table, verb)
		if row == "" {
			continue
		}
		c.pass.Reportf(call, "%s %s every row of %s, whatever %s is", quoted(s), verb, table, row)
		return
	}
}

// declares reports whether a method is that of an interface that stands for a
// database, by its form.
func declares(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil || !types.IsInterface(recv.Type()) || !fn.Signature().Variadic() {
		return false
	}
	return fn.Name() == "Exec" || fn.Name() == "ExecContext"
}

// text returns the first argument that is a text, and its constant value. A
// variable counts if its declaration gives it one and nothing else assigns to
// it.
func (c *check) text(call *ast.CallExpr) (ast.Expr, string) {
	for _, arg := range call.Args {
		tv := c.pass.TypesInfo.Types[arg]
		if b, ok := tv.Type.Underlying().(*types.Basic); !ok || b.Info()&types.IsString == 0 {
			continue
		}
		if tv.Value == nil {
			tv.Value = c.assigned(call, arg)
		}
		if tv.Value == nil || tv.Value.Kind() != constant.String {
			return nil, ""
		}
		return arg, constant.StringVal(tv.Value)
	}
	return nil, ""
}

// assigned returns the constant that a local variable always holds, or nil.
func (c *check) assigned(call *ast.CallExpr, arg ast.Expr) constant.Value {
	id, ok := ast.Unparen(arg).(*ast.Ident)
	if !ok {
		return nil
	}
	decl := c.function(call)
	v, ok := c.pass.TypesInfo.Uses[id].(*types.Var)
	if !ok || decl == nil {
		return nil
	}
	var out constant.Value
	again := false
	assign := func(lhs, rhs ast.Expr, tok token.Token) {
		if id, ok := lhs.(*ast.Ident); ok && c.pass.TypesInfo.ObjectOf(id) == v {
			again = again || out != nil || rhs == nil || tok == token.ADD_ASSIGN
			if rhs != nil {
				out = c.pass.TypesInfo.Types[rhs].Value
			}
			again = again || out == nil
		}
	}
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if len(n.Lhs) == len(n.Rhs) {
					assign(lhs, n.Rhs[i], n.Tok)
				} else {
					assign(lhs, nil, n.Tok)
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if i < len(n.Values) {
					assign(name, n.Values[i], token.DEFINE)
				}
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				assign(n.X, nil, n.Op)
			}
		}
		return true
	})
	if again {
		return nil
	}
	return out
}

var (
	comment   = regexp.MustCompile(`(?s)--[^\n]*|/\*.*?\*/`)
	deletion  = regexp.MustCompile("(?is)^\\s*delete\\s+from\\s+([\\w.\"`\\[\\]]+)(.*)$")
	update    = regexp.MustCompile("(?is)^\\s*update\\s+(?:only\\s+)?([\\w.\"`\\[\\]]+)\\s+set\\s(.*)$")
	selecting = regexp.MustCompile(`(?i)\b(?:where|limit|using|join|from|top)\b`)
	destroyer = regexp.MustCompile(`(?i)^\s*(?:truncate\s|drop\s+(?:table|database|schema)\s)`)
	spaces    = regexp.MustCompile(`\s+`)
)

func uncommented(sql string) string { return comment.ReplaceAllString(sql, " ") }

// everyRow returns the table of which a statement deletes or changes every row,
// and which it does; "" if there is none.
func everyRow(s string) (table, verb string) {
	if m := deletion.FindStringSubmatch(s); m != nil && !selecting.MatchString(m[2]) {
		return strings.Trim(m[1], "\"`[]"), "deletes"
	}
	if m := update.FindStringSubmatch(s); m != nil && !selecting.MatchString(m[2]) {
		return strings.Trim(m[1], "\"`[]"), "changes"
	}
	return "", ""
}

// destroys reports whether a statement drops or truncates.
func destroys(s string) bool { return destroyer.MatchString(s) }

// maxStatement is the length in bytes above which a statement is shortened.
const maxStatement = 60

func quoted(s string) string {
	s = strings.TrimSpace(spaces.ReplaceAllString(s, " "))
	if len(s) > maxStatement {
		s = strings.ToValidUTF8(s[:maxStatement-3], "") + "..."
	}
	return fmt.Sprintf("%q", s)
}

// function returns the declaration that a node stands in, or nil.
func (c *check) function(n ast.Node) *ast.FuncDecl {
	for _, e := range c.pass.Enclosing(n) {
		if decl, ok := e.(*ast.FuncDecl); ok {
			return decl
		}
	}
	return nil
}

// mentions reports whether a node mentions a variable.
func (c *check) mentions(n ast.Node, v *types.Var) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && c.pass.TypesInfo.Uses[id] == v {
			found = true
		}
		return !found
	})
	return found
}

// isQuery reports whether a call asks the database or tells it
// about something, as far as its text tells.
func isQuery(call *ast.CallExpr) bool {
	for _, arg := range call.Args {
		if lit, ok := ast.Unparen(arg).(*ast.BasicLit); ok && lit.Kind == token.STRING && query.MatchString(lit.Value) {
			return true
		}
	}
	switch name := syntax.CalledName(call); name {
	case "Query", "QueryRow", "QueryContext", "QueryRowContext", "Exec", "ExecContext", "Get", "GetContext", "Select", "Where", "First", "Find", "Prepare", "PrepareContext":
		return true
	}
	return false
}

var query = regexp.MustCompile(`(?i)\b(?:select|insert|update|delete|replace|with)\b`)
