package timeoverflow

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"math"
	"strings"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar/bounds"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// seconds reports arithmetic on, or comparison of, 32 bits of Unix seconds.
// The difference of two such numbers is right nevertheless.
func (c *check) seconds(v *ssa.Convert) {
	for _, ref := range *v.Referrers() {
		op, ok := ref.(*ssa.BinOp)
		if !ok {
			continue
		}
		use := ""
		switch op.Op {
		case token.LSS, token.LEQ, token.GTR, token.GEQ:
			use = "compared"
		case token.ADD, token.MUL, token.QUO, token.REM:
			use = "calculated with"
		}
		if use == "" || isZero(op.X) || isZero(op.Y) {
			continue
		}
		first := time.Unix(math.MaxInt32+1, 0).UTC()
		c.report(v, fmt.Sprintf("%s is %s: at %s it is %d", syntax.Text(flow.ExprOf(c.pass.Pass, v)), use,
			first.Format(time.RFC3339), int32(uint32(first.Unix()))))
		return
	}
}

func isZero(v ssa.Value) bool {
	k, ok := v.(*ssa.Const)
	return ok && k.Value != nil && constant.Sign(k.Value) == 0
}

// The years that UnixNano is right in, at the ends for some months only.
const (
	firstYear = 1677
	lastYear  = 2262
)

// nanoseconds reports UnixNano of a time that is not within these years, or of
// two times that may be anything and are ordered by it.
func (c *check) nanoseconds(call *ssa.Call) {
	t := flow.Args(call)[0]
	if c.inTest(call.Pos()) || len(*call.Referrers()) == 0 {
		return
	}
	text := syntax.Text(flow.ExprOf(c.pass.Pass, call))
	if far, ok := c.constantDate(t); ok {
		c.report(call, fmt.Sprintf("%s of %s is %d, which is %s", text, far.Format(time.DateOnly), far.UnixNano(), time.Unix(0, far.UnixNano()).UTC().Format(time.DateOnly)))
		return
	}
	if phi, ok := bounds.Strip(t).(*ssa.Phi); ok && c.staysZero(phi, call) && isKept(call) {
		var zero time.Time
		c.report(call, fmt.Sprintf("%s of the zero time, which %s still is on one path, is %d, which is %s", text, phi.Comment,
			zero.UnixNano(), time.Unix(0, zero.UnixNano()).UTC().Format(time.DateOnly)))
		return
	}
	if other := ordered(call); other != nil && other.Pos() > call.Pos() {
		u := flow.Args(other)[0]
		if !c.isWild(t) || !c.isWild(u) || bounds.Same(t, u) || c.guarded(call.Block(), t, u) {
			return
		}
		forever := time.Date(9999, time.December, 31, 0, 0, 0, 0, time.UTC)
		//leapguard:ignore timeoverflow the message shows what comes out
		c.report(call, fmt.Sprintf("%s orders %s before 1970: UnixNano of it is %d", text, forever.Format(time.DateOnly), forever.UnixNano()))
	}
}

// constantDate returns a date made by time.Date with a constant year for which
// UnixNano is undefined. The date is the first of that year.
func (c *check) constantDate(t ssa.Value) (time.Time, bool) {
	call, ok := bounds.Strip(t).(*ssa.Call)
	if !ok {
		return time.Time{}, false
	}
	callee := flow.Callee(call)
	if callee == nil {
		return time.Time{}, false
	}
	switch flow.Name(callee) {
	case "(time.Time).UTC", "(time.Time).Local", "(time.Time).In":
		return c.constantDate(flow.Args(call)[0])
	case "time.Date":
		var n [3]int
		for i := range n {
			k, ok := c.prog.Fold(flow.Args(call)[i])
			if !ok {
				return time.Time{}, false
			}
			x, _ := constant.Int64Val(constant.ToInt(k))
			n[i] = int(x)
		}
		if n[0] < firstYear || n[0] > lastYear {
			return time.Date(n[0], time.Month(n[1]), n[2], 0, 0, 0, 0, time.UTC), true
		}
	}
	return time.Time{}, false
}

// staysZero reports whether a variable still has its zero value on a path to
// its use: one edge carries that, and no test was made between the phi and the
// use that could tell.
func (c *check) staysZero(phi *ssa.Phi, use *ssa.Call) bool {
	if len(c.bounds.ConditionsAt(use.Block())) != len(c.bounds.ConditionsAt(phi.Block())) {
		return false
	}
	for _, edge := range phi.Edges {
		if k, ok := edge.(*ssa.Const); ok && k.Value == nil {
			return true
		}
	}
	return false
}

// isKept reports whether a number is stored, returned or compared.
func isKept(v ssa.Value) bool {
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store, *ssa.Return, *ssa.MapUpdate:
			return true
		case *ssa.BinOp:
			switch ref.Op {
			case token.LSS, token.LEQ, token.GTR, token.GEQ:
				return true
			}
		}
	}
	return false
}

// ordered returns the call of UnixNano whose result the result of call is
// ordered against: by an operator, or by passing both to a function whose name
// says that it compares.
func ordered(call *ssa.Call) *ssa.Call {
	var others []ssa.Value
	for _, ref := range unboxed(call) {
		switch ref := ref.(type) {
		case *ssa.BinOp:
			switch ref.Op {
			case token.LSS, token.LEQ, token.GTR, token.GEQ:
				others = append(others, ref.X, ref.Y)
			}
		case *ssa.Call:
			if callee := flow.Callee(ref); callee != nil && compares(callee) {
				others = append(others, flow.Args(ref)...)
			}
		}
	}
	for _, other := range others {
		if o, ok := bounds.Strip(other).(*ssa.Call); ok && o != call && flow.Callee(o) == flow.Callee(call) {
			return o
		}
	}
	return nil
}

// unboxed returns the users of a value, also where it is put in an interface.
func unboxed(v ssa.Value) []ssa.Instruction {
	var out []ssa.Instruction
	for _, ref := range *v.Referrers() {
		if box, ok := ref.(*ssa.MakeInterface); ok {
			out = append(out, *box.Referrers()...)
		} else {
			out = append(out, ref)
		}
	}
	return out
}

func compares(fn *types.Func) bool {
	name := strings.ToLower(fn.Name())
	return strings.HasPrefix(name, "compare") || strings.HasPrefix(name, "cmp") || strings.HasPrefix(name, "less")
}

// isWild reports whether a time may be any date: it is a parameter of an
// exported function, unpacked from an interface, or parsed.
func (c *check) isWild(t ssa.Value) bool {
	switch v := bounds.Strip(t).(type) {
	case *ssa.Parameter:
		fn, ok := v.Parent().Object().(*types.Func)
		return ok && fn.Exported() && v != receiver(v.Parent())
	case *ssa.TypeAssert:
		return c.fromParameter(v.X)
	case *ssa.Extract:
		switch x := v.Tuple.(type) {
		case *ssa.TypeAssert:
			return v.Index == 0 && c.fromParameter(x.X)
		case *ssa.Call:
			callee := flow.Callee(x)
			return v.Index == 0 && callee != nil && (flow.Name(callee) == "time.Parse" || flow.Name(callee) == "time.ParseInLocation")
		}
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if !c.isWild(edge) {
				return false
			}
		}
		return true
	}
	return false
}

func receiver(fn *ssa.Function) ssa.Value {
	if fn.Signature.Recv() == nil {
		return nil
	}
	return fn.Params[0]
}

// fromParameter reports whether an interface is a parameter, or made of one by
// package reflect.
func (c *check) fromParameter(v ssa.Value) bool {
	switch v := bounds.Strip(v).(type) {
	case *ssa.Parameter:
		return true
	case *ssa.Call:
		callee := flow.Callee(v)
		if callee == nil || callee.Pkg() == nil || callee.Pkg().Path() != "reflect" || len(flow.Args(v)) == 0 {
			return false
		}
		return c.fromParameter(flow.Args(v)[0])
	}
	return false
}

// guarded reports whether a test of one of the times comes before.
func (c *check) guarded(block *ssa.BasicBlock, times ...ssa.Value) bool {
	for _, cond := range c.bounds.ConditionsAt(block) {
		call, ok := cond.X.(*ssa.Call)
		if !ok {
			continue
		}
		for _, arg := range flow.Args(call) {
			for _, t := range times {
				if bounds.Same(arg, t) {
					return true
				}
			}
		}
	}
	return false
}
