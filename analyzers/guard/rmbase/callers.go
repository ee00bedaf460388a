package rmbase

import (
	"fmt"
	"go/ast"
	"go/types"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/pathname"
)

// RemovesBelow is the fact of an exported function that removes a path which ends in
// a parameter, whatever that is: callers have to pass a name.
type RemovesBelow struct{ Params []Param }

// A Param is such a parameter.
type Param struct {
	Index   int            // among receiver and parameters
	Proof   pathname.Proof // what tests on the way say of it
	Base    int            // index of the parameter that is the base, or -1
	Text    string         // the base if it is constant, quoted
	Removal string         // where the path is removed, as file.go:12
}

// AFact marks RemovesBelow as a fact.
func (*RemovesBelow) AFact() {}

func (f *RemovesBelow) String() string {
	var indices []int
	for _, p := range f.Params {
		indices = append(indices, p.Index)
	}
	return fmt.Sprintf("removesBelow%v", indices)
}

// A passing is a call of a function of another package that has the fact.
type passing struct {
	expr *ast.CallExpr
	fn   *types.Func
	fact *RemovesBelow
}

// factOf returns the fact of a function of another package, or nil.
func (c *check) factOf(fn *types.Func) *RemovesBelow {
	fact := new(RemovesBelow)
	if fn = fn.Origin(); fn.Pkg() == c.pass.Pkg || !fn.Exported() || !c.pass.ImportObjectFact(fn, fact) {
		return nil
	}
	return fact
}

// note makes facts of the parameters each of which makes a path its own base, unless
// the call that removes it is waived.
func (c *check) note(expr *ast.CallExpr, f *find) {
	if len(f.name) > 1 {
		return
	}
	for _, in := range f.inputs {
		param, ok := in.Value.(*ssa.Parameter)
		if !ok || c.pass.Suppressed(expr.Pos()) {
			continue
		}
		at := c.pass.Fset.Position(expr.Pos())
		known := Param{Base: -1, Removal: fmt.Sprintf("%s:%d", filepath.Base(at.Filename), at.Line)}
		switch base := c.baseFor(f, in).(type) {
		case *ssa.Parameter:
			known.Base = slices.Index(param.Parent().Params, base)
		case *ssa.Const:
			known.Text = c.paths.Text(pathname.Text{Value: base})
		}
		c.export(in, known)
	}
}

// baseFor returns what the base is where an input comes in; nil for a base of
// several elements.
func (c *check) baseFor(f *find, in *pathname.Input) ssa.Value {
	if len(f.base) != 1 || len(f.base[0]) != 1 {
		return nil
	}
	base := flow.Resolve(f.base[0][0].Value)
	for _, call := range in.Calls {
		param, ok := base.(*ssa.Parameter)
		if !ok {
			break
		}
		arg := c.paths.Argument(call, param)
		if arg == nil {
			return nil
		}
		base = flow.Resolve(arg)
	}
	return base
}

// export adds a parameter to the fact of its function.
func (c *check) export(in *pathname.Input, known Param) {
	param, ok := in.Value.(*ssa.Parameter)
	if !ok {
		return
	}
	fn, ok := param.Parent().Object().(*types.Func)
	if !ok || !fn.Exported() {
		return
	}
	fact := c.facts[fn]
	if fact == nil {
		fact = new(RemovesBelow)
		c.facts[fn] = fact
	}
	known.Index, known.Proof = slices.Index(param.Parent().Params, param), in.Proof
	if !slices.ContainsFunc(fact.Params, func(p Param) bool { return p.Index == known.Index }) {
		fact.Params = append(fact.Params, known)
	}
}

// examinePassing reports a call that passes what may be no name to a function of
// another package that removes what it names.
func (c *check) examinePassing(call ssa.CallInstruction, p passing) {
	if removes(call.Parent()) {
		return
	}
	args := flow.Args(call)
	for _, param := range p.fact.Params {
		if param.Index >= len(args) {
			continue
		}
		inputs := c.paths.Passed(c.paths.At(args[param.Index], call), param.Proof)
		inputs = slices.DeleteFunc(inputs, func(in *pathname.Input) bool { return in.Kind == pathname.Constant })
		if len(inputs) == 0 || c.pass.Suppressed(p.expr.Pos()) {
			continue
		}
		for _, in := range inputs {
			c.export(in, Param{Base: -1, Text: param.Text, Removal: param.Removal})
		}
		if in := outside(inputs); in != nil {
			base := param.Text
			if param.Base >= 0 && param.Base < len(args) {
				base = c.paths.Text(c.paths.At(args[param.Base], call))
			}
			c.report(p.expr, in, base, analysis.RelatedInformation{
				Pos:     p.fn.Pos(),
				Message: fmt.Sprintf("%s removes it at %s", p.fn.Name(), param.Removal),
			})
			return
		}
	}
}
