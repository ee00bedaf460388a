package guard

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// RestoreFact says what a function switches on again: the protections of the
// given kinds, of its objects.
type RestoreFact struct {
	Restores []Effect
}

// AFact marks RestoreFact as a fact of go/analysis.
func (*RestoreFact) AFact() {}

// Refines marks it as one that silences only.
func (*RestoreFact) Refines() {}

func (f *RestoreFact) String() string {
	var parts []string
	for _, e := range f.Restores {
		parts = append(parts, fmt.Sprintf("restores %s %s", e.Kind, e.Obj))
	}
	return strings.Join(parts, "; ")
}

// restoresOf returns what a function of another package restores besides what
// annotations say.
func (p *Package) restoresOf(fn *types.Func) []Effect {
	if fn.Pkg() == p.pass.Pkg {
		return nil
	}
	var fact RestoreFact
	if !p.pass.ImportObjectFact(fn.Origin(), &fact) {
		return nil
	}
	return fact.Restores
}

// exportRestores exports the functions of the package that restore a parameter
// on all paths.
func (p *Package) exportRestores() {
	if len(p.restorers()) == 0 {
		return
	}
	for _, fn := range p.prog.Funcs() {
		obj := declaration(fn)
		if obj == nil || obj.Pkg() != p.pass.Pkg {
			continue
		}
		fact := new(RestoreFact)
		for _, t := range p.togglesIn(fn) {
			for _, e := range p.restoredIn(fn, t) {
				fact.Restores = addEffects(fact.Restores, e)
			}
		}
		if len(fact.Restores) > 0 {
			p.pass.ExportObjectFact(obj, fact)
		}
	}
}

// restoredIn returns the parameters of a function that a restore in it is of,
// if all paths come to it.
func (p *Package) restoredIn(fn *ssa.Function, t *toggle) []Effect {
	if t.off || t.model != nil {
		return nil
	}
	for _, block := range fn.Blocks {
		if _, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok && block != fn.Recover && !comesBefore(t.call, block.Instrs[len(block.Instrs)-1]) {
			return nil
		}
	}
	var out []Effect
	for _, target := range t.objs {
		if !target.ok {
			continue
		}
		if obj, ok := objectOf(fn, target.path); ok && obj.Param != Any && !slices.ContainsFunc(out, func(e Effect) bool { return e.Obj.Equal(obj) }) {
			if !isContext(target.t) {
				out = append(out, Effect{t.what, obj})
			}
		}
	}
	return out
}
