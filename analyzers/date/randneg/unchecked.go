package randneg

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"math"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar/bounds"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

// unchecked is off by default: whoever calls a function or fills in a
// configuration may well know what it takes.
var unchecked = rule.Option[bool]{
	Name: "unchecked",
	Doc:  "also reports a parameter, field, flag or parsed duration that nothing in the package tests",
}

// unkept: a number from outside that nothing keeps from being 0.
func (c *check) unkept(v ssa.Value, conds []flow.Cond) *witness {
	name := c.nameOf(v)
	if !c.outside || name == "" || !c.isFree(v, maxDepth) {
		return nil
	}
	if r := c.bounds.Given(v, conds); r.Min > 0 || r.Max < 0 {
		return nil
	}
	w := &witness{
		reason:  fmt.Sprintf("nothing keeps %s = %s out", name, example(v, 0)),
		origins: c.finder.Origins(v, conds, bounds.Range{Min: math.MinInt64, Max: 0}),
	}
	if field := bounds.FieldOf(v); field != nil && !field.Exported() {
		store := c.bounds.Stores(field)[0]
		w.related = append(w.related, analysis.RelatedInformation{Pos: store.Pos(), Message: field.Name() + " is set here"})
	}
	return w
}

// nameOf writes a number from outside: what is parsed as the call, a flag as on
// the command line.
func (c *check) nameOf(v ssa.Value) string {
	call, ok := originOf(c.prog, v).(*ssa.Call)
	if !ok {
		return flow.Text(c.pass.Pass, v)
	}
	if _, parsed := v.(*ssa.Extract); parsed {
		return flow.Text(c.pass.Pass, call)
	}
	args := flow.Args(call)
	name, ok := c.prog.Fold(args[len(args)-3])
	if !ok || name.Kind() != constant.String {
		return ""
	}
	return "-" + constant.StringVal(name)
}

// isFree reports whether a number comes from outside of the package as it is,
// and the package has neither a test of it anywhere nor a default for it.
func (c *check) isFree(v ssa.Value, depth int) bool {
	origin := originOf(c.prog, v)
	if depth == 0 || origin == nil || c.tested()[origin] {
		return false
	}
	switch origin := origin.(type) {
	case *ssa.Parameter:
		fn, ok := origin.Parent().Object().(*types.Func)
		return ok && fn.Exported() && !passesOn(fn)
	case *types.Var:
		if origin.Pkg() != c.pass.Pkg || isValidated(v) {
			return false
		}
		stores := c.bounds.Stores(origin)
		for _, store := range stores {
			if !c.isFree(bounds.Strip(store.Val), depth-1) {
				return false
			}
		}
		return len(stores) > 0 || origin.Exported()
	}
	return true // a flag or what was parsed
}

// passesOn reports whether a function has the name of one that does not take
// numbers below 1: clocks have a NewTicker and a Tick that take what those of
// package time take.
func passesOn(fn *types.Func) bool {
	for name := range sinks {
		if strings.HasSuffix(name, "."+fn.Name()) {
			return true
		}
	}
	return false
}

// originOf returns what stands for a number from outside wherever it is read:
// the parameter, the field, the call that makes the flag or parses; nil for
// any other number.
func originOf(prog *flow.Program, v ssa.Value) any {
	switch x := bounds.Strip(v).(type) {
	case *ssa.Parameter:
		return x
	case *ssa.Extract:
		if call, ok := x.Tuple.(*ssa.Call); ok && x.Index == 0 && flow.IsCallTo(call, "time.ParseDuration") {
			return call
		}
	case *ssa.Field:
		return bounds.FieldOf(x)
	case *ssa.UnOp:
		if x.Op != token.MUL {
			return nil
		}
		if field := bounds.FieldOf(x); field != nil {
			return field
		}
		if call := flagOf(prog, x); call != nil {
			return call
		}
	}
	return nil
}

// flagOf returns the call that made the flag of the command line that a number
// is read from, or nil.
func flagOf(prog *flow.Program, load *ssa.UnOp) *ssa.Call {
	ptr := flow.Resolve(load.X)
	if l, ok := ptr.(*ssa.UnOp); ok {
		if g, ok := l.X.(*ssa.Global); ok {
			ptr = prog.Initial(g, load.Parent())
		}
	}
	call, ok := ptr.(*ssa.Call)
	if !ok || !flow.IsCallTo(call, "flag.Duration", "(*flag.FlagSet).Duration", "flag.Int", "(*flag.FlagSet).Int") {
		return nil
	}
	return call
}

// tested returns the numbers from outside, see originOf, that the package tests
// or asks a function about, anywhere, and the fields that it has a default for.
func (c *check) tested() map[any]bool {
	if c.tests != nil {
		return c.tests
	}
	c.tests = make(map[any]bool)
	for _, fn := range c.prog.Funcs() {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				switch {
				case isTest(instr):
					var operands []*ssa.Value
					for _, v := range instr.Operands(operands) {
						c.noteTested(*v, maxDepth)
					}
				case isDefault(instr):
					c.noteTested(instr.(*ssa.Store).Addr, maxDepth)
				}
			}
		}
	}
	return c.tests
}

// noteTested notes what a tested value is computed of.
func (c *check) noteTested(v ssa.Value, depth int) {
	if v == nil || depth == 0 {
		return
	}
	if origin := originOf(c.prog, v); origin != nil {
		c.tests[origin] = true
		return
	}
	switch x := bounds.Strip(v).(type) {
	case *ssa.FieldAddr:
		c.tests[bounds.FieldAt(x)] = true
	case *ssa.Phi:
		for _, edge := range x.Edges {
			c.noteTested(edge, depth-1)
		}
	case *ssa.BinOp:
		c.noteTested(x.X, depth-1)
		c.noteTested(x.Y, depth-1)
	case *ssa.Convert:
		c.noteTested(x.X, depth-1)
	case *ssa.MakeInterface:
		c.noteTested(x.X, depth-1)
	case *ssa.Call:
		for _, arg := range flow.Args(x) {
			c.noteTested(arg, depth-1)
		}
	}
}

// isTest reports whether an instruction compares, or asks a function for a
// verdict: one that returns a boolean or an error.
func isTest(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.BinOp:
		switch instr.Op {
		case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
			return true
		}
	case *ssa.Call:
		if b, ok := instr.Call.Value.(*ssa.Builtin); ok {
			return b.Name() == "min" || b.Name() == "max"
		}
		results := instr.Call.Signature().Results()
		for v := range results.Variables() {
			t := v.Type()
			if b, ok := t.Underlying().(*types.Basic); ok && b.Kind() == types.Bool || syntax.IsError(t) {
				return true
			}
		}
	}
	return false
}

// isDefault reports whether a positive constant is stored.
func isDefault(instr ssa.Instruction) bool {
	store, ok := instr.(*ssa.Store)
	if !ok {
		return false
	}
	k, ok := bounds.Strip(store.Val).(*ssa.Const)
	return ok && k.Value != nil && k.Value.Kind() == constant.Int && constant.Sign(k.Value) > 0
}

// isValidated reports whether a field has a tag that libraries for validation
// read.
func isValidated(v ssa.Value) bool {
	tag := reflect.StructTag(bounds.TagOf(bounds.Strip(v)))
	for _, key := range []string{"validate", "binding", "valid"} {
		if _, ok := tag.Lookup(key); ok {
			return true
		}
	}
	return false
}
