// Package calendar knows what code does with dates: which parts of a time
// value reach which call, on which paths, past which guards.
//
// It runs functions on all their paths with abstract values. A date whose year
// is taken, such as time.Now() or a parameter, has a name at first; a check
// then assumes a date for it, say 29 February 2028, and sees what the function
// makes of it. So a guard needs no recognition: it is run. Where the outcome
// of a test of the date is not known, the path ends, and nothing is claimed.
package calendar

import (
	"cmp"
	"go/constant"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/rule"
)

// Core provides a [*Program] for every package, and facts about functions
// that make dates of their arguments. Its triggers are for functions that take
// dates apart, parse them, know leap years or move to the first of a month;
// where dates are made of numbers, the triggers of the checks match.
var Core = rule.NewCore(&analysis.Analyzer{
	Name:       "leapguardcalendar",
	Doc:        "follows dates and their parts for the checks of leapguard",
	ResultType: reflect.TypeFor[*Program](),
	FactTypes:  []analysis.Fact{new(DateMaker), new(DatePart), new(Interpretable), new(Yields)},
	Run:        run,
}, rule.Either(
	rule.Triggers{{"Year"}, {"Month", "Day"}},
	rule.Triggers{{"Parse", "ParseInLocation"}, {"RFC3339", "DateOnly", "DateTime", "2006"}},
	rule.Triggers{{"400"}, {"100"}},
	rule.Triggers{{"AddDate"}, {"Day"}},
	rule.Triggers{{"Now"}, {"Clock", "clock"}},
), flow.Core)

// A Program is what is known of the functions of one package.
type Program struct {
	pass     *analysis.Pass
	concerns *concerns
	init     func() // for what follows; costs SSA

	flow     *flow.Program
	imported map[string]*Body // by facts
	parts    *parts

	mu     sync.Mutex // guards what follows
	names  map[*types.Func]string
	named  map[string]*ssa.Function
	bodies map[*ssa.Function]*Body
	leads  map[*ssa.Function]bool // to a call that makes a date
	calls  map[string][]*ssa.Call // of functions of package time, in source order
	moves  []Move                 // nil before calls are made
}

// Of returns the program of the package under analysis. The analyzer must
// require Core.
func Of(pass *analysis.Pass) *Program {
	return pass.ResultOf[Core.Analyzer].(*Program)
}

func run(pass *analysis.Pass) (any, error) {
	p := &Program{pass: pass}
	p.init = sync.OnceFunc(p.build)
	if !pass.ResultOf[config.Analyzer].(*config.Config).Outside {
		p.concerns = concernsOf(pass)
		p.export()
	}
	return p, nil
}

func (p *Program) build() {
	p.flow = flow.Of(p.pass)
	p.imported = make(map[string]*Body)
	for _, f := range p.pass.AllObjectFacts() {
		if body := bodyOf(f.Fact); body != nil && f.Object.Pkg() != p.pass.Pkg {
			p.imported[body.Name] = body
		}
	}
	p.names = make(map[*types.Func]string)
	p.named = make(map[string]*ssa.Function)
	p.bodies = make(map[*ssa.Function]*Body)
	p.leads = make(map[*ssa.Function]bool)
	for _, fn := range p.flow.Funcs() {
		if obj, ok := fn.Object().(*types.Func); ok && fn.Parent() == nil && obj.Name() != "init" && obj.Name() != "_" && !strings.HasPrefix(obj.Name(), "_C") { // no stubs of cgo
			p.named[p.name(obj)] = fn
		}
	}
	p.parts = newParts(p)
}

// Calls returns the calls of functions and methods of package time, given by
// their names as [flow.Name] writes them, in source order. SSA is built only
// if the package uses one of them.
func (p *Program) Calls(names ...string) []*ssa.Call {
	if p.concerns == nil || !slices.ContainsFunc(names, func(name string) bool { return p.concerns.time[name] }) {
		return nil
	}
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.findCalls()
	var out []*ssa.Call
	for _, name := range names {
		out = append(out, p.calls[name]...)
	}
	slices.SortStableFunc(out, func(a, b *ssa.Call) int { return cmp.Compare(a.Pos(), b.Pos()) })
	return out
}

// findCalls collects the calls of functions of package time, and all that move
// dates.
func (p *Program) findCalls() {
	if p.calls != nil {
		return
	}
	p.calls = make(map[string][]*ssa.Call)
	for _, fn := range p.flow.Funcs() {
		for instr, callee := range flow.Calls(fn) {
			call, ok := instr.(*ssa.Call)
			if !ok || callee == nil || callee.Pkg() == nil {
				continue
			}
			if callee.Pkg().Path() == "time" {
				p.calls[p.name(callee)] = append(p.calls[p.name(callee)], call)
			}
			if m, ok := p.move(call, callee); ok {
				p.moves = append(p.moves, m)
			}
		}
	}
}

// name returns the name of a function as [flow.Name] writes it, for one that is
// known to do the same as one of package time the name of that. The caller
// holds mu.
func (p *Program) name(obj *types.Func) string {
	name, ok := p.names[obj]
	if !ok {
		name = nameOf(obj, p.library(obj))
		p.names[obj] = name
	}
	return name
}

// source returns the function of the package, or literal, that a call of fn
// runs, or nil. The caller holds mu.
func (p *Program) source(fn *ssa.Function) *ssa.Function {
	if fn == nil {
		return nil
	}
	if obj, ok := fn.Object().(*types.Func); ok {
		if obj.Pkg() != p.pass.Pkg {
			return nil
		}
		fn = p.named[p.name(obj)]
	}
	if fn == nil || len(fn.Blocks) == 0 {
		return nil
	}
	return fn
}

// body returns the body of a function of the package.
func (p *Program) body(fn *ssa.Function) *Body {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.bodyLocked(fn)
}

func (p *Program) isBody(fn *ssa.Function, body *Body) bool { return p.body(fn) == body }

func (p *Program) bodyLocked(fn *ssa.Function) *Body {
	b, ok := p.bodies[fn]
	if !ok {
		b = new(Body)
		p.bodies[fn] = b // a literal may name itself
		if fn.Parent() != nil {
			b.outer = p.bodyLocked(fn.Parent())
		}
		p.lower(fn, b)
	}
	return b
}

// find returns the body of a function by its name, and the functions that it
// may call by name.
func (p *Program) find(name string, f *frame) (*Body, []*Body) {
	for _, body := range f.names {
		if body.Name == name {
			return body, f.names
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if fn := p.named[name]; fn != nil && len(fn.Blocks) > 0 {
		return p.bodyLocked(fn), nil
	}
	if body := p.imported[name]; body != nil {
		return body, body.Callees
	}
	return nil, nil
}

// initial returns what a package variable holds as long as nothing is known to
// be assigned: its constant date, a name for a date of the moment, or nothing.
func (p *Program) initial(g *ssa.Global, reader *ssa.Function) Value {
	if g.Object() == nil { // says whether the initialiser has run
		return unknown()
	}
	if p.isSentinel(g, reader) {
		return Value{Kind: NonNil}
	}
	switch v := flow.Resolve(p.flow.Initial(g, reader)).(type) {
	case nil:
		return Value{Kind: Unknown, Str: g.String()}
	case *ssa.Call:
		callee := flow.Callee(v)
		if callee == nil {
			return unknown()
		}
		switch flow.Name(callee) {
		case "time.Now":
			return Value{Kind: Unknown, Str: g.String()}
		case "time.Date":
			var d [3]int
			for i := range d {
				c, ok := p.flow.Fold(flow.Args(v)[i])
				n, exact := constant.Int64Val(constant.ToInt(orZero(c)))
				if !ok || !exact {
					return unknown()
				}
				d[i] = int(n)
			}
			return instantOf(Date{d[0], time.Month(d[1]), d[2]}.Normalize(), "")
		}
	case *ssa.Const:
		return constValue(v)
	}
	return unknown()
}

func orZero(c constant.Value) constant.Value {
	if c == nil {
		return constant.MakeInt64(0)
	}
	return c
}
