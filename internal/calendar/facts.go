package calendar

import (
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A DateMaker is a function that makes a date of numbers: time.Date with
// another name.
type DateMaker struct{ Body *Body }

// AFact marks DateMaker as a fact.
func (*DateMaker) AFact() {}

func (*DateMaker) String() string { return "makes a date" }

// A DatePart is a function that returns numbers that it takes from a date.
type DatePart struct{ Body *Body }

// AFact marks DatePart as a fact.
func (*DatePart) AFact() {}

func (*DatePart) String() string { return "takes parts of a date" }

// Interpretable is any other function of numbers, texts and dates that can be
// interpreted, such as a leap-year predicate.
type Interpretable struct{ Body *Body }

// AFact marks Interpretable as a fact.
func (*Interpretable) AFact() {}

// Refines marks Interpretable as a fact that yields no findings by itself.
func (*Interpretable) Refines() {}

func (*Interpretable) String() string { return "can be interpreted" }

// Yields tells what is known of a date that a function returns.
type Yields struct {
	Result int // its index
	Moment Moment
}

// AFact marks Yields as a fact.
func (*Yields) AFact() {}

// Refines marks Yields as a fact that yields no findings by itself.
func (*Yields) Refines() {}

func (y *Yields) String() string { return "yields a date" }

// Bounds of what is exported of one function.
const (
	maxInstrs  = 150 // of one function
	maxCallees = 12
)

func bodyOf(fact analysis.Fact) *Body {
	switch fact := fact.(type) {
	case *DateMaker:
		return fact.Body
	case *DatePart:
		return fact.Body
	case *Interpretable:
		return fact.Body
	}
	return nil
}

// export exports facts about the functions of the package. Those of package
// time itself are modelled.
func (p *Program) export() {
	if p.pass.Pkg.Path() == "time" || !p.concerns.exportsAny() {
		return
	}
	p.init()
	p.exportClocks()
	for _, fn := range p.flow.Funcs() {
		obj, ok := fn.Object().(*types.Func)
		if !ok || fn.Parent() != nil || len(fn.Blocks) == 0 {
			continue
		}
		if p.concerns.exports(obj) {
			if fact := p.fact(fn, obj); fact != nil {
				p.pass.ExportObjectFact(obj.Origin(), fact)
			}
		}
		if result := p.concerns.yields(obj); result >= 0 {
			if at := p.yielded(fn, result); at != (Moment{}) {
				p.pass.ExportObjectFact(obj.Origin(), &Yields{result, at})
			}
		}
	}
}

// yielded returns what is known of a result of a function.
func (p *Program) yielded(fn *ssa.Function, result int) Moment {
	p.mu.Lock()
	defer p.mu.Unlock()
	e := &moments{p: p, assumed: make(map[ssa.Value]Moment), budget: maxMoments}
	at, ok := e.results(fn, result)
	if !ok || e.budget <= 0 {
		return Moment{}
	}
	return at
}

func (p *Program) fact(fn *ssa.Function, obj *types.Func) analysis.Fact {
	in, out := countParams(obj.Signature()), count(obj.Signature().Results())
	leads := p.leadsTo(fn)
	if !leads && in.numbers+in.dates+in.structs == 0 {
		return nil
	}
	body := p.portableBody(fn)
	switch {
	case body == nil:
		return nil
	case leads && in.numbers >= 3:
		return &DateMaker{body}
	case in.dates > 0 && out.numbers > 0 && p.parts.results[fn]&part != 0:
		return &DatePart{body}
	}
	return &Interpretable{body}
}

// kinds counts parameters or results by what they can carry.
type kinds struct{ numbers, dates, texts, truths, structs, errors, total int }

// simple reports whether all of them can be followed.
func (k kinds) simple() bool {
	return k.numbers+k.dates+k.texts+k.truths+k.structs+k.errors == k.total
}

// portable reports whether the parameters and results of a function allow a
// fact about it.
func portable(sig *types.Signature) bool {
	in, out := countParams(sig), count(sig.Results())
	return in.simple() && out.simple() && in.numbers+in.dates+in.texts+in.structs > 0 && out.total > out.errors
}

func countParams(sig *types.Signature) kinds {
	k := count(sig.Params())
	if recv := sig.Recv(); recv != nil {
		k.add(recv.Type())
	}
	return k
}

func count(list *types.Tuple) kinds {
	var k kinds
	for v := range list.Variables() {
		k.add(v.Type())
	}
	return k
}

func (k *kinds) add(t types.Type) {
	param := t
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	k.total++
	if isTime(t) {
		k.dates++
		return
	}
	switch t := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case t.Info()&types.IsInteger != 0:
			k.numbers++
		case t.Info()&types.IsString != 0:
			k.texts++
		case t.Info()&types.IsBoolean != 0:
			k.truths++
		}
	case *types.Struct:
		k.structs++
	case *types.Interface:
		if t.NumMethods() == 1 && t.Method(0).Name() == "Error" {
			k.errors++
		} else if isTypeParam(param) {
			k.numbers++ // as far as dates are made of it
		}
	}
}

// portableBody returns the body of a function with those of the functions of the
// package that it calls, fit for a fact; nil if that is too large.
func (p *Program) portableBody(fn *ssa.Function) *Body {
	callees := make(map[string]*Body)
	if !p.collect(fn, callees) {
		return nil
	}
	own := callees[flow.Name(fn.Object().(*types.Func).Origin())]
	if own == nil {
		return nil
	}
	body := *own
	for _, name := range slices.Sorted(maps.Keys(callees)) {
		body.Callees = append(body.Callees, callees[name])
	}
	return &body
}

// collect adds the portable bodies of a function and of what it calls.
func (p *Program) collect(fn *ssa.Function, into map[string]*Body) bool {
	n := 0
	for _, block := range fn.Blocks {
		n += len(block.Instrs)
	}
	if n > maxInstrs || len(into) > maxCallees {
		return false
	}
	body, ok := strip(p.body(fn), 0)
	if !ok {
		return false
	}
	into[body.Name] = body
	for _, callee := range flow.Calls(fn) {
		if callee == nil {
			continue
		}
		name := flow.Name(callee)
		if own := p.named[name]; own != nil && into[name] == nil && len(own.Blocks) > 0 && !p.collect(own, into) {
			return false
		}
	}
	return true
}

// strip returns a copy of a body without references to the SSA form; false if
// function literals are nested too deeply or recursive.
func strip(b *Body, depth int) (*Body, bool) {
	if depth > 3 {
		return nil, false
	}
	out := *b
	out.outer = nil
	out.Blocks = make([]Block, len(b.Blocks))
	for i, block := range b.Blocks {
		out.Blocks[i] = block
		out.Blocks[i].Instrs = make([]Instr, len(block.Instrs))
		for j, in := range block.Instrs {
			in.site, in.leaves = nil, false
			var ok bool
			if in, ok = stripLiterals(in, depth); !ok {
				return nil, false
			}
			out.Blocks[i].Instrs[j] = in
		}
	}
	return &out, true
}

func stripLiterals(in Instr, depth int) (Instr, bool) {
	if in.Lit != nil {
		lit, ok := strip(in.Lit, depth+1)
		if !ok {
			return in, false
		}
		in.Lit = lit
	}
	args := make([]Operand, len(in.Args))
	for i, arg := range in.Args {
		if arg.Const != nil && arg.Const.Lit != nil {
			lit, ok := strip(arg.Const.Lit, depth+1)
			if !ok {
				return in, false
			}
			c := *arg.Const
			c.Lit = lit
			arg.Const = &c
		}
		args[i] = arg
	}
	in.Args = args
	return in, true
}
