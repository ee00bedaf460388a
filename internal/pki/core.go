// Package pki knows keys and certificates that stand in source: literals,
// constants, decoded text, embedded files; where they flow within a module; and
// what puts them to use.
//
// Only what parses counts: everything else is a placeholder. Code that exists
// for tests neither holds nor uses anything.
package pki

import (
	"cmp"
	"go/token"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/rule"
)

// Core provides a [*Package] for every package, and the facts [Holds] and
// [Reaches].
var Core = rule.NewCore(&analysis.Analyzer{
	Name:       "leapguardpki",
	Doc:        "follows keys and certificates in source to their uses",
	ResultType: reflect.TypeFor[*Package](),
	FactTypes:  []analysis.Fact{new(Holds), new(Reaches)},
	Run:        run,
}, Triggers, flow.Core)

// A Package is what is known of the key material in one package.
type Package struct {
	// Uses are in order of their positions.
	Uses []*Use

	eval     *evaluator
	embedded map[*types.Var]*Embed
}

// A Use is a place in the package where material is put to use, or passed to
// what does so.
type Use struct {
	Sink *Sink // the one that is reached in the end
	// Call is the call that passes the value, nil for a store to a field.
	Call  ssa.CallInstruction
	Store *ssa.Store
	Value ssa.Value
	Args  []ssa.Value // of Call, with the receiver
	Set   Set
}

// Pos returns the position of the use.
func (u *Use) Pos() token.Pos {
	if u.Call != nil { // the position of a go or defer statement is its keyword
		return u.Call.Common().Pos()
	}
	return u.Store.Pos()
}

// Instr returns the instruction of the use.
func (u *Use) Instr() ssa.Instruction {
	if u.Call != nil {
		return u.Call
	}
	return u.Store
}

// Of returns the key material of the package under analysis. The analyzer must
// require Core.
func Of(pass *analysis.Pass) *Package {
	return pass.ResultOf[Core.Analyzer].(*Package)
}

// Materials returns what a value of the package can be; nothing where the
// package has nothing to do with keys and certificates.
func (p *Package) Materials(v ssa.Value) Set {
	if p.eval == nil {
		return Set{}
	}
	return p.eval.of(v)
}

// Embeds reports whether a variable of the package is embedded, be it that its
// files are not there to read.
func (p *Package) Embeds(v *types.Var) bool { return p.embedded[v] != nil }

// Funcs returns the functions of the package, but for those of tests; none
// where the package has nothing to do with keys and certificates.
func (p *Package) Funcs() []*ssa.Function {
	if p.eval == nil {
		return nil
	}
	return p.eval.funcs
}

// FieldStores returns what is stored to a field of the struct that a pointer
// points to, as far as that struct is made here.
func (p *Package) FieldStores(ptr ssa.Value, field string) []ssa.Value {
	var out []ssa.Value
	for _, origin := range p.eval.origins(ptr) {
		out = append(out, p.eval.fieldStores(origin, field)...)
	}
	return out
}

func run(pass *analysis.Pass) (any, error) {
	cfg := pass.ResultOf[config.Analyzer].(*config.Config)
	if cfg.Outside || rule.ForTests(pass) {
		return &Package{}, nil
	}
	embedded := embeds(pass)
	if !relevant(pass, embedded) {
		return &Package{embedded: embedded}, nil
	}
	e := &evaluator{index: newIndex(pass, embedded), results: make(map[result]Set), busy: make(map[result]bool)}
	r := newReach(e)
	r.run()
	uses := r.uses
	slices.SortStableFunc(uses, func(a, b *Use) int { return cmp.Compare(a.Pos(), b.Pos()) })
	e.exportHolds(func(contents []Content) bool { return usedIn(uses, contents) })
	r.export()
	return &Package{Uses: uses, eval: e, embedded: embedded}, nil
}

// usedIn reports whether all keys and certificates in the contents are put to
// use in the package.
func usedIn(uses []*Use, contents []Content) bool {
	used := make(map[string]bool)
	for _, u := range uses {
		for _, m := range u.Set.Materials {
			for _, id := range identities(m.Text, u.Sink.Kind) {
				used[id] = true
			}
		}
	}
	for _, c := range contents {
		for _, kind := range []Kind{PrivateKey, Certificate} {
			for _, id := range identities(c.Text, kind) {
				if !used[id] {
					return false
				}
			}
		}
	}
	return true
}

// identities returns what tells the keys, or the first certificate, of a text
// from others.
func identities(text []byte, kind Kind) []string {
	var out []string
	switch kind {
	case PrivateKey:
		for _, k := range Keys(text) {
			out = append(out, k.ID)
		}
	case Certificate, Root:
		if leaf := Leaf(text); leaf != nil {
			out = append(out, Fingerprint(leaf))
		}
	}
	return out
}
