package calendar

import (
	"cmp"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/models"
)

// library returns what is known of a function of a library, or nil.
func library(fn *types.Func) *models.DateFunc {
	if fn.Pkg() == nil || !models.HasDates(fn.Pkg().Path()) {
		return nil
	}
	return models.DateFunction(flow.Name(fn.Origin()))
}

// library is nil for the functions of the package itself: their bodies tell
// more.
func (p *Program) library(fn *types.Func) *models.DateFunc {
	if fn.Pkg() == p.pass.Pkg {
		return nil
	}
	return library(fn)
}

// nameOf returns the name that a function goes by.
func nameOf(fn *types.Func, f *models.DateFunc) string {
	if f != nil && f.As != "" {
		return f.As
	}
	return flow.Name(fn.Origin())
}

// namesMonth reports whether a function moves to where a month begins or ends.
func namesMonth(f *models.DateFunc) bool { return f.Start == "month" || f.End == "month" }

// A Count is a number of years, months or days: Times, multiplied by Value
// unless that is nil.
type Count struct {
	Value ssa.Value
	Times int
}

// A Move is a call that moves a date as AddDate does: by years, then months,
// then days, and on into the next month where a month is too short.
type Move struct {
	Call                *ssa.Call
	Base                ssa.Value
	Years, Months, Days Count
}

// Moves returns the calls that move dates in the package, in source order.
func (p *Program) Moves() []Move {
	if p.concerns == nil || !p.concerns.moves && !p.concerns.time["(time.Time).AddDate"] {
		return nil
	}
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.findCalls()
	out := slices.Clone(p.moves)
	slices.SortStableFunc(out, func(a, b Move) int { return cmp.Compare(a.Call.Pos(), b.Call.Pos()) })
	return out
}

// MoveOf returns the move that v is the result of.
func (p *Program) MoveOf(v ssa.Value) (m Move, ok bool) {
	call, ok := flow.Resolve(v).(*ssa.Call)
	if !ok || flow.Callee(call) == nil {
		return m, false
	}
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.move(call, flow.Callee(call))
}

// move returns the move that a call makes. The caller holds mu.
func (p *Program) move(call *ssa.Call, callee *types.Func) (m Move, ok bool) {
	args := flow.Args(call)
	if f := p.library(callee); f != nil && f.Add != nil {
		return moveBy(call, args, f.Add), !f.Clamps
	}
	if p.name(callee) != "(time.Time).AddDate" {
		return m, false
	}
	return Move{call, args[0], Count{args[1], 1}, Count{args[2], 1}, Count{args[3], 1}}, true
}

// moveBy is the call of a function of a library that moves a date by a span.
func moveBy(call *ssa.Call, args []ssa.Value, span *models.DateSpan) Move {
	count := func(n int) Count {
		if len(args) == 1 || n == 0 {
			return Count{Times: n}
		}
		return Count{args[1], n}
	}
	return Move{call, args[0], count(span.Years), count(span.Months), count(span.Days)}
}

// Count returns the value of a constant number.
func (p *Program) Count(c Count) (int, bool) {
	if c.Value == nil {
		return c.Times, true
	}
	p.init()
	n, ok := p.number(c.Value)
	return int(n) * c.Times, ok
}

// NamesMonths reports whether the package uses functions that tell the month of
// a date or move it to the first or last of its month. It costs no SSA.
func (p *Program) NamesMonths() bool {
	return p.Mentions("(time.Time).Month", "(time.Time).Date", "(time.Time).Format", "(time.Time).Day") ||
		p.concerns != nil && p.concerns.months
}

// MakesMidnights reports whether the package uses functions that may yield a
// midnight. It costs no SSA.
func (p *Program) MakesMidnights() bool {
	return p.Mentions("time.Date", "time.Parse", "time.ParseInLocation", "(time.Time).Truncate") ||
		p.concerns != nil && p.concerns.midnights
}
