package vetted

import (
	"go/constant"
	"go/token"
	"go/types"
	"math"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar/bounds"
	"github.com/leapguard/leapguard/internal/flow"
)

// maxDepth bounds the operations between a number and its origins.
const maxDepth = 8

// A Finder finds the origins of numbers of one package.
type Finder struct {
	Pass   *analysis.Pass
	Flow   *flow.Program
	Bounds *bounds.Program
}

// Origins returns what must hold a bad number for v to be one where the comparisons
// hold: at least one of them. It returns nil if v can be bad for another reason, as
// what was parsed can.
func (f *Finder) Origins(v ssa.Value, conds []flow.Cond, bad bounds.Range) []Origin {
	var out []Origin
	if !f.collect(v, conds, bad, maxDepth, &out) {
		return nil
	}
	return out
}

func (f *Finder) collect(v ssa.Value, conds []flow.Cond, bad bounds.Range, depth int, out *[]Origin) bool {
	v = bounds.Strip(v)
	if r := f.Bounds.Given(v, conds); max(bad.Min, r.Min) > min(bad.Max, r.Max) {
		return true
	}
	if depth--; depth == 0 {
		return false
	}
	switch v := v.(type) {
	case *ssa.Parameter:
		return f.parameter(v, bad, out)
	case *ssa.Phi:
		for i, edge := range v.Edges {
			if edge != v && !f.collect(edge, f.Bounds.OnEdge(v.Block().Preds[i], v.Block()), bad, depth, out) {
				return false
			}
		}
		return true
	case *ssa.BinOp:
		k, ok := f.Flow.Fold(v.Y)
		if !ok {
			return false
		}
		n, exact := constant.Int64Val(constant.ToInt(k))
		before, ok := inverse(v.Op, n, bad)
		return ok && exact && f.collect(v.X, conds, before, depth, out)
	case *ssa.Field:
		return f.field(v, bad, out)
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok && v.Op == token.MUL {
			obj, _ := g.Object().(*types.Var)
			return f.variable(obj, "", bad, out)
		}
		return f.field(v, bad, out)
	}
	return false
}

// field adds the field that a value was loaded from or, if that is but one of a
// wrapper, the field which holds this.
func (f *Finder) field(v ssa.Value, bad bounds.Range, out *[]Origin) bool {
	field := bounds.FieldOf(v)
	if field == nil {
		return false
	}
	if outer, of := wrapper(v); isWrapper(field, of) {
		return f.variable(outer, field.Name(), bad, out)
	}
	return f.variable(field, "", bad, out)
}

// variable adds a field, or a variable of a package.
func (f *Finder) variable(v *types.Var, wrapped string, bad bounds.Range, out *[]Origin) bool {
	if v == nil || v.Pkg() == nil {
		return false
	}
	v = v.Origin()
	*out = append(*out, Origin{Package: v.Pkg().Path(), Object: objectAt(f.Pass.Fset, v), Param: -1, Wrapped: wrapped, Bad: bad})
	return true
}

func (f *Finder) parameter(p *ssa.Parameter, bad bounds.Range, out *[]Origin) bool {
	fn, ok := p.Parent().Object().(*types.Func)
	if !ok || fn.Pkg() == nil {
		return false
	}
	fn = fn.Origin()
	for i, other := range p.Parent().Params {
		if fn.Signature().Recv() != nil {
			i--
		}
		if other == p && i >= 0 {
			*out = append(*out, Origin{Package: fn.Pkg().Path(), Object: objectAt(f.Pass.Fset, fn), Param: i, Bad: bad})
			return true
		}
	}
	return false
}

func objectAt(fset *token.FileSet, obj types.Object) Object {
	at := fset.Position(obj.Pos())
	return Object{obj.Name(), at.Filename, at.Line}
}

// inverse returns the numbers that an operation with a constant on its right makes
// those of bad of.
func inverse(op token.Token, k int64, bad bounds.Range) (bounds.Range, bool) {
	switch {
	case op == token.ADD:
		return bounds.Range{Min: less(bad.Min, k), Max: less(bad.Max, k)}, true
	case op == token.SUB && k != math.MinInt64:
		return bounds.Range{Min: less(bad.Min, -k), Max: less(bad.Max, -k)}, true
	case op == token.MUL && k > 0:
		return bounds.Range{Min: divided(bad.Min, k, 1), Max: divided(bad.Max, k, -1)}, true
	case op == token.QUO && k > 0:
		return bounds.Range{Min: multiplied(bad.Min, k, -1), Max: multiplied(bad.Max, k, 1)}, true
	}
	return bad, false
}

func endless(n int64) bool { return n == math.MinInt64 || n == math.MaxInt64 }

// less is n - k, where the ends of all numbers stay.
func less(n, k int64) int64 {
	switch d := n - k; {
	case endless(n):
		return n
	case k > 0 && d > n:
		return math.MinInt64
	case k < 0 && d < n:
		return math.MaxInt64
	default:
		return d
	}
}

// divided is n / k, rounded up if side is 1 and down if it is -1.
func divided(n, k, side int64) int64 {
	if endless(n) {
		return n
	}
	q := n / k
	if rest := n % k; rest != 0 && (rest > 0) == (side > 0) {
		q += side
	}
	return q
}

// multiplied returns the least or, if side is 1, the largest number that divided by k
// is n.
func multiplied(n, k, side int64) int64 {
	if endless(n) || n > 0 && n >= math.MaxInt64/k || n < 0 && n <= math.MinInt64/k {
		if n > 0 {
			return math.MaxInt64
		}
		return math.MinInt64
	}
	if n*side >= 0 { // away from 0, or 0 itself
		return n*k + side*(k-1)
	}
	return n * k
}
