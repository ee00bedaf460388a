package deleteall

import (
	"fmt"
	"go/ast"
	"go/constant"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/pathname"
	"github.com/leapguard/leapguard/internal/syntax"
)

// keyed reports a deletion of all keys that begin with one that is empty, or that
// others begin with, too, since it ends without a separator.
func (c *check) keyed(expr *ast.CallExpr) {
	if !slices.ContainsFunc(expr.Args, c.isPrefix) {
		return
	}
	known := c.known(expr)
	decl := c.function(expr)
	if known == nil || !known.Deletes || decl == nil || strings.Contains(strings.ToLower(decl.Name.Name), "prefix") || emptying(decl.Name.Name) {
		return
	}
	call := c.instruction(expr)
	if call == nil {
		return
	}
	args := flow.Args(call)
	if known.Key >= len(args) {
		return
	}
	key := args[known.Key]
	if k, ok := flow.Of(c.pass.Pass).Fold(key); ok {
		if k.Kind() == constant.String && constant.StringVal(k) == "" {
			c.pass.Reportf(expr, "%s deletes every key: all begin with the empty one", short(expr))
		}
		return
	}
	paths := pathname.New(c.pass.Pass)
	in, whole := paths.Ends(paths.At(key, call))
	if in == nil || in.Name == "" || whole && strings.Contains(strings.ToLower(in.Name), "prefix") {
		return
	}
	c.pass.Reportf(expr, "%s with %s %q deletes what belongs to %q as well: the prefix ends without a separator", short(expr), in.Name, "a", "ab")
}

// isPrefix reports whether an argument is an option that makes a key a prefix.
func (c *check) isPrefix(arg ast.Expr) bool {
	call, ok := ast.Unparen(arg).(*ast.CallExpr)
	if !ok || syntax.CalledName(call) != "WithPrefix" {
		return false
	}
	known := c.known(call)
	return known != nil && known.Prefix
}

// instruction returns the SSA instruction of a call, or nil.
func (c *check) instruction(expr *ast.CallExpr) ssa.CallInstruction {
	for _, fn := range flow.Of(c.pass.Pass).Funcs() {
		for call := range flow.Calls(fn) {
			if call.Common().Pos() == expr.Lparen {
				return call
			}
		}
	}
	return nil
}

// short writes a call without its arguments.
func short(call *ast.CallExpr) string { return fmt.Sprintf("%s(...)", syntax.Text(call.Fun)) }
