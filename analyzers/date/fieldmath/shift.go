package fieldmath

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// A Field is a part of a date.
type Field uint8

// The fields that go out of range.
const (
	Month Field = iota
	Day
)

// method returns the name of the method that reads a field.
func (f Field) method() string {
	if f == Month {
		return "(time.Time).Month"
	}
	return "(time.Time).Day"
}

// top returns the largest value of a field.
func (f Field) top() int64 {
	if f == Month {
		return 12
	}
	return 31
}

// A shift is a month or day of a time, plus a constant.
type shift struct {
	field Field
	by    int64
	value ssa.Value // the sum, or the call of a function that returns it
	of    ssa.Value // the time; nil for the result of a call
}

// shiftOf returns the shift that an operation computes.
func (c *check) shiftOf(op *ssa.BinOp) (shift, bool) {
	if op.Op != token.ADD && op.Op != token.SUB || !op.Pos().IsValid() {
		return shift{}, false
	}
	x, y := op.X, op.Y
	if _, ok := x.(*ssa.Const); ok && op.Op == token.ADD {
		x, y = y, x
	}
	by, ok := c.constant(y)
	if !ok || by == 0 {
		return shift{}, false
	}
	if op.Op == token.SUB {
		by = -by
	}
	for _, field := range []Field{Month, Day} {
		if t, ok := c.dates.ReadFrom(x, field.method()); ok && abs(by) < field.top() && !c.fixed(t, field) {
			return shift{field, by, op, t}, true
		}
	}
	return shift{}, false
}

func abs(n int64) int64 { return max(n, -n) }

func (c *check) constant(v ssa.Value) (int64, bool) {
	k, ok := c.flow.Fold(v)
	if !ok {
		return 0, false
	}
	return constant.Int64Val(constant.ToInt(k))
}

// fixed reports whether a field of a time is always the same: the time is made
// or parsed of constants, or comes from the table of a test.
func (c *check) fixed(t ssa.Value, field Field) bool {
	switch v := flow.Resolve(t).(type) {
	case *ssa.Const:
		return true
	case *ssa.Call:
		callee := flow.Callee(v)
		if callee == nil {
			return false
		}
		args := flow.Args(v)
		switch flow.Name(callee) {
		case "time.Date":
			_, known := c.constant(args[1+field])
			return known
		case "time.Parse", "time.ParseInLocation":
			_, known := c.flow.Fold(args[1])
			return known
		case "(time.Time).AddDate", "(time.Time).Add", "(time.Time).UTC", "(time.Time).Local", "(time.Time).In":
			return c.fixed(args[0], field)
		}
	case *ssa.Extract:
		call, ok := v.Tuple.(*ssa.Call)
		return ok && c.fixed(call, field)
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok {
			init := c.flow.Initial(g, v.Parent())
			return init != nil && c.fixed(init, field)
		}
		return c.inTest(v.Parent())
	case *ssa.Field, *ssa.Lookup:
		return c.inTest(v.Parent())
	}
	return false
}

func (c *check) inTest(fn *ssa.Function) bool {
	return syntax.InTest(c.pass.Pass, fn.Pos())
}

// guarded reports whether a comparison of the same month or day lies on a path
// with the shift.
func (c *check) guarded(s shift) bool {
	at := s.value.(ssa.Instruction).Block()
	reach := reachable(at)
	for _, block := range at.Parent().Blocks {
		if !reach[block] && !reachable(block)[at] {
			continue
		}
		for _, instr := range block.Instrs {
			if c.keeps(instr, s) {
				return true
			}
		}
	}
	return false
}

// keeps reports whether an instruction may keep a shift in range: a comparison
// of the shift or of what it was made of, but with the like of another time,
// min and max, or a function that judges the time or its month.
func (c *check) keeps(instr ssa.Instruction, s shift) bool {
	switch instr := instr.(type) {
	case *ssa.BinOp:
		switch instr.Op {
		case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		default:
			return false
		}
		if c.isPart(instr.X, s.field) && c.isPart(instr.Y, s.field) && (instr.Op == token.EQL || instr.Op == token.NEQ) {
			return false
		}
		return c.derived(instr.X, s) || c.derived(instr.Y, s)
	case *ssa.Call:
		if b, ok := instr.Call.Value.(*ssa.Builtin); ok {
			return (b.Name() == "min" || b.Name() == "max") && c.anyDerived(instr.Call.Args, s)
		}
		callee := flow.Callee(instr)
		return isBool(instr.Type()) && (callee == nil || callee.Pkg() == nil || callee.Pkg().Path() != "time") &&
			c.anyDerived(flow.Args(instr), s)
	}
	return false
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

func (c *check) anyDerived(list []ssa.Value, s shift) bool {
	return slices.ContainsFunc(list, func(v ssa.Value) bool {
		return c.derived(v, s) || s.of != nil && flow.Same(v, s.of)
	})
}

// isPart reports whether a value is the field of a time, or that plus a
// constant.
func (c *check) isPart(v ssa.Value, field Field) bool {
	if op, ok := unconverted(v).(*ssa.BinOp); ok {
		s, ok := c.shiftOf(op)
		return ok && s.field == field
	}
	_, ok := c.dates.ReadFrom(v, field.method())
	return ok
}

// derived reports whether a value is the shift, the field that it was made of,
// or another that tells the month. It need not be that of the same time: the
// clock may have been read twice.
func (c *check) derived(v ssa.Value, s shift) bool {
	v = unconverted(v)
	if v == s.value {
		return true
	}
	if s.of == nil {
		return false
	}
	for _, method := range []string{"(time.Time).Month", "(time.Time).YearDay", s.field.method()} {
		if _, ok := c.dates.ReadFrom(v, method); ok {
			return true
		}
	}
	switch v := v.(type) {
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if unconverted(edge) == s.value {
				return true
			}
		}
	case *ssa.BinOp:
		return isArithmetic(v.Op) && (c.derived(v.X, s) || c.derived(v.Y, s))
	}
	return false
}

func isArithmetic(op token.Token) bool {
	switch op {
	case token.ADD, token.SUB, token.MUL, token.QUO, token.REM:
		return true
	}
	return false
}

// unconverted strips conversions between numbers.
func unconverted(v ssa.Value) ssa.Value {
	for {
		v = flow.Resolve(v)
		conv, ok := v.(*ssa.Convert)
		if !ok {
			return v
		}
		v = conv.X
	}
}

// reachable returns the blocks that control may get to from a block, and that.
func reachable(from *ssa.BasicBlock) map[*ssa.BasicBlock]bool {
	seen := map[*ssa.BasicBlock]bool{from: true}
	work := []*ssa.BasicBlock{from}
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		for _, succ := range b.Succs {
			if !seen[succ] {
				seen[succ] = true
				work = append(work, succ)
			}
		}
	}
	return seen
}
