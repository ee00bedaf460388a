// Package guard knows what destroys, and what tells whether it may.
//
// The knowledge comes from annotations, directive comments in the doc of a
// function, an interface's method or a struct field:
//
//	//leapguard:danger KIND OBJ                calling this destroys OBJ
//	//leapguard:check  KIND OBJ [when=V]       OBJ may be destroyed iff the first non-error result is V
//	//leapguard:flag   KIND when=V             the field's owner may be destroyed iff the field is V
//	//leapguard:needs  KIND OBJ                the caller must have checked
//	//leapguard:off    KIND OBJ restore=FUNC   switches the protection off
//	//leapguard:ok     KIND reason             reviewed waiver
//
// A function that returns only after a check, or with a result that tells how
// the check came out, is a check itself; that is inferred. So is what an
// unexported function needs of its callers.
//
// What holds where is found by a forward analysis of each function: a check
// holds at an instruction if it came out well on every path there and nothing
// was stored to the object since. Calls do not undo checks.
package guard

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/rule"
)

// Core resolves the annotations of every package and follows what they imply.
// Its result is a [*Package].
var Core = rule.NewCore(&analysis.Analyzer{
	Name:       "leapguardguard",
	Doc:        "resolves what destroys and what guards it",
	Requires:   []*analysis.Analyzer{rule.Comments},
	FactTypes:  []analysis.Fact{new(FuncFact), new(FlagFact), new(RestoreFact)},
	ResultType: reflect.TypeFor[*Package](),
	Run:        run,
}, Triggers, flow.Core).Modelled()

// Triggers match the packages that declare dangers, and what guards from them.
// Those that hold only waivers are found by the names of the dangers.
var Triggers = rule.Triggers{
	{"leapguard"},
	{rule.DangerVerb, rule.CheckVerb, rule.FlagVerb, rule.NeedsVerb, rule.OffVerb},
}

// A Package is what is known of the dangers and checks in a package.
type Package struct {
	// mu is held by the exported methods that compute something: drivers run the
	// checks of a package at the same time.
	mu sync.Mutex

	*memo
	pass   *analysis.Pass
	prog   *flow.Program
	own    *annotations
	abroad abroad
	// modelled holds the kinds of the checks and flags in models that count.
	modelled map[string]bool

	facts    map[*types.Func]*FuncFact   // of functions seen so far, nil for none
	inferred map[*ssa.Function]*FuncFact // checks and yields
	needs    map[*ssa.Function][]*need   // inferred
	solved   map[*ssa.Function]*solution // of the functions solved so far
	asserted map[*ssa.Function][]assertion
	throwing map[*ssa.Function][]ssa.Instruction
	passages map[passage]int // the parameter that comes out, or -1
	folded   map[ssa.Value]constant.Value
	told     map[string]told // by what stands for the kind
	asks     map[ssa.CallInstruction]*FuncFact
	toggles  map[*ssa.Function][]*toggle
	sites    []*Site
	left     []*Site // whose check is left to callers, or to whoever uses the function
	// guarded holds the calls with demands that are met.
	guarded map[guardedCall][]ssa.CallInstruction

	uses      func() *useIndex
	types     func() *typeIndex
	exprs     func() map[token.Pos]ast.Expr
	restorers func() map[string][]Off
	kinds     func() []string
	ignored   func() []*Ignored
}

// A guardedCall is what calls that are guarded have in common.
type guardedCall struct {
	callee *types.Func
	kind   string
}

func newPackage(pass *analysis.Pass) *Package {
	p := &Package{
		memo:     newMemo(),
		pass:     pass,
		prog:     flow.Of(pass),
		own:      new(annotations),
		modelled: make(map[string]bool),
		facts:    make(map[*types.Func]*FuncFact),
		inferred: make(map[*ssa.Function]*FuncFact),
		needs:    make(map[*ssa.Function][]*need),
		solved:   make(map[*ssa.Function]*solution),
		asserted: make(map[*ssa.Function][]assertion),
		throwing: make(map[*ssa.Function][]ssa.Instruction),
		passages: make(map[passage]int),
		folded:   make(map[ssa.Value]constant.Value),
		told:     make(map[string]told),
		asks:     make(map[ssa.CallInstruction]*FuncFact),
		toggles:  make(map[*ssa.Function][]*toggle),
		guarded:  make(map[guardedCall][]ssa.CallInstruction),
	}
	p.uses = sync.OnceValue(p.indexUses)
	p.types = sync.OnceValue(p.indexTypes)
	p.exprs = sync.OnceValue(p.indexExprs)
	p.restorers = sync.OnceValue(p.indexRestorers)
	p.kinds = sync.OnceValue(p.kindsOf)
	p.ignored = sync.OnceValue(p.findIgnored)
	return p
}

// Of returns what is known of the package under analysis. The analyzer must
// require Core.
func Of(pass *analysis.Pass) *Package {
	return pass.ResultOf[Core.Analyzer].(*Package)
}

// Problems returns the misuses of annotations in the package.
func (p *Package) Problems() []Problem { return p.own.problems }

// Waivers returns the waivers of the package in source order.
func (p *Package) Waivers() []*Waiver { return p.own.waivers }

// Declared returns the dangers that the package declares, in source order.
func (p *Package) Declared() []Declared { return p.own.dangers }

// Checked returns the kinds that checks and flags of the package are declared
// for, in comments or the configuration, sorted.
func (p *Package) Checked() []string {
	kinds := maps.Clone(p.modelled)
	for _, fact := range p.own.funcs {
		for _, c := range fact.Checks {
			kinds[c.Kind] = true
		}
	}
	for _, fact := range p.own.flags {
		for _, f := range fact.Flags {
			kinds[f.Kind] = true
		}
	}
	return slices.Sorted(maps.Keys(kinds))
}

func run(pass *analysis.Pass) (any, error) {
	p := newPackage(pass)
	cfg := pass.ResultOf[config.Analyzer].(*config.Config)
	if cfg.Outside {
		return p, nil
	}
	p.own = resolve(pass, pass.ResultOf[rule.Comments].(*rule.Directives).All)
	p.abroad = imported(pass)
	if err := p.addModels(cfg.Models); err != nil {
		return nil, err
	}
	if p.concerned() {
		p.inferChecks()
		p.inferNeeds()
		p.exportRestores()
	}
	p.export()
	return p, nil
}

// concerned reports whether anything in the package has to do with a danger or
// check.
func (p *Package) concerned() bool {
	if len(p.own.funcs)+len(p.own.flags) > 0 {
		return true
	}
	if len(p.abroad.funcs)+len(p.abroad.flags) == 0 {
		return false
	}
	for _, obj := range p.pass.TypesInfo.Uses {
		switch obj := obj.(type) {
		case *types.Func:
			if p.Func(obj) != nil {
				return true
			}
		case *types.Var:
			if p.Flags(obj) != nil {
				return true
			}
		}
	}
	return false
}

// export exports what is known of the functions and fields of the package.
func (p *Package) export() {
	for fn, fact := range p.own.funcs {
		p.pass.ExportObjectFact(fn, fact)
	}
	for v, fact := range p.own.flags {
		p.pass.ExportObjectFact(v, fact)
	}
	for fn, fact := range p.inferred {
		obj, ok := fn.Object().(*types.Func)
		if !ok || obj.Pkg() != p.pass.Pkg {
			continue
		}
		all := new(FuncFact)
		all.merge(p.own.funcs[obj])
		all.merge(fact)
		all.Checks = slices.DeleteFunc(all.Checks, func(c Check) bool { return c.Obj.Param == Outer || isTold(c.Kind) })
		all.Yields = slices.DeleteFunc(all.Yields, func(y Yield) bool { return isTold(y.Kind) })
		if !all.empty() {
			p.pass.ExportObjectFact(obj, all)
		}
	}
}
