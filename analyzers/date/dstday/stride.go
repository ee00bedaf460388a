package dstday

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/flow"
)

// strides are the numbers of days by which a call may move a time, by the day of
// the week of that time; 0 where there is none, or no such time comes there.
type strides struct {
	days  [7]int
	known bool // the number is constant, else one that occurs
}

// strides returns by how many whole days a call of Add moves a time.
func (c *check) strides(call *ssa.Call) strides {
	args := flow.Args(call)
	if n, ok := c.dates.Integer(args[1]); ok {
		if time.Duration(n)%day != 0 {
			return strides{}
		}
		return onWeekdays(call, func(time.Weekday) int { return int(time.Duration(n) / day) }, true)
	}
	var unknown []ssa.Value
	factor := c.factor(args[1], 0, &unknown)
	if factor%int64(day) != 0 {
		return strides{}
	}
	times, number := int(factor/int64(day)), 1
	if len(unknown) == 1 {
		if slope, ok := ofWeekday(unknown[0], args[0]); ok {
			return onWeekdays(call, func(d time.Weekday) int { return times * slope(int(d)) }, false)
		}
		number = c.occurring(unknown[0], call.Block())
	}
	return onWeekdays(call, func(time.Weekday) int { return times * number }, false)
}

// onWeekdays returns the strides of the days of the week on which control comes
// to a call of Add.
func onWeekdays(call *ssa.Call, days func(time.Weekday) int, known bool) strides {
	s := strides{known: known}
	conds := flow.ConditionsAt(call.Block())
	for d := range s.days {
		if !slices.ContainsFunc(conds, func(cond flow.Cond) bool { return excludes(cond, flow.Args(call)[0], d) }) {
			s.days[d] = days(time.Weekday(d))
		}
	}
	return s
}

// excludes reports whether a comparison says that a time is on another day of
// the week.
func excludes(cond flow.Cond, t ssa.Value, weekday int) bool {
	k, ok := cond.Y.(*ssa.Const)
	if !ok || k.Value == nil || k.Value.Kind() != constant.Int || !isWeekday(cond.X, t) {
		return false
	}
	return !constant.Compare(constant.MakeInt64(int64(weekday)), cond.Op, k.Value)
}

func isWeekday(v, t ssa.Value) bool {
	call, ok := calendar.Unconvert(v).(*ssa.Call)
	return ok && flow.IsCallTo(call, "(time.Time).Weekday") && calendar.Same(flow.Args(call)[0], t)
}

// ofWeekday returns v as a function of the day of the week of a time, if it is
// that, plus or minus a constant.
func ofWeekday(v, t ssa.Value) (of func(int) int, ok bool) {
	if isWeekday(v, t) {
		return func(d int) int { return d }, true
	}
	op, ok := calendar.Unconvert(v).(*ssa.BinOp)
	if !ok || op.Op != token.ADD && op.Op != token.SUB {
		return nil, false
	}
	x, okX := numberOrWeekday(op.X, t)
	y, okY := numberOrWeekday(op.Y, t)
	if op.Op == token.SUB {
		return func(d int) int { return x(d) - y(d) }, okX && okY
	}
	return func(d int) int { return x(d) + y(d) }, okX && okY
}

func numberOrWeekday(v, t ssa.Value) (of func(int) int, ok bool) {
	if k, isConst := calendar.Unconvert(v).(*ssa.Const); isConst && k.Value != nil && k.Value.Kind() == constant.Int {
		return func(int) int { return int(k.Int64()) }, true
	}
	return ofWeekday(v, t)
}

// maxNumber is the number up to which one is given as an example.
const maxNumber = 1000

// occurring returns a number that v may be in a block, 1 if possible, or 0 where
// none is known.
func (c *check) occurring(v ssa.Value, block *ssa.BasicBlock) int {
	if isFloat(v) {
		return 1
	}
	r := c.bounds.At(v, block)
	for _, n := range []int64{1, -1, r.Min, r.Max} {
		if n != 0 && r.Min <= n && n <= r.Max && -maxNumber <= n && n <= maxNumber {
			return int(n)
		}
	}
	return 0
}

// longest returns the largest number of days.
func (s strides) longest() int {
	longest := 0
	for _, n := range s.days {
		longest = max(longest, abs(n))
	}
	return longest
}

// over returns a date from which a step of n days in a direction, 1 or -1, leads
// over the beginning of a day, or, if it leads back, over its end; n is 0 if
// there is none.
func (s strides) over(changed calendar.Date, direction int) (start calendar.Date, n int) {
	longest := s.longest()
	for distance := longest; distance > max(0, longest-2*len(s.days)); distance-- {
		start = changed.Plus(-direction * distance)
		n = s.days[start.Time().Weekday()]
		if n*direction >= distance {
			return start, n
		}
	}
	return start, 0
}

// maxFactors bounds the nesting of products.
const maxFactors = 8

// factor returns the product of the constant factors of v, and appends the
// others.
func (c *check) factor(v ssa.Value, depth int, others *[]ssa.Value) int64 {
	if n, ok := c.dates.Integer(v); ok {
		return n
	}
	if depth < maxFactors {
		switch v := flow.Resolve(v).(type) {
		case *ssa.BinOp:
			if v.Op == token.MUL {
				return c.factor(v.X, depth+1, others) * c.factor(v.Y, depth+1, others)
			}
		case *ssa.UnOp:
			if v.Op == token.SUB {
				return -c.factor(v.X, depth+1, others)
			}
		case *ssa.Convert:
			if !isFloat(v.X) {
				return c.factor(v.X, depth+1, others)
			}
		}
	}
	*others = append(*others, v)
	return 1
}

func isFloat(v ssa.Value) bool {
	b, ok := v.Type().Underlying().(*types.Basic)
	return ok && b.Info()&types.IsFloat != 0
}
