package pki

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// An evaluator follows values of one package back to where they come from.
// Within a function it is sensitive to flow where [flow.Resolve] is; elsewhere
// everything that is ever stored counts, but for what tests store.
type evaluator struct {
	*index
	results map[result]Set
	// busy breaks the recursion of functions.
	busy map[result]bool
}

// A result is one of the results of a function.
type result struct {
	fn *ssa.Function
	i  int
}

// of returns what a value can be.
func (e *evaluator) of(v ssa.Value) Set {
	q := &query{evaluator: e, done: make(map[ssa.Value]Set)}
	return q.value(v)
}

// A query is one question to an evaluator. A value that is met again while it
// is being followed adds nothing.
type query struct {
	*evaluator
	done map[ssa.Value]Set
}

func (q *query) value(v ssa.Value) Set {
	v = flow.Resolve(v)
	if s, ok := q.done[v]; ok {
		return s
	}
	q.done[v] = Set{}
	s := q.step(v)
	q.done[v] = s
	return s
}

func (q *query) step(v ssa.Value) Set {
	switch v := v.(type) {
	case *ssa.Const:
		return q.literal(v)
	case *ssa.Parameter:
		return Set{Params: []*ssa.Parameter{v}}
	case *ssa.Phi:
		return q.phi(v)
	case *ssa.Convert:
		return q.value(v.X)
	case *ssa.MultiConvert:
		return q.value(v.X)
	case *ssa.SliceToArrayPointer:
		return q.value(v.X)
	case *ssa.TypeAssert:
		return q.value(v.X)
	case *ssa.Slice:
		if v.Low == nil && v.High == nil {
			return q.value(v.X)
		}
	case *ssa.BinOp:
		if v.Op == token.ADD && isText(v.Type()) {
			return concat(q.value(v.X), q.value(v.Y))
		}
	case *ssa.Extract:
		return q.extract(v)
	case *ssa.Call:
		return q.call(v, 0)
	case *ssa.Lookup:
		return q.element(v.X, v.Index)
	case *ssa.Index:
		return q.element(v.X, v.Index)
	case *ssa.Field:
		return q.field(v.X, v.Field)
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return q.value(v.X)
		}
	case *ssa.MakeMap, *ssa.MakeSlice:
		return q.stored(v, nil)
	case *ssa.Alloc:
		return q.alloc(v)
	case *ssa.Global:
		return q.global(v)
	case *ssa.FieldAddr:
		return q.field(v.X, v.Field)
	case *ssa.IndexAddr:
		return q.element(v.X, v.Index)
	}
	return Set{}
}

// phi returns what the edges bring, but for those taken on trial only.
func (q *query) phi(phi *ssa.Phi) Set {
	var out Set
	for i, edge := range phi.Edges {
		if s := q.value(edge); len(s.Materials) == 0 || !forTrialEdge(phi.Block().Preds[i], phi.Block()) {
			out.add(s)
		}
	}
	return out
}

func (q *query) union(values ...ssa.Value) Set {
	var out Set
	for _, v := range values {
		out.add(q.value(v))
	}
	return out
}

// literal returns a constant string.
func (q *query) literal(c *ssa.Const) Set {
	if c.Value == nil || c.Value.Kind() != constant.String {
		return Set{}
	}
	text := constant.StringVal(c.Value)
	return Set{Materials: []*Material{{[]byte(text), q.originOf(text)}}}
}

func (q *query) extract(v *ssa.Extract) Set {
	switch tuple := v.Tuple.(type) {
	case *ssa.Call:
		return q.call(tuple, v.Index)
	case *ssa.Lookup:
		if v.Index == 0 {
			return q.element(tuple.X, tuple.Index)
		}
	case *ssa.TypeAssert:
		if v.Index == 0 {
			return q.value(tuple.X)
		}
	case *ssa.Next:
		return q.next(tuple, v.Index)
	}
	return Set{}
}

// next returns the key or the value of an iteration over a map.
func (q *query) next(next *ssa.Next, index int) Set {
	iter, ok := next.Iter.(*ssa.Range)
	if !ok || next.IsString || index == 0 {
		return Set{}
	}
	var out Set
	if index == 1 {
		for _, m := range q.origins(iter.X) {
			for _, u := range mapUpdates(m) {
				out.add(q.value(u.Key))
			}
		}
	} else {
		out = q.value(iter.X)
	}
	out.Over = union(out.Over, ssa.Value(next))
	return out
}

// element returns what x[i] can be: all elements, unless x is a map and i a
// constant.
func (q *query) element(x, i ssa.Value) Set {
	i = flow.Resolve(i)
	key, ok := i.(*ssa.Const)
	var out Set
	if ok {
		for _, container := range q.origins(x) {
			out.add(q.stored(container, key))
		}
		return out
	}
	out.add(q.value(x))
	out.Over = union(out.Over, iteration(i))
	return out
}

// iteration returns what identifies the iteration that an index belongs to: in
// the loop that range over a slice becomes, the phi of the counter; for the
// key of a map, its Next.
func iteration(i ssa.Value) ssa.Value {
	switch v := i.(type) {
	case *ssa.BinOp:
		if phi, ok := v.X.(*ssa.Phi); ok {
			return phi
		}
	case *ssa.Extract:
		return v.Tuple
	}
	return i
}

// stored returns what is put into a map, slice or array where it is made; with
// a key, under that key only.
func (q *query) stored(container ssa.Value, key *ssa.Const) Set {
	var out Set
	for _, u := range mapUpdates(container) {
		if key == nil || sameConst(u.Key, key) {
			out.add(q.value(u.Value))
		}
	}
	for _, st := range elementStores(container) {
		if key == nil || sameConst(st.index, key) {
			out.add(q.value(st.value))
		}
	}
	return out
}

// sameConst reports whether a key can equal a constant.
func sameConst(v ssa.Value, c *ssa.Const) bool {
	k, ok := flow.Resolve(v).(*ssa.Const)
	return !ok || k.Value == nil || c.Value == nil || constant.Compare(k.Value, token.EQL, c.Value)
}

// alloc returns what an object that is made here carries.
func (q *query) alloc(a *ssa.Alloc) Set {
	elem := a.Type().Underlying().(*types.Pointer).Elem()
	if text, ok := byteArray(a, elem); ok {
		return Set{Materials: []*Material{{text, Origin{Pos: a.Pos(), End: a.Pos() + 1}}}}
	}
	out := q.stored(a, nil)
	for _, v := range wholeStores(a) {
		out.add(q.value(v))
	}
	for _, field := range carried(elem) {
		out.add(q.union(q.owned[ownedField{a, field}]...))
	}
	return out
}

// global returns what a package variable holds.
func (q *query) global(g *ssa.Global) Set {
	v, ok := g.Object().(*types.Var)
	if !ok {
		return Set{}
	}
	if v.Pkg() != q.pass.Pkg {
		return q.foreign(v, 0)
	}
	var out Set
	if m := q.embedded(v); m != nil {
		out.material(m)
	}
	out.add(q.union(q.globals[g]...))
	for _, field := range carried(v.Type()) {
		out.add(q.union(q.owned[ownedField{g, field}]...))
	}
	for i, m := range out.Materials {
		out.Materials[i] = m.keptBy(v)
	}
	return out
}

// field returns what field i of x, a struct or a pointer to one, can be.
func (q *query) field(x ssa.Value, i int) Set {
	f, owner := fieldAt(x, i)
	if f == nil {
		return Set{}
	}
	var out Set
	known := false
	for _, origin := range q.origins(x) {
		values := q.owned[ownedField{origin, i}]
		known = known || len(values) > 0
		out.add(q.union(values...))
	}
	switch {
	case known:
	case f.Pkg() == q.pass.Pkg:
		out.add(q.union(q.fields[f]...))
		out.Fields = union(out.Fields, f)
		out.Over = union(out.Over, selections(x)...)
	case carries(owner, i):
		return q.value(x)
	default:
		out = q.foreign(f, 0)
		out.Over = selections(x)
	}
	return out
}

// selections returns the positions, not constant, that select x from the maps,
// slices and arrays around it.
func selections(x ssa.Value) []ssa.Value {
	var out []ssa.Value
	for range maxSet {
		switch v := flow.Resolve(x).(type) {
		case *ssa.IndexAddr:
			out, x = selection(out, v.Index), v.X
		case *ssa.Index:
			out, x = selection(out, v.Index), v.X
		case *ssa.Lookup:
			out, x = selection(out, v.Index), v.X
		case *ssa.FieldAddr:
			x = v.X
		case *ssa.Field:
			x = v.X
		case *ssa.UnOp:
			x = v.X
		case *ssa.Extract:
			if next, ok := v.Tuple.(*ssa.Next); ok {
				return append(out, next)
			}
			lookup, ok := v.Tuple.(*ssa.Lookup)
			if !ok {
				return out
			}
			x = lookup
		case *ssa.Alloc:
			copies := wholeStores(v)
			if len(copies) != 1 {
				return out
			}
			x = copies[0]
		default:
			return out
		}
	}
	return out
}

func selection(list []ssa.Value, index ssa.Value) []ssa.Value {
	index = flow.Resolve(index)
	if _, ok := index.(*ssa.Const); ok {
		return list
	}
	return append(list, iteration(index))
}

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
