// Package bounds knows between which numbers an integer of the source lies at
// some place, from its type, its arithmetic, what branches say of it, and what
// the callers of a function pass.
package bounds

import (
	"go/constant"
	"go/token"
	"go/types"
	"math"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// A Range is an interval of integers, both ends included. An end at the limit
// of int64 stands for whatever lies beyond, too. Arithmetic and conversions are
// taken as if nothing wrapped around.
type Range struct{ Min, Max int64 }

// all is the range of a number of which nothing is known.
var all = Range{math.MinInt64, math.MaxInt64}

func (r Range) meet(s Range) Range { return Range{max(r.Min, s.Min), min(r.Max, s.Max)} }
func (r Range) join(s Range) Range { return Range{min(r.Min, s.Min), max(r.Max, s.Max)} }

// A Program answers questions about one package. Its methods must not be
// called concurrently.
type Program struct {
	flow       *flow.Program
	conditions map[*ssa.BasicBlock][]flow.Cond
	callers    *callers
	fields     *fields
}

// New returns the program of a package.
func New(p *flow.Program) *Program {
	return &Program{flow: p, conditions: make(map[*ssa.BasicBlock][]flow.Cond)}
}

// maxSteps bounds the values that one question looks at.
const maxSteps = 300

// At returns the range of an integer whenever control is in block.
func (p *Program) At(v ssa.Value, block *ssa.BasicBlock) Range {
	e := &evaluator{Program: p, making: make(map[ssa.Value]bool), steps: maxSteps}
	return e.at(v, p.ConditionsAt(block))
}

// ConditionsAt is [flow.ConditionsAt].
func (p *Program) ConditionsAt(block *ssa.BasicBlock) []flow.Cond {
	conds, ok := p.conditions[block]
	if !ok {
		conds = flow.ConditionsAt(block)
		p.conditions[block] = conds
	}
	return conds
}

// OnEdge returns the comparisons that hold on the edge between two blocks.
func (p *Program) OnEdge(from, to *ssa.BasicBlock) []flow.Cond {
	conds := p.ConditionsAt(from)
	return append(slices.Clip(conds), flow.EdgeConditions(from, to)...)
}

// Given returns the range of an integer where the given comparisons hold.
func (p *Program) Given(v ssa.Value, conds []flow.Cond) Range {
	e := &evaluator{Program: p, making: make(map[ssa.Value]bool), steps: maxSteps}
	return e.at(v, conds)
}

// An evaluator answers one question.
type evaluator struct {
	*Program
	making map[ssa.Value]bool // phis and parameters whose range is being asked for
	steps  int
}

func (e *evaluator) at(v ssa.Value, conds []flow.Cond) Range {
	v = flow.Resolve(v)
	limits := ofType(v.Type())
	if e.steps--; e.steps <= 0 {
		return limits
	}
	r := e.structure(v, conds).meet(limits)
	for range 2 { // v != 0 tells more once v >= 0 is known
		for _, c := range conds {
			r = e.narrow(r, v, c)
		}
	}
	return r
}

// structure is what the operation that makes v tells.
func (e *evaluator) structure(v ssa.Value, conds []flow.Cond) Range {
	if c, ok := e.flow.Fold(v); ok {
		return ofConstant(c)
	}
	switch v := v.(type) {
	case *ssa.Const: // of the type of a type parameter
		if v.Value != nil {
			return ofConstant(v.Value)
		}
	case *ssa.BinOp:
		return arithmetic(v, e.at(v.X, conds), e.at(v.Y, conds))
	case *ssa.Convert:
		if isInteger(v.X.Type()) {
			if x := e.at(v.X, conds); x == x.meet(ofType(v.Type())) {
				return x
			}
		}
	case *ssa.Phi:
		return e.phi(v)
	case *ssa.Parameter:
		return e.parameter(v)
	case *ssa.Call:
		return e.call(v, conds)
	case *ssa.UnOp, *ssa.Field:
		return e.field(v)
	}
	return all
}

// phi joins what comes over the edges, under the conditions there.
func (e *evaluator) phi(phi *ssa.Phi) Range {
	if e.making[phi] {
		return all
	}
	e.making[phi] = true
	defer delete(e.making, phi)
	out := Range{math.MaxInt64, math.MinInt64}
	for i, edge := range phi.Edges {
		if edge == phi {
			continue
		}
		r := e.at(edge, e.OnEdge(phi.Block().Preds[i], phi.Block()))
		if counts(edge, phi) && out.Min > math.MinInt64 {
			r.Min = max(r.Min, out.Min) // counts up from the edges before
		}
		if r.Min <= r.Max {
			out = out.join(r)
		}
	}
	return out
}

// counts reports whether a value is phi plus a positive constant, as is the
// counter of a loop.
func counts(v ssa.Value, phi *ssa.Phi) bool {
	add, ok := v.(*ssa.BinOp)
	if !ok || add.Op != token.ADD || add.X != phi {
		return false
	}
	step, ok := add.Y.(*ssa.Const)
	return ok && step.Value != nil && constant.Sign(step.Value) > 0
}

// parameter joins what the callers of a function pass, if all are known.
func (e *evaluator) parameter(param *ssa.Parameter) Range {
	args, known := e.Arguments(param)
	if !known || e.making[param] {
		return all
	}
	e.making[param] = true
	defer delete(e.making, param)
	out := Range{math.MaxInt64, math.MinInt64}
	for _, arg := range args {
		out = out.join(e.at(arg.Value, e.ConditionsAt(arg.Call.Block())))
	}
	return out
}

func (e *evaluator) call(call *ssa.Call, conds []flow.Cond) Range {
	if b, ok := call.Call.Value.(*ssa.Builtin); ok {
		switch b.Name() {
		case "len", "cap", "copy":
			return Range{0, math.MaxInt64}
		case "min", "max":
			out := e.at(call.Call.Args[0], conds)
			for _, arg := range call.Call.Args[1:] {
				r := e.at(arg, conds)
				if b.Name() == "min" {
					out = Range{min(out.Min, r.Min), min(out.Max, r.Max)}
				} else {
					out = Range{max(out.Min, r.Min), max(out.Max, r.Max)}
				}
			}
			return out
		}
		return all
	}
	if callee := flow.Callee(call); callee != nil {
		name := flow.Name(callee)
		if strings.HasPrefix(name, "math/rand") && isInteger(call.Type()) && call.Call.Signature().Params().Len() == 1 {
			args := flow.Args(call)
			return Range{0, e.at(args[len(args)-1], conds).Max} // below n
		}
		if r, ok := results[name]; ok {
			return r
		}
	}
	return all
}

// results are the ranges of functions of the standard library.
var results = map[string]Range{
	"(time.Time).Day":        {1, 31},
	"(time.Time).Month":      {1, 12},
	"(time.Time).YearDay":    {1, 366},
	"(time.Time).Weekday":    {0, 6},
	"(time.Time).Hour":       {0, 23},
	"(time.Time).Minute":     {0, 59},
	"(time.Time).Second":     {0, 59},
	"(time.Time).Nanosecond": {0, 999999999},
	"runtime.NumCPU":         {1, math.MaxInt64},
	"math/rand.Int":          {0, math.MaxInt64},
	"math/rand.Int63":        {0, math.MaxInt64},
	"math/rand/v2.Int":       {0, math.MaxInt64},
}

// narrow is what a comparison adds to the range of v.
func (e *evaluator) narrow(r Range, v ssa.Value, c flow.Cond) Range {
	if other, ok := difference(v); ok {
		if op, ok := orders(c, other[0], other[1]); ok {
			return r.meet(against(op, Range{0, 0}))
		}
	}
	switch {
	case e.steps <= 0:
		return r
	case Same(c.X, v):
		return compared(r, c.Op, e.at(c.Y, nil))
	case Same(c.Y, v):
		return compared(r, syntax.Mirror(c.Op), e.at(c.X, nil))
	}
	return r
}

// compared is what is left of r where its value compares so to one of y.
func compared(r Range, op token.Token, y Range) Range {
	if op == token.NEQ && y.Min == y.Max {
		if r.Min == y.Min && r.Min < math.MaxInt64 {
			r.Min++
		}
		if r.Max == y.Max && r.Max > math.MinInt64 {
			r.Max--
		}
		return r
	}
	return r.meet(against(op, y))
}

// against returns the values that compare so to some value of y.
func against(op token.Token, y Range) Range {
	switch op {
	case token.EQL:
		return y
	case token.LSS:
		return Range{math.MinInt64, plus(y.Max, -1)}
	case token.LEQ:
		return Range{math.MinInt64, y.Max}
	case token.GTR:
		return Range{plus(y.Min, 1), math.MaxInt64}
	case token.GEQ:
		return Range{y.Min, math.MaxInt64}
	}
	return all
}

func ofConstant(c constant.Value) Range {
	if c = constant.ToInt(c); c.Kind() != constant.Int {
		return all
	}
	if n, exact := constant.Int64Val(c); exact {
		return Range{n, n}
	}
	return Range{math.MaxInt64, math.MaxInt64}
}

// ofType returns the range of an integer type.
func ofType(t types.Type) Range {
	b, ok := t.Underlying().(*types.Basic)
	if !ok {
		return all
	}
	switch b.Kind() {
	case types.Int8:
		return Range{math.MinInt8, math.MaxInt8}
	case types.Int16:
		return Range{math.MinInt16, math.MaxInt16}
	case types.Int32:
		return Range{math.MinInt32, math.MaxInt32}
	case types.Uint8:
		return Range{0, math.MaxUint8}
	case types.Uint16:
		return Range{0, math.MaxUint16}
	case types.Uint32:
		return Range{0, math.MaxUint32}
	case types.Uint, types.Uint64, types.Uintptr:
		return Range{0, math.MaxInt64}
	}
	return all
}

func isInteger(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}
