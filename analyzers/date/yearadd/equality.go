package yearadd

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/calendar/layout"
	"github.com/leapguard/leapguard/internal/flow"
)

// sameDay holds the methods of time.Time whose results differ where dates
// differ by days.
var sameDay = []string{
	"(time.Time).Unix", "(time.Time).UnixMilli", "(time.Time).UnixMicro", "(time.Time).UnixNano",
	"(time.Time).UTC", "(time.Time).Local", "(time.Time).In",
}

// compared reports a year added if the result is compared for equality with
// the same date some days later, or with the date that it was once the year
// is taken off again.
func (c *check) compared(m calendar.Move, years int) {
	call, base := m.Call, m.Base
	for _, eq := range c.equalities(call) {
		if eq.apart {
			if days, ok := c.wholeDays(eq.other); ok && sameTime(base, eq.from) {
				c.inDays(call, c.baseOf(base), years, days)
			}
			continue
		}
		if inner, ok := c.dates.MoveOf(base); ok && c.undoes(inner, years, eq.other) {
			if leap, fails := c.baseOf(inner.Base).leapDay(-years); fails {
				c.reportCall(call, func(expr string) string {
					return fmt.Sprintf("%s on %s gives %s", expr, leap, calendar.Date{Year: leap.Year, Month: time.March, Day: 1})
				})
			}
			return
		}
		start, days, ok := c.daysAfter(eq.other)
		from := c.passed(base, eq.in)
		if !ok || !sameTime(from, start) {
			continue
		}
		if c.inDays(call, c.baseOf(from), years, days) {
			return
		}
	}
}

// inDays reports years that are compared with a number of days from b, if there
// is a date on which they differ.
func (c *check) inDays(call *ssa.Call, b base, years, days int) bool {
	from, took, differs := b.inDays(years, days)
	if differs {
		c.reportCall(call, func(expr string) string {
			return fmt.Sprintf("%s on %s is %d days later, and it is compared with %d days", expr, from, took, days)
		})
	}
	return differs
}

// wholeDays returns the number of days that a constant duration is.
func (c *check) wholeDays(v ssa.Value) (days int, ok bool) {
	d, ok := c.dates.Integer(v)
	day := int64(24 * time.Hour)
	return int(d / day), ok && d%day == 0
}

// An equality is what a date is compared with for equality, and the function
// in which it is.
type equality struct {
	other ssa.Value
	in    *ssa.Function
	// apart says that other is a duration: the distance from the date from.
	apart bool
	from  ssa.Value
}

// equalities returns what the date v is compared with, in operations, methods
// and assertions.
func (c *check) equalities(v ssa.Value) []equality {
	var out []equality
	for _, use := range c.dates.Follow(v, sameDay...) {
		in := use.Instr.Parent()
		switch instr := use.Instr.(type) {
		case *ssa.BinOp:
			if instr.Op == token.EQL || instr.Op == token.NEQ {
				out = append(out, equality{other: use.Other(), in: in})
			}
		case *ssa.MakeInterface:
			for _, ref := range *instr.Referrers() {
				if call, ok := ref.(*ssa.Call); ok {
					out = appendAsserted(out, call, instr)
				}
			}
		case *ssa.Call:
			switch {
			case use.Name == "(time.Time).Equal":
				out = append(out, equality{other: use.Other(), in: in})
			case use.Name == "(time.Time).Sub" && use.Args[0] == use.Value:
				for _, eq := range c.equalities(instr) {
					eq.apart, eq.from = true, use.Args[1]
					out = append(out, eq)
				}
			case use.Name == "(time.Time).Format" && c.tellsDay(use.Args[1]):
				out = append(out, c.equalities(instr)...)
			default:
				out = appendAsserted(out, instr, use.Value)
			}
		}
	}
	return out
}

// tellsDay reports whether a layout is known and has the day of a date.
func (c *check) tellsDay(v ssa.Value) bool {
	text, ok := c.dates.Text(v)
	return ok && layout.Fields(text).Has(layout.Day, layout.YearDay)
}

// appendAsserted adds the argument that v is compared with, if a call asserts
// that two are equal.
func appendAsserted(list []equality, call *ssa.Call, v ssa.Value) []equality {
	callee := flow.Callee(call)
	if callee == nil || callee.Pkg() == nil {
		return list
	}
	args := flow.Args(call)
	first, ok := asserted(callee, args)
	if !ok || len(args) < first+2 {
		return list
	}
	a, b := args[first], args[first+1]
	switch v {
	case a:
		return append(list, equality{other: b, in: call.Parent()})
	case b:
		return append(list, equality{other: a, in: call.Parent()})
	}
	return list
}

// asserted returns the index of the first of the two arguments that a function
// asserts to be equal.
func asserted(fn *types.Func, args []ssa.Value) (first int, ok bool) {
	name := fn.Name()
	switch pkg := fn.Pkg().Path(); {
	case pkg == "reflect" && name == "DeepEqual":
		return 0, true
	case strings.HasSuffix(pkg, "google/go-cmp/cmp"):
		return 0, name == "Equal" || name == "Diff"
	case strings.HasSuffix(pkg, "stretchr/testify/assert"), strings.HasSuffix(pkg, "stretchr/testify/require"):
		switch strings.TrimSuffix(name, "f") {
		case "Equal", "EqualValues", "Exactly":
			return 1, true
		case "WithinDuration":
			return 1, len(args) > 3 && withinDay(args[3])
		}
	}
	return 0, false
}

// withinDay reports whether a tolerance is known to be less than a day.
func withinDay(v ssa.Value) bool {
	tolerance, ok := flow.Resolve(v).(*ssa.Const)
	return ok && tolerance.Value != nil && constant.Compare(tolerance.Value, token.LSS, constant.MakeInt64(int64(24*time.Hour)))
}

// undoes reports whether inner adds the years that are taken off again, to the
// date other.
func (c *check) undoes(inner calendar.Move, years int, other ssa.Value) bool {
	added, ok := c.wholeYears(inner)
	return ok && added == -years && sameTime(inner.Base, unboxed(other))
}

// unboxed returns the value in an interface.
func unboxed(v ssa.Value) ssa.Value {
	v = flow.Resolve(v)
	if box, ok := v.(*ssa.MakeInterface); ok {
		return flow.Resolve(box.X)
	}
	return v
}

// passed returns what a call in fn passes for the parameter base of a helper;
// any other base is returned as it is.
func (c *check) passed(base ssa.Value, fn *ssa.Function) ssa.Value {
	param, ok := flow.Resolve(base).(*ssa.Parameter)
	if !ok || param.Parent() == fn {
		return base
	}
	var found ssa.Value
	for _, call := range c.dates.Callers(param.Parent()) {
		if call.Parent() != fn {
			continue
		}
		if found != nil {
			return base // it is not known which
		}
		found = argument(call, param)
	}
	if found == nil {
		return base
	}
	return found
}

// argument returns what a call passes for a parameter of the function that it
// calls.
func argument(call ssa.CallInstruction, param *ssa.Parameter) ssa.Value {
	for i, p := range param.Parent().Params {
		if args := flow.Args(call); p == param && i < len(args) {
			return args[i]
		}
	}
	return nil
}

// maxHelpers bounds the nesting of helpers that return a date.
const maxHelpers = 3

// daysAfter returns the time that v is a fixed number of days after, and that
// number.
func (c *check) daysAfter(v ssa.Value) (base ssa.Value, days int, ok bool) {
	return c.daysAfterWithin(v, maxHelpers)
}

func (c *check) daysAfterWithin(v ssa.Value, helpers int) (base ssa.Value, days int, ok bool) {
	for {
		call, isCall := unboxed(v).(*ssa.Call)
		if !isCall || flow.Callee(call) == nil {
			return nil, 0, false
		}
		args := flow.Args(call)
		switch name := flow.Name(flow.Callee(call)); {
		case name == "(time.Time).Add":
			days, ok := c.wholeDays(args[1])
			return args[0], days, ok
		case name == "(time.Time).AddDate":
			for _, arg := range args[1:3] {
				if n, ok := c.dates.Integer(arg); !ok || n != 0 {
					return nil, 0, false
				}
			}
			d, ok := c.dates.Integer(args[3])
			return args[0], int(d), ok
		case name == "(time.Time).Format" || isSameDay(name):
			v = args[0]
		default:
			return c.helperDays(call, helpers)
		}
	}
}

func isSameDay(name string) bool {
	return slices.Contains(sameDay, name)
}

// helperDays is daysAfter of a call of a function of the package.
func (c *check) helperDays(call *ssa.Call, helpers int) (base ssa.Value, days int, ok bool) {
	fn := c.dates.Source(call)
	if fn == nil || helpers == 0 || fn.Signature.Results().Len() != 1 {
		return nil, 0, false
	}
	var result ssa.Value
	for _, block := range fn.Blocks {
		if ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok {
			if result != nil {
				return nil, 0, false
			}
			result = ret.Results[0]
		}
	}
	if result == nil {
		return nil, 0, false
	}
	base, days, ok = c.daysAfterWithin(result, helpers-1)
	if !ok {
		return nil, 0, false
	}
	if param, isParam := flow.Resolve(base).(*ssa.Parameter); isParam {
		base = argument(call, param)
	}
	return base, days, base != nil
}

// sameTime reports whether two values are the same time, or nearly: the present.
func sameTime(a, b ssa.Value) bool {
	return flow.Same(a, b) || now(flow.Resolve(a)) && now(flow.Resolve(b))
}

func now(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	return ok && flow.Callee(call) != nil && flow.Name(flow.Callee(call)) == "time.Now"
}
