package truncday

import (
	"go/ast"
	"go/constant"

	"github.com/leapguard/leapguard/internal/rule"
)

// cutsDays reports, by syntax and types alone, whether a package truncates
// something to a number of days that may be constant: most only drop fractions
// of a second, for which no SSA need be built.
func cutsDays(pass *rule.Pass) bool {
	found := false
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 {
				return !found
			}
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok && (sel.Sel.Name == "Truncate" || sel.Sel.Name == "Round") {
				value := pass.TypesInfo.Types[call.Args[0]].Value
				found = found || value == nil || wholeDays(value)
			}
			return !found
		})
	}
	return found
}

func wholeDays(value constant.Value) bool {
	d, ok := constant.Int64Val(constant.ToInt(value))
	return ok && d > 0 && d%day == 0
}
