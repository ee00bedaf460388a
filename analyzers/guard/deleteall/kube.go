package deleteall

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"github.com/leapguard/leapguard/internal/syntax"
)

// selected reports a call of DeleteAllOf without an option that selects.
func (c *check) selected(call *ast.CallExpr) {
	known := c.known(call)
	if known == nil || !known.Selects || call.Ellipsis.IsValid() || len(call.Args) < 2 {
		return
	}
	if slices.ContainsFunc(call.Args[2:], c.mayFind) || c.intends(call) {
		return
	}
	c.pass.Reportf(call, "%s selects neither a namespace nor labels: it deletes every object of the type", syntax.Text(call))
}

// mayFind reports whether an option of DeleteAllOf selects objects, as far as is
// known: those that say how to delete do not.
func (c *check) mayFind(option ast.Expr) bool {
	t := c.pass.TypesInfo.TypeOf(option)
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	const client = "sigs.k8s.io/controller-runtime/pkg/client"
	for _, name := range []string{"GracePeriodSeconds", "PropagationPolicy", "Preconditions"} {
		if syntax.IsNamed(t, client, name) {
			return false
		}
	}
	if syntax.IsNamed(t, client, "InNamespace") {
		conv, ok := ast.Unparen(option).(*ast.CallExpr)
		return !ok || len(conv.Args) != 1 || !c.empty(conv.Args[0])
	}
	return true
}

// empty reports whether an expression is the constant "".
func (c *check) empty(e ast.Expr) bool {
	v := c.pass.TypesInfo.Types[e].Value
	return v != nil && v.Kind() == constant.String && constant.StringVal(v) == ""
}

// collection reports a call of DeleteCollection of a typed client for all
// namespaces without a selector.
func (c *check) collection(call *ast.CallExpr) {
	fn := c.pass.Callee(call)
	if fn == nil || len(call.Args) == 0 {
		return
	}
	params := fn.Signature().Params()
	last := params.At(params.Len() - 1).Type()
	if ptr, ok := last.(*types.Pointer); ok {
		last = ptr.Elem()
	}
	const meta = "k8s.io/apimachinery/pkg/apis/meta/v1"
	if !syntax.IsNamed(last, meta, "ListOptions") || !isEmptyLiteral(call.Args[len(call.Args)-1]) {
		return
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return
	}
	client, ok := ast.Unparen(sel.X).(*ast.CallExpr)
	if !ok || len(client.Args) > 0 && !c.empty(client.Args[0]) || c.intends(call) {
		return
	}
	c.pass.Reportf(call, "%s selects neither a namespace nor labels: it deletes every object of the type", short(call))
}

// isEmptyLiteral reports whether an expression is T{} or &T{}.
func isEmptyLiteral(e ast.Expr) bool {
	e = ast.Unparen(e)
	if addr, ok := e.(*ast.UnaryExpr); ok {
		e = ast.Unparen(addr.X)
	}
	lit, ok := e.(*ast.CompositeLit)
	return ok && len(lit.Elts) == 0
}

// intends reports whether the function around a node says by its name that it
// leaves nothing.
func (c *check) intends(n ast.Node) bool {
	decl := c.function(n)
	return decl == nil || emptying(decl.Name.Name)
}
