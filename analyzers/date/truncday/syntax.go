package truncday

import (
	"go/ast"
	"go/constant"

	"github.com/leapguard/leapguard/internal/rule"
)

// cuts reports, by syntax and types alone, whether a package truncates
// something to a number of units that may be constant: most only drop fractions
// of a second, for which no SSA need be built.
func cuts(pass *rule.Pass, unit int64) bool {
	for n := range pass.Nodes() {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 {
			continue
		}
		if sel, ok := call.Fun.(*ast.SelectorExpr); ok && (sel.Sel.Name == "Truncate" || sel.Sel.Name == "Round") {
			if value := pass.TypesInfo.Types[call.Args[0]].Value; value == nil || whole(value, unit) {
				return true
			}
		}
	}
	return false
}

func whole(value constant.Value, unit int64) bool {
	d, ok := constant.Int64Val(constant.ToInt(value))
	return ok && d > 0 && d%unit == 0
}
