package pki

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// loader is the function that makes a pair of two files.
const loader = "crypto/tls.LoadX509KeyPair"

// loaded returns the pair that a call loads from files, as a material of the
// package variable that keeps it, if there is one.
func loaded(call *ssa.Call) Set {
	m := &Material{Origin: Origin{Pos: call.Pos(), End: call.Pos() + 1, Loaded: true}}
	for _, ref := range *call.Referrers() {
		extract, ok := ref.(*ssa.Extract)
		if !ok || extract.Index != 0 {
			continue
		}
		for _, ref := range *extract.Referrers() {
			if st, ok := ref.(*ssa.Store); ok && st.Val == extract {
				if g, ok := st.Addr.(*ssa.Global); ok {
					m = m.keptBy(g.Object())
				}
			}
		}
	}
	return Set{Materials: []*Material{m}}
}

// keptBy returns the material under the name of the package variable that keeps
// it, if it is one that has no name.
func (m *Material) keptBy(v types.Object) *Material {
	if !m.Origin.Loaded || m.Origin.Name != "" || v == nil {
		return m
	}
	o := m.Origin
	o.Pos, o.End, o.Name = v.Pos(), v.Pos()+token.Pos(len(v.Name())), v.Name()
	return &Material{m.Text, o}
}

// keepsLoaded reports whether a package loads pairs and has a variable that can
// keep one.
func keepsLoaded(pass *analysis.Pass) bool {
	scope := pass.Pkg.Scope()
	keeps := slices.ContainsFunc(scope.Names(), func(name string) bool {
		v, ok := scope.Lookup(name).(*types.Var)
		if !ok {
			return false
		}
		named := namedOf(v.Type())
		return named != nil && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "crypto/tls"
	})
	if !keeps {
		return false
	}
	for _, obj := range pass.TypesInfo.Uses {
		if fn, ok := obj.(*types.Func); ok && fn.Name() == "LoadX509KeyPair" && flow.Name(fn) == loader {
			return true
		}
	}
	return false
}
