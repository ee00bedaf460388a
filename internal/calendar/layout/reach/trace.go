package reach

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/leapguard/leapguard/internal/syntax"
)

// A path leads from a table to the layouts in it.
type path string

// The steps of a path.
const (
	elem path = "e" // an element
	key  path = "k" // a key of a map
)

// maxPath bounds the depth of tables.
const maxPath = 3

func (p path) cut(step path) (path, bool) {
	rest, ok := strings.CutPrefix(string(p), string(step))
	return path(rest), ok
}

// A tracer follows the arguments of sinks back to constants.
type tracer struct {
	pass  *analysis.Pass
	sinks []sink
	index *index // of the package, made when it is needed

	sink  sink       // what is being followed
	among []ast.Expr // the tables and what else the variables may hold that it leads to
	found map[ast.Expr]*Layout
	done  map[visit]bool
	param map[*types.Func][]Param
}

type visit struct {
	node any // ast.Expr or types.Object
	path path
	use  Use
}

func (t *tracer) first(node any, p path, use Use) bool {
	v := visit{node, p, use}
	if t.done[v] || len(p) > maxPath {
		return false
	}
	t.done[v] = true
	return true
}

// trace follows an expression.
func (t *tracer) trace(e ast.Expr, p path, use Use) {
	e = ast.Unparen(e)
	if p == "" && t.constant(e, use) || !t.first(e, p, use) {
		return
	}
	switch e := e.(type) {
	case *ast.Ident:
		t.object(t.pass.TypesInfo.ObjectOf(e), p, use)
	case *ast.SelectorExpr:
		t.object(t.pass.TypesInfo.ObjectOf(e.Sel), p, use)
	case *ast.IndexExpr:
		t.trace(e.X, elem+p, use)
	case *ast.SliceExpr:
		if p != "" {
			t.trace(e.X, p, use)
		}
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			t.trace(e.X, p, use)
		}
	case *ast.StarExpr:
		t.trace(e.X, p, use)
	case *ast.CompositeLit:
		t.literal(e, p, use)
	case *ast.CallExpr:
		t.result(e, p, use)
	}
}

// constant notes a constant string.
func (t *tracer) constant(e ast.Expr, use Use) bool {
	tv := t.pass.TypesInfo.Types[e]
	if tv.Value == nil || tv.Value.Kind() != constant.String {
		return false
	}
	argument := t.sink.time && ast.Unparen(t.sink.arg) == e
	at := t.written(e)
	l := t.found[at]
	if l == nil {
		l = &Layout{Expr: at, Value: constant.StringVal(tv.Value), Call: t.sink.call, Argument: argument}
		for _, e := range t.among {
			l.Siblings = append(l.Siblings, t.strings(e)...)
		}
		t.found[at] = l
	}
	l.Use |= use
	l.Argument = l.Argument && argument
	return true
}

// written returns the expression that a constant of the package is declared
// with.
func (t *tracer) written(e ast.Expr) ast.Expr {
	for range maxPath {
		id, ok := ast.Unparen(e).(*ast.Ident)
		if !ok {
			break
		}
		c, ok := t.pass.TypesInfo.Uses[id].(*types.Const)
		if !ok || c.Pkg() != t.pass.Pkg {
			break
		}
		value := t.declared(c)
		if value == nil {
			break
		}
		e = value
	}
	return ast.Unparen(e)
}

// declared returns the expression that stands for a constant where it is
// declared, nil where it repeats one above.
func (t *tracer) declared(c *types.Const) (value ast.Expr) {
	file := syntax.FileOf(t.pass, c.Pos())
	if file == nil {
		return nil
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil || c.Pos() < n.Pos() || n.End() <= c.Pos() {
			return false
		}
		if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Values) == len(spec.Names) {
			for i, name := range spec.Names {
				if name.Pos() == c.Pos() {
					value = spec.Values[i]
				}
			}
		}
		return true
	})
	return value
}

// strings returns the constant strings in an expression.
func (t *tracer) strings(e ast.Expr) []string {
	var out []string
	ast.Inspect(e, func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok {
			if tv := t.pass.TypesInfo.Types[e]; tv.Value != nil && tv.Value.Kind() == constant.String {
				out = append(out, constant.StringVal(tv.Value))
				return false
			}
		}
		return true
	})
	return out
}

// object follows a variable, field or parameter.
func (t *tracer) object(obj types.Object, p path, use Use) {
	v, ok := obj.(*types.Var)
	if !ok || v.Pkg() != t.pass.Pkg {
		return
	}
	v = v.Origin()
	if !t.first(v, p, use) {
		return
	}
	x := t.indexed()
	if fn, i := x.paramOf(v); fn != nil {
		t.parameter(fn, i, v, p, use)
	}
	outer := t.among
	for _, s := range x.values[v] {
		t.among = append(slices.Clip(t.among), s.expr)
	}
	for _, s := range x.values[v] {
		t.trace(s.expr, s.path+p, use)
	}
	t.among = outer
}

// parameter follows a parameter to the calls in the package. One that is
// assigned something made of itself is not what the callers pass.
func (t *tracer) parameter(fn *types.Func, i int, v *types.Var, p path, use Use) {
	x := t.indexed()
	for _, s := range x.values[v] {
		if tv := t.pass.TypesInfo.Types[s.expr]; tv.Value == nil {
			return
		}
	}
	if p == "" || p == elem {
		t.note(fn, Param{Index: i, Elem: p == elem, Use: use})
	}
	for _, call := range x.calls[fn] {
		for _, a := range argsOf(call, fn, i, p) {
			t.trace(a.expr, a.path, use)
		}
	}
}

func (t *tracer) note(fn *types.Func, p Param) {
	i := slices.IndexFunc(t.param[fn], func(o Param) bool { return o.Index == p.Index && o.Elem == p.Elem })
	if i < 0 {
		t.param[fn] = append(t.param[fn], p)
		return
	}
	t.param[fn][i].Use |= p.Use
}

// literal follows the elements or the keys of a table.
func (t *tracer) literal(lit *ast.CompositeLit, p path, use Use) {
	if p == "" {
		return
	}
	outer := t.among
	t.among = append(slices.Clip(outer), lit)
	for _, e := range lit.Elts {
		kv, keyed := e.(*ast.KeyValueExpr)
		if rest, ok := p.cut(elem); ok {
			if keyed {
				e = kv.Value
			}
			t.trace(e, rest, use)
		} else if rest, ok := p.cut(key); ok && keyed {
			t.trace(kv.Key, rest, use)
		}
	}
	t.among = outer
}

// result follows the result of a conversion, of append, or of a function of
// the package.
func (t *tracer) result(call *ast.CallExpr, p path, use Use) {
	if tv := t.pass.TypesInfo.Types[call.Fun]; tv.IsType() && len(call.Args) == 1 {
		t.trace(call.Args[0], p, use)
		return
	}
	switch fn := typeutil.Callee(t.pass.TypesInfo, call).(type) {
	case *types.Builtin:
		if rest, ok := p.cut(elem); ok && fn.Name() == "append" {
			t.trace(call.Args[0], p, use)
			for _, arg := range call.Args[1:] {
				if call.Ellipsis.IsValid() {
					t.trace(arg, p, use)
				} else {
					t.trace(arg, rest, use)
				}
			}
		}
	case *types.Func:
		outer, results := t.among, t.indexed().results[fn.Origin()]
		t.among = slices.Concat(outer, results)
		for _, e := range results {
			t.trace(e, p, use)
		}
		t.among = outer
	}
}
