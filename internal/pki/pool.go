package pki

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A pool is a collection of trusted certificates, with the uses that add to it.
type pool struct {
	// owners are the objects, *types.Var for a field, that it can be.
	owners []any
	uses   []*Use
}

// Pools groups the uses that trust certificates by the pool that they add to,
// in order of the first use of each.
func (p *Package) Pools() [][]*Use {
	var pools []*pool
	for _, u := range p.Uses {
		if u.Sink.Kind != Root {
			continue
		}
		owners := p.poolOf(u)
		i := slices.IndexFunc(pools, func(p *pool) bool {
			return slices.ContainsFunc(p.owners, func(o any) bool { return slices.Contains(owners, o) })
		})
		if i < 0 {
			i = len(pools)
			pools = append(pools, new(pool))
		}
		pools[i].owners = append(pools[i].owners, owners...)
		pools[i].uses = append(pools[i].uses, u)
	}
	var out [][]*Use
	for _, p := range pools {
		out = append(out, p.uses)
	}
	return out
}

// poolOf returns the objects that the pool of a use can be. One that is out of
// sight, in a function that the use passes its certificates to, is none but the
// use's own.
func (p *Package) poolOf(u *Use) []any {
	fn := (*types.Func)(nil)
	if u.Call != nil {
		fn = flow.Callee(u.Call)
	}
	if fn == nil || flow.Name(fn) != u.Sink.Func {
		return []any{u}
	}
	var out []any
	for _, v := range p.eval.origins(u.Args[0]) {
		out = append(out, v)
		if addr, ok := v.(*ssa.FieldAddr); ok {
			f, _ := fieldAt(addr.X, addr.Field)
			out = append(out, f)
		}
		for _, f := range keptIn(v) {
			out = append(out, f)
		}
	}
	return out
}

// keptIn returns the fields that a value is stored to where it is made.
func keptIn(v ssa.Value) []*types.Var {
	refs := v.Referrers()
	if refs == nil {
		return nil
	}
	var out []*types.Var
	for _, ref := range *refs {
		if st, ok := ref.(*ssa.Store); ok && st.Val == v {
			if addr, ok := st.Addr.(*ssa.FieldAddr); ok {
				f, _ := fieldAt(addr.X, addr.Field)
				out = append(out, f)
			}
		}
	}
	return out
}

// PinsTime reports whether code of the package has certificates verified for
// another time than the present.
func (p *Package) PinsTime() bool {
	if p.eval == nil {
		return false
	}
	for f, values := range p.eval.fields {
		if f.Pkg() == nil || f.Pkg() == p.eval.pass.Pkg {
			continue
		}
		switch f.Pkg().Path() + "." + f.Name() {
		case "crypto/x509.CurrentTime", "crypto/tls.Time":
			if slices.ContainsFunc(values, func(v ssa.Value) bool { return !present(v) }) {
				return true
			}
		}
	}
	return false
}

// present reports whether a value is time.Now, its result, or a time that
// methods of package time make of the latter: its day, or one in another zone.
func present(v ssa.Value) bool {
	switch v := flow.Resolve(v).(type) {
	case *ssa.Function:
		return v.String() == "time.Now"
	case *ssa.Call:
		fn := flow.Callee(v)
		if fn == nil {
			return false
		}
		switch flow.Name(fn) {
		case "time.Now":
			return true
		case "(time.Time).UTC", "(time.Time).Local", "(time.Time).In", "(time.Time).Round", "(time.Time).Truncate":
			return present(flow.Args(v)[0])
		}
	}
	return false
}
