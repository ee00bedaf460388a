package randneg

import (
	"fmt"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar/bounds"
	"github.com/leapguard/leapguard/internal/flow"
)

// isInput reports whether a time or number comes from outside of the function
// in such a way that it may be anything: a parameter, a field, parsed text, or
// one of these moved by arithmetic.
func isInput(v ssa.Value) bool {
	switch v := bounds.Strip(v).(type) {
	case *ssa.Parameter, *ssa.Field, *ssa.TypeAssert:
		return true
	case *ssa.UnOp:
		_, element := v.X.(*ssa.IndexAddr)
		return v.Op == token.MUL && !element
	case *ssa.BinOp:
		return isInput(v.X) && (isInput(v.Y) || isConst(v.Y)) || isConst(v.X) && isInput(v.Y)
	case *ssa.Extract:
		call, ok := v.Tuple.(*ssa.Call)
		return ok && v.Index == 0 && (flow.IsCallTo(call, "time.Parse", "time.ParseInLocation", "time.ParseDuration") || call.Call.IsInvoke() && call.Call.Method.FullName() == "(context.Context).Deadline")
	case *ssa.Call:
		if flow.IsCallTo(v, "(time.Time).UTC", "(time.Time).Local", "(time.Time).In", "(time.Time).Add", "(time.Time).AddDate") {
			return isInput(flow.Args(v)[0])
		}
		if flow.IsCallTo(v, "time.Unix", "time.UnixMilli") {
			return true
		}
		p, ok := flow.PathOf(v)
		return ok && p.Root() != v // an accessor
	}
	return false
}

func isConst(v ssa.Value) bool { _, ok := bounds.Strip(v).(*ssa.Const); return ok }

// movedFrom reports whether time a is b moved by something.
func movedFrom(a, b ssa.Value) bool {
	call, ok := bounds.Strip(a).(*ssa.Call)
	return ok && flow.IsCallTo(call, "(time.Time).Add", "(time.Time).AddDate") && (bounds.Same(flow.Args(call)[0], b) || movedFrom(flow.Args(call)[0], b))
}

// leaves collects what a value is computed of.
func leaves(v ssa.Value, depth int, out map[flow.Path]bool) {
	v = bounds.Strip(v)
	if depth == 0 {
		return
	}
	if p, ok := flow.PathOf(v); ok {
		out[p] = true
	}
	depth--
	switch v := v.(type) {
	case *ssa.BinOp:
		leaves(v.X, depth, out)
		leaves(v.Y, depth, out)
	case *ssa.UnOp:
		if v.Op != token.MUL {
			leaves(v.X, depth, out)
		}
	case *ssa.Convert:
		leaves(v.X, depth, out)
	case *ssa.Extract:
		leaves(v.Tuple, depth, out)
	case *ssa.Phi:
		for _, edge := range v.Edges {
			leaves(edge, depth, out)
		}
	case *ssa.Call:
		for _, arg := range flow.Args(v) {
			leaves(arg, depth, out)
		}
	}
}

// related reports whether a comparison orders something that the values are
// computed of by something that is not constant, or asks a function about it:
// then they may be in order for reasons that are not understood.
func (c *check) related(conds []flow.Cond, values ...ssa.Value) bool {
	of := make(map[flow.Path]bool)
	for _, v := range values {
		leaves(v, maxDepth, of)
	}
	for _, cond := range conds {
		if _, _, ok := cond.NilTest(); ok {
			continue
		}
		x, isCall := cond.X.(*ssa.Call)
		_, isNumeric := c.number(cond.Y)
		_, isOK := cond.X.(*ssa.Extract)
		switch {
		case isOK, isCall && flow.IsCallTo(x, "(time.Time).IsZero"):
			continue
		case isNumeric && !isCall && isOperand(cond.X, values):
			continue // says nothing about the other
		}
		tested := make(map[flow.Path]bool)
		leaves(cond.X, maxDepth, tested)
		leaves(cond.Y, maxDepth, tested)
		for p := range tested {
			for q := range of {
				if p.HasPrefix(q) || q.HasPrefix(p) && isCall {
					return true
				}
			}
		}
	}
	return false
}

// relatedByCallers reports whether two parameters are what all callers of their function
// have compared, in whatever way.
func (c *check) relatedByCallers(a, b ssa.Value) bool {
	x, ok := bounds.Strip(a).(*ssa.Parameter)
	y, ok2 := bounds.Strip(b).(*ssa.Parameter)
	if !ok || !ok2 || x.Parent() != y.Parent() {
		return false
	}
	xs, known := c.bounds.Arguments(x)
	ys, _ := c.bounds.Arguments(y)
	for i := range xs {
		if !c.related(c.bounds.ConditionsAt(xs[i].Call.Block()), xs[i].Value, ys[i].Value) {
			return false
		}
	}
	return known
}

func isOperand(v ssa.Value, values []ssa.Value) bool {
	for _, w := range values {
		if bounds.Same(v, w) {
			return true
		}
	}
	return false
}

// arranged reports whether a value is a field that is set, somewhere in the
// package, to something that was compared before.
func (c *check) arranged(v ssa.Value) bool {
	field := bounds.FieldOf(bounds.Strip(v))
	if field == nil {
		return false
	}
	for _, store := range c.bounds.Stores(field) {
		if c.related(c.bounds.ConditionsAt(store.Block()), store.Val) {
			return true
		}
	}
	return false
}

// stored: a field that is only ever set to parameters whose test lets zero pass.
func (c *check) stored(load *ssa.UnOp) *witness {
	field := bounds.FieldOf(load)
	if field == nil || field.Pkg() != c.pass.Pkg || c.bounds.Ordered(load) {
		return nil
	}
	for _, store := range c.bounds.Stores(field) {
		r := c.bounds.At(store.Val, store.Block())
		v := bounds.Strip(store.Val)
		if _, ok := v.(*ssa.Parameter); !ok || r.Min > 0 || c.inTest(store) {
			continue
		}
		w := c.weaklyTested(v, r, c.bounds.ConditionsAt(store.Block()))
		if w == nil {
			continue
		}
		name := flow.Text(c.pass.Pass, load)
		w.reason = fmt.Sprintf("%s is set to %s, and %s", name, v.Name(), w.reason)
		w.related = append(w.related, analysis.RelatedInformation{Pos: store.Pos(), Message: field.Name() + " is set here"})
		return w
	}
	return nil
}
