package isoyear

import (
	"go/token"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/flow"
)

// anyDay reports whether a time may be one of the days around New Year: it was
// not made a day in the middle of a year, nor moved by its weekday, as to the
// Thursday that decides on the year of a week, nor by a function that may do
// so.
func anyDay(v ssa.Value) bool {
	return anyDayOf(v, make(map[ssa.Value]bool))
}

func anyDayOf(v ssa.Value, seen map[ssa.Value]bool) bool {
	v = flow.Resolve(v)
	if seen[v] {
		return true
	}
	seen[v] = true
	switch v := v.(type) {
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if !anyDayOf(edge, seen) {
				return false
			}
		}
	case *ssa.Extract:
		return anyDayOf(v.Tuple, seen)
	case *ssa.Call:
		return anyDayMade(v, seen)
	}
	return true
}

func anyDayMade(call *ssa.Call, seen map[ssa.Value]bool) bool {
	name, args := calleeName(call), flow.Args(call)
	switch name {
	case "time.Date":
		return !settled(args[1], args[2])
	case "(time.Time).AddDate", "(time.Time).Add":
		for _, arg := range args[1:] {
			if !isConst(arg) {
				return false
			}
		}
		return anyDayOf(args[0], seen)
	case "(time.Time).UTC", "(time.Time).Local", "(time.Time).In", "(time.Time).Truncate", "(time.Time).Round":
		return anyDayOf(args[0], seen)
	}
	for _, arg := range args {
		if calendar.IsTime(arg.Type()) {
			return false
		}
	}
	return true
}

// settled reports whether a month and a day of it are in the calendar year to
// which their ISO week belongs, whatever the year.
func settled(month, day ssa.Value) bool {
	m, ok := calendar.Unconvert(month).(*ssa.Const)
	if !ok || m.Value == nil {
		return false
	}
	d, ok := calendar.Unconvert(day).(*ssa.Const)
	fixed := ok && d.Value != nil
	switch time.Month(m.Int64()) {
	case time.January:
		return fixed && d.Int64() >= 4
	case time.December:
		return fixed && d.Int64() <= 28
	}
	return true
}

func isConst(v ssa.Value) bool {
	_, ok := calendar.Unconvert(v).(*ssa.Const)
	return ok
}

// corrects reports whether a function looks at the week or the ISO year to find
// out about the days around New Year.
func corrects(fn *ssa.Function) bool {
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			op, ok := instr.(*ssa.BinOp)
			if !ok {
				continue
			}
			switch op.Op {
			case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
				_, x := calendar.PartOf(op.X)
				_, y := calendar.PartOf(op.Y)
				if x == "ISOYear" || y == "ISOYear" || x == "ISOWeek" && isConst(op.Y) || y == "ISOWeek" && isConst(op.X) {
					return true
				}
			}
		}
	}
	return false
}
