package noyear

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"
	"time"
)

// turn is a day after the turn of a year, on which what was written the day
// before is read.
var turn = time.Date(2027, time.January, 1, 0, 0, 0, 0, time.UTC)

// message tells what a call makes of the last day of a year when that is read
// on the first of the next. The layout is "" if it is not known.
func message(call *ast.CallExpr, layout string) string {
	written := time.Date(0, time.December, 31, 17, 48, 39, 0, time.UTC)
	got := written.AddDate(turn.Year(), 0, 0)
	text := written.Format("2 January")
	if layout != "" {
		text = fmt.Sprintf("%q", written.Format(layout))
	}
	return fmt.Sprintf("%s turns %s, read on %s, into %s", short(call), text, turn.Format("2 January 2006"), got.Format("2 January 2006"))
}

// short writes a call with its first three arguments.
func short(call *ast.CallExpr) string {
	if len(call.Args) <= 3 {
		return types.ExprString(call)
	}
	var out strings.Builder
	out.WriteString(types.ExprString(call.Fun) + "(")
	for _, arg := range call.Args[:3] {
		out.WriteString(types.ExprString(arg) + ", ")
	}
	return out.String() + "...)"
}
