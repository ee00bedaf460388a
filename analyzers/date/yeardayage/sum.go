package yeardayage

import (
	"go/constant"
	"go/token"
	"slices"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
)

const (
	daysOfYear     = 365
	daysOfLeapYear = 366
)

// A term is a multiple of a part of a time.
type term struct {
	of     ssa.Value // the time
	factor int
}

// A sum is a sum of multiples of days of the year, of years, and a constant.
type sum struct {
	days, years []term
	constant    int
}

// add adds a multiple of v. It returns false if something else is in v.
func (s *sum) add(v ssa.Value, factor int) bool {
	switch of, part := calendar.PartOf(v); part {
	case "YearDay":
		s.days = append(s.days, term{of, factor})
		return true
	case "Year":
		s.years = append(s.years, term{of, factor})
		return true
	}
	switch v := calendar.Unconvert(v).(type) {
	case *ssa.Const:
		n, ok := number(v)
		s.constant += factor * n
		return ok
	case *ssa.BinOp:
		switch v.Op {
		case token.ADD:
			return s.add(v.X, factor) && s.add(v.Y, factor)
		case token.SUB:
			return s.add(v.X, factor) && s.add(v.Y, -factor)
		case token.MUL:
			if n, ok := number(v.X); ok {
				return s.add(v.Y, factor*n)
			}
			if n, ok := number(v.Y); ok {
				return s.add(v.X, factor*n)
			}
		}
	}
	return false
}

// root reports whether v is no operand of another sum.
func root(v *ssa.BinOp) bool {
	for _, ref := range *v.Referrers() {
		if c, ok := ref.(*ssa.Convert); ok {
			if slices.ContainsFunc(*c.Referrers(), isSum) {
				return false
			}
		}
		if isSum(ref) {
			return false
		}
	}
	return true
}

func isSum(instr ssa.Instruction) bool {
	op, ok := instr.(*ssa.BinOp)
	return ok && (op.Op == token.ADD || op.Op == token.SUB)
}

// number returns the value of a small integer constant.
func number(v ssa.Value) (int, bool) {
	c, ok := calendar.Unconvert(v).(*ssa.Const)
	if !ok || c.Value == nil {
		return 0, false
	}
	n, exact := constant.Int64Val(constant.ToInt(c.Value))
	return int(n), exact && constant.ToInt(c.Value).Kind() == constant.Int
}

func isNumber(v ssa.Value, n int) bool {
	got, ok := number(v)
	return ok && got == n
}

// value returns the sum for two times; ok is false if a term is of another.
func (s sum) value(from, to ssa.Value, a, b time.Time) (n int, ok bool) {
	n = s.constant
	for _, t := range s.days {
		n += t.factor * pick(t.of, from, a, b).YearDay()
	}
	for _, t := range s.years {
		if !calendar.Same(t.of, from) && !calendar.Same(t.of, to) {
			return 0, false
		}
		n += t.factor * pick(t.of, from, a, b).Year()
	}
	return n, true
}

func pick(of, from ssa.Value, a, b time.Time) time.Time {
	if calendar.Same(of, from) {
		return a
	}
	return b
}

// spans are pairs of dates on which to try a number of days: over one New Year,
// that of a leap year, and over several years.
var spans = [][2]time.Time{
	{day(2026, 12, 31), day(2027, 1, 1)},
	{day(2028, 12, 31), day(2029, 1, 1)},
	{day(2027, 1, 1), day(2029, 1, 1)},
	{day(2028, 1, 1), day(2029, 1, 1)},
}

// wrong returns two dates between which the number of days is not the sum. A
// constant of 1 may say that both ends count; a larger one makes up for the
// year that was left.
func (s sum) wrong(from, to ssa.Value) (a, b time.Time, n int, ok bool) {
	extra := s.constant
	if extra < -1 || extra > 1 {
		extra = 0
	}
	for _, span := range fitting(from, to) {
		n, ok := s.value(from, to, span[0], span[1])
		if ok && n != int(span[1].Sub(span[0]).Hours()/24)+extra {
			return span[0], span[1], n, true
		}
	}
	return a, b, 0, false
}

// fitting returns spans between two times, of which one or both may be fixed.
func fitting(from, to ssa.Value) [][2]time.Time {
	a, okA := calendar.FixedDate(from)
	b, okB := calendar.FixedDate(to)
	switch {
	case okA && okB:
		return [][2]time.Time{{a.Time(), b.Time()}}
	case okA:
		return [][2]time.Time{{a.Time(), day(a.Year+1, 1, 1)}}
	case okB:
		return [][2]time.Time{{day(b.Year-1, 12, 31), b.Time()}}
	}
	return spans
}

// misordered returns two dates for which op between their days of the year is
// not what it is between their months and days: one day of two years, or two
// days in a row. precedes says that x is before y.
func misordered(op token.Token, x, y ssa.Value, precedes bool) (a, b time.Time, ok bool) {
	years := [2][]int{{2026, 2028}, {2024, 2026}}
	if precedes {
		years[0], years[1] = years[1], years[0]
	}
	for _, shifts := range [][]int{{0}, {0, 1, -1}} {
		for _, a := range candidates(x, y, shifts, years[0]...) {
			for _, b := range candidates(y, x, shifts, years[1]...) {
				if a.Year() != b.Year() && (!precedes || a.Before(b)) && compare(op, a.YearDay(), b.YearDay()) != compare(op, inYear(a), inYear(b)) {
					return a, b, true
				}
			}
		}
	}
	return a, b, false
}

// candidates returns dates to try for a time: its own if that is fixed, else
// 1 March or, if the other one is fixed, its month and day, in each of the
// years, and the days at those distances from it.
func candidates(v, other ssa.Value, shifts []int, years ...int) []time.Time {
	if d, ok := calendar.FixedDate(v); ok {
		return []time.Time{d.Time()}
	}
	near, ok := calendar.FixedDate(other)
	if !ok {
		near = calendar.Date{Month: time.March, Day: 1}
	}
	var out []time.Time
	for _, shift := range shifts {
		for _, year := range append(years, years[0]+1) {
			out = append(out, day(year, near.Month, near.Day+shift))
		}
	}
	return out
}

// inYear orders dates by month and day.
func inYear(t time.Time) int { return int(t.Month())*100 + t.Day() }

func compare(op token.Token, x, y int) bool {
	switch op {
	case token.LSS:
		return x < y
	case token.LEQ:
		return x <= y
	case token.GTR:
		return x > y
	default:
		return x >= y
	}
}

func day(year int, month time.Month, d int) time.Time {
	return time.Date(year, month, d, 0, 0, 0, 0, time.UTC)
}
