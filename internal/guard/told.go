package guard

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A told is what a function says of itself that is passed to another one, by
// what it returns there. It stands for the kind of a check as long as it is not
// known which function that is.
type told struct {
	param int     // the parameter that the function is passed as, as in an Object
	arg   int     // the argument that it speaks of, or -1 for a variable around it
	when  Outcome // Nil is of its error
}

// toldPrefix begins what stands for a kind in place of a told. No kind begins
// so.
const toldPrefix = "("

func isTold(kind string) bool { return strings.HasPrefix(kind, toldPrefix) }

func (p *Package) toldKind(t told) string {
	kind := fmt.Sprintf("%s%d,%d)%s", toldPrefix, t.param, t.arg, t.when)
	p.told[kind] = t
	return kind
}

// asked returns the checks that a call of a parameter makes, whatever function
// that is; nil for another call.
func (p *Package) asked(call ssa.CallInstruction) *FuncFact {
	if fact, ok := p.asks[call]; ok {
		return fact
	}
	fact := p.ask(call)
	p.asks[call] = fact
	return fact
}

func (p *Package) ask(call ssa.CallInstruction) *FuncFact {
	if call.Common().IsInvoke() {
		return nil
	}
	f, ok := p.rawPath(call.Common().Value)
	if param, isParam := f.Root().(*ssa.Parameter); !ok || !isParam || param.Parent() != call.Parent() {
		return nil
	}
	obj, ok := objectOf(call.Parent(), f)
	if !ok || len(obj.Fields) > 0 {
		return nil
	}
	fact := new(FuncFact)
	result, err := resultsOf(call.Common().Signature())
	add := func(when Outcome, result int) {
		outer := func(path flow.Path) Object { return Object{Param: Outer, outer: path} }
		fact.addCheck(Check{Kind: p.toldKind(told{obj.Param, -1, when}), Obj: outer(f), When: when, Result: result, Err: err})
		for i, arg := range flow.Args(call) {
			if path, ok := p.pathOf(arg); ok {
				fact.addCheck(Check{Kind: p.toldKind(told{obj.Param, i, when}), Obj: outer(path), When: when, Result: result, Err: err})
			}
		}
	}
	if err >= 0 {
		add(Nil, -1)
	}
	if result >= 0 && isBoolean(call.Common().Signature().Results().At(result).Type()) {
		add(True, result)
		add(False, result)
	}
	return fact
}

// toldKinds returns what functions that fn is passed say of their arguments.
func (p *Package) toldKinds(fn *ssa.Function) []string {
	var kinds []string
	for call := range flow.Calls(fn) {
		if fact := p.asked(call); fact != nil {
			for _, c := range fact.Checks {
				if p.told[c.Kind].arg >= 0 && !slices.Contains(kinds, c.Kind) {
					kinds = append(kinds, c.Kind)
				}
			}
		}
	}
	return kinds
}

// heard returns what is known of a function that is called, with what the
// functions say that it is passed there.
func (p *Package) heard(call ssa.CallInstruction, fact *FuncFact) *FuncFact {
	if !slices.ContainsFunc(fact.Checks, func(c Check) bool { return isTold(c.Kind) }) &&
		!slices.ContainsFunc(fact.Yields, func(y Yield) bool { return isTold(y.Kind) }) {
		return fact
	}
	out := new(FuncFact)
	out.merge(fact)
	for _, c := range fact.Checks {
		for _, said := range p.says(call, c.Kind) {
			obj := said.Obj
			if p.told[c.Kind].arg >= 0 {
				obj = c.Obj
				obj.Fields = slices.Concat(obj.Fields, said.Obj.Fields)
			}
			out.addCheck(Check{Kind: said.Kind, Obj: obj, When: c.When, Result: c.Result, Err: c.Err})
		}
	}
	for _, y := range fact.Yields {
		for _, said := range p.says(call, y.Kind) {
			if len(said.Obj.Fields) == 0 {
				out.addYield(Yield{said.Kind, y.Result, y.Elems})
			}
		}
	}
	return out
}

// says returns the checks of a function that is passed in a call that come out
// well when it says what is told.
func (p *Package) says(call ssa.CallInstruction, kind string) []Check {
	t, ok := p.told[kind]
	if !ok {
		return nil
	}
	fn := functionIn(p.resolve(operand(call, Object{Param: t.param})))
	if fn == nil || p.declared(fn).Signature.Recv() != nil {
		return nil
	}
	result, _ := resultsOf(fn.Signature)
	var out []Check
	for _, c := range p.summary(fn).Checks {
		spokenOf := c.Obj.Param == t.arg
		if t.arg < 0 {
			spokenOf = c.Obj.Param == Outer || c.Obj.Param == Any
		}
		follows := c.Result < 0 || t.when != Nil && c.Result == result && c.When == t.when
		if spokenOf && follows && !isTold(c.Kind) {
			out = append(out, c)
		}
	}
	return out
}
