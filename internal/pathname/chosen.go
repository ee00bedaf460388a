package pathname

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// Chosen returns the input that names a directory in which the program keeps
// what is temporary, and which it takes for its own though somebody outside can
// choose it: a parameter in whose place a new directory may stand, or a flag for
// a temporary directory. It is nil if there is none, or if the user tells the
// two apart.
func (p *Program) Chosen(dir ssa.Value, user ssa.Instruction) *Input {
	w := &walk{Program: p, seen: make(map[ssa.Value]bool)}
	v := flow.Resolve(dir)
	if phi, ok := v.(*ssa.Phi); ok {
		return w.choice(phi.Edges, phi.Block(), user)
	}
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		if stores := captured(load.X); stores != nil {
			return w.choice(stores, nil, user)
		}
	}
	return w.choice([]ssa.Value{v}, nil, user)
}

// captured returns what is stored to a variable that a function literal finds,
// or nil if it is no such variable.
func captured(addr ssa.Value) []ssa.Value {
	alloc, ok := flow.Resolve(addr).(*ssa.Alloc)
	if !ok {
		return nil
	}
	var out []ssa.Value
	for _, ref := range *alloc.Referrers() {
		if store, ok := ref.(*ssa.Store); ok && store.Addr == alloc {
			out = append(out, store.Val)
		}
	}
	return out
}

// choice returns the input among the values that a variable holds where block is
// entered.
func (w *walk) choice(values []ssa.Value, block *ssa.BasicBlock, user ssa.Instruction) *Input {
	made := slices.ContainsFunc(values, func(v ssa.Value) bool { return w.IsNew(Text{Value: v}) })
	for _, v := range values {
		v = flow.Resolve(v)
		in := w.outside(v)
		if in == nil || !made && !w.temporary(in) {
			continue
		}
		if !w.toldApart(values, v, block, user) {
			return in
		}
	}
	return nil
}

// outside returns the input that a value is, whatever tests it.
func (w *walk) outside(v ssa.Value) *Input {
	if param, ok := v.(*ssa.Parameter); ok {
		if param.Parent().Parent() != nil || !plainText(param.Type(), w.pass.Pkg) {
			return nil
		}
		return &Input{Kind: Parameter, Value: v, Name: param.Name()}
	}
	if f := w.flagOf(v); f != nil {
		return &Input{Kind: Flag, Value: v, Name: "--" + f.name}
	}
	return nil
}

// flagOf returns the flag that a value is read from, or nil.
func (w *walk) flagOf(v ssa.Value) *flag {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return nil
	}
	return w.uses().flags[variable(load.X)]
}

// temporary reports whether an input is a flag for a directory that its usage
// or its variable calls temporary.
func (w *walk) temporary(in *Input) bool {
	f := w.flagOf(in.Value)
	if f == nil {
		return false
	}
	text := strings.ToLower(f.name + " " + f.usage + " " + w.text(in.Value))
	return strings.Contains(text, "temp") || strings.Contains(text, "tmp") || strings.Contains(text, "scratch")
}

// toldApart reports whether the user of a directory runs only where a test tells
// who chose it: one of the variable, of what was chosen, or of anything that was
// noted at the same time.
func (w *walk) toldApart(values []ssa.Value, chosen ssa.Value, block *ssa.BasicBlock, user ssa.Instruction) bool {
	var before []flow.Cond
	if block != nil {
		before = flow.ConditionsAt(block)
	}
	for _, c := range conditions(user.Block()) {
		if slices.Contains(before, c) {
			continue
		}
		if isText(c.X.Type()) && w.about(c.X, chosen, maxNested) > untested {
			return true
		}
		switch x := flow.Resolve(c.X).(type) {
		case *ssa.Phi:
			if block == nil || x.Block() == block {
				return true
			}
		case *ssa.UnOp:
			if x.Op == token.MUL {
				if stores := captured(x.X); stores != nil && (slices.Contains(stores, chosen) || len(values) > 1) {
					return true
				}
			}
		}
	}
	return false
}
