package calendar

import (
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// Unreached reports whether control comes to a block only if a text was parsed
// by a layout that it does not fit: what a time prints by another one.
func (p *Program) Unreached(block *ssa.BasicBlock) bool {
	p.init()
	for _, cond := range flow.ConditionsAt(block) {
		err, isNil, ok := cond.ErrorTest()
		if !ok || !isNil {
			continue
		}
		result, ok := flow.Resolve(err).(*ssa.Extract)
		if !ok || result.Index != 1 {
			continue
		}
		call, ok := result.Tuple.(*ssa.Call)
		if ok && flow.IsCallTo(call, "time.Parse", "time.ParseInLocation") && p.fails(flow.Args(call)) {
			return true
		}
	}
	return false
}

// printed are times that are tried: in UTC or not, of whole seconds or not.
var printed = []time.Time{
	time.Date(2026, time.March, 31, 17, 48, 39, 0, time.UTC),
	time.Date(2026, time.March, 31, 17, 48, 39, 123456789, time.FixedZone("EST", -5*60*60)),
}

// fails reports whether time.Parse rejects whatever a time prints.
func (p *Program) fails(args []ssa.Value) bool {
	layout, ok := p.Text(args[0])
	call, isCall := flow.Resolve(args[1]).(*ssa.Call)
	if !ok || !isCall {
		return false
	}
	var text func(time.Time) string
	switch {
	case flow.IsCallTo(call, "(time.Time).String"):
		text = time.Time.String
	case flow.IsCallTo(call, "(time.Time).Format"):
		by, ok := p.Text(flow.Args(call)[1])
		if !ok {
			return false
		}
		text = func(t time.Time) string { return t.Format(by) }
	default:
		return false
	}
	for _, t := range printed {
		if _, err := time.Parse(layout, text(t)); err == nil {
			return false
		}
	}
	return true
}
