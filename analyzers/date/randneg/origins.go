package randneg

import (
	"go/constant"
	"math"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar/bounds"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/vetted"
)

// or returns a witness that says what w does, or other if w is nil. What holds the
// input is then what does for either.
func (w *witness) or(other *witness) *witness {
	switch {
	case w == nil:
		return other
	case other == nil:
		return w
	case len(w.origins) == 0 || len(other.origins) == 0 || w.difference || other.difference:
		w.origins, w.difference = nil, false
	default:
		w.origins = append(w.origins, other.origins...)
	}
	return w
}

// sides returns what holds the sides of a difference that is zero or negative, and
// whether both do.
func (c *check) sides(a, b ssa.Value, conds []flow.Cond) (origins []vetted.Origin, both bool) {
	all := bounds.Range{Min: math.MinInt64, Max: math.MaxInt64}
	if k, ok := c.constant(b); ok {
		return c.finder.Origins(a, conds, bounds.Range{Min: all.Min, Max: k}), false
	}
	if k, ok := c.constant(a); ok {
		return c.finder.Origins(b, conds, bounds.Range{Min: k, Max: all.Max}), false
	}
	left, right := c.finder.Origins(a, conds, all), c.finder.Origins(b, conds, all)
	if len(left) != 1 || len(right) != 1 {
		return nil, false
	}
	return []vetted.Origin{left[0], right[0]}, true
}

func (c *check) constant(v ssa.Value) (int64, bool) {
	k, ok := c.prog.Fold(v)
	if !ok || k.Kind() != constant.Int {
		return 0, false
	}
	return constant.Int64Val(k)
}
