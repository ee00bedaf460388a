package guard

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/models"
)

// A toggle is a call that switches a protection off, or on again.
type toggle struct {
	call  ssa.CallInstruction
	what  string // the KIND of an annotation, or the name of a [models.Protection]
	model *models.Protection
	off   bool
	// objs are what is protected, all of them: an argument, or for a function
	// that a declaration names any of the arguments.
	objs []target
	any  bool
	// result is the function that a declared off returns to restore with.
	result ssa.Value
	// inside is the toggle in the body of the function of this package that is
	// called, for one that only wraps it.
	inside *toggle
}

// A target is what a toggle is for, in the function that holds the call.
type target struct {
	path flow.Path
	ok   bool // it has a path
	t    types.Type
}

func (p *Package) targetOf(v ssa.Value) target {
	path, ok := p.pathOf(v)
	return target{path, ok, p.resolve(v).Type()}
}

// distinct reports whether two targets are surely not the same object.
func (t target) distinct(u target) bool {
	switch {
	case !t.ok || !u.ok || !types.Identical(pointee(t.t), pointee(u.t)),
		t.path.HasPrefix(u.path), u.path.HasPrefix(t.path):
		return false
	case t.path.Root() == u.path.Root():
		variable := func(f string) bool { return isElement(f) && !constantIndex(f) }
		return !slices.ContainsFunc(t.path.Fields(), variable) && !slices.ContainsFunc(u.path.Fields(), variable)
	}
	a, ok := t.path.Root().(*ssa.Parameter)
	b, ok2 := u.path.Root().(*ssa.Parameter)
	return ok && ok2 && a.Parent() == b.Parent() && len(t.path.Fields()) == len(u.path.Fields())
}

func constantIndex(field string) bool {
	return strings.HasPrefix(field, `["`) || strings.Trim(field, "[]0123456789") == ""
}

func pointee(t types.Type) types.Type {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		return ptr.Elem()
	}
	return t
}

// of reports whether two toggles may be of the same object.
func (t *toggle) of(u *toggle) bool {
	for _, a := range t.objs {
		apart := func(b target) bool { return a.distinct(b) }
		if t.any || u.any {
			same := func(b target) bool { return a.ok && b.ok && (a.path.HasPrefix(b.path) || b.path.HasPrefix(a.path)) }
			if !slices.ContainsFunc(u.objs, same) && slices.ContainsFunc(u.objs, apart) {
				return false
			}
		} else if slices.ContainsFunc(u.objs, apart) {
			return false
		}
	}
	return true
}

// togglesIn returns the toggles of a function, literals in it excluded.
func (p *Package) togglesIn(fn *ssa.Function) []*toggle {
	if known, ok := p.toggles[fn]; ok {
		return known
	}
	p.toggles[fn] = nil // for recursion
	var out []*toggle
	for call, callee := range flow.Calls(fn) {
		out = append(out, p.togglesOf(call, callee)...)
	}
	p.toggles[fn] = out
	return out
}

func (p *Package) togglesOf(call ssa.CallInstruction, callee *types.Func) []*toggle {
	out := p.declaredToggles(call, callee)
	if callee != nil {
		if t := toggleOf(p, call, callee); t != nil {
			out = append(out, t)
		}
	}
	if len(out) == 0 {
		out = p.wrapped(call)
	}
	return out
}

// declaredToggles returns what annotations say of a call.
func (p *Package) declaredToggles(call ssa.CallInstruction, callee *types.Func) []*toggle {
	if callee == nil || len(p.restorers()) == 0 {
		return nil
	}
	var out []*toggle
	if fact := p.Func(callee); fact != nil {
		for _, off := range fact.Offs {
			t := &toggle{call: call, what: off.Kind, off: true}
			if v := operand(call, off.Obj); v != nil {
				t.objs = []target{p.targetOf(v)}
			}
			if off.Result >= 0 {
				t.result = resultAt(call, off.Result)
			}
			out = append(out, t)
		}
	}
	for _, off := range p.restoredBy(callee) {
		t := &toggle{call: call, what: off.Kind, any: true}
		for _, arg := range flow.Args(call) {
			t.objs = append(t.objs, p.targetOf(arg))
		}
		out = append(out, t)
	}
	for _, e := range p.restoresOf(callee) {
		t := &toggle{call: call, what: e.Kind}
		if v := operand(call, e.Obj); v != nil {
			t.objs = []target{p.targetOf(v)}
		}
		out = append(out, t)
	}
	return out
}

// restoredBy returns the offs that a function undoes: what they name, or the
// same method of a type.
func (p *Package) restoredBy(callee *types.Func) []Off {
	if offs := p.restorers()[callee.FullName()]; len(offs) > 0 || callee.Signature().Recv() == nil {
		return offs
	}
	for name, offs := range p.restorers() {
		if strings.HasPrefix(name, "(") && strings.HasSuffix(name, ")."+callee.Name()) {
			return offs
		}
	}
	return nil
}

// resultAt returns the result of a call with the given index, nil if it is
// dropped.
func resultAt(call ssa.CallInstruction, index int) ssa.Value {
	v := call.Value()
	if v == nil || v.Common().Signature().Results().Len() == 1 {
		return v
	}
	for _, ref := range *v.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == index {
			return x
		}
	}
	return nil
}

// wrapped returns what a call toggles since the function of this package that
// it calls does that and nothing to undo it.
func (p *Package) wrapped(call ssa.CallInstruction) []*toggle {
	fn := p.target(call)
	if fn == nil || declaration(fn) == nil || fn == call.Parent() {
		return nil
	}
	inside := p.togglesIn(fn)
	var out []*toggle
	for _, t := range inside {
		undone := func(u *toggle) bool { return u.what == t.what && u.off != t.off }
		known := func(u *toggle) bool { return u.what == t.what }
		switch {
		case slices.ContainsFunc(inside, undone), slices.ContainsFunc(out, known),
			t.off && p.restoresInLiterals(fn, t.what),
			t.off && t.model == nil && !p.askable(fn),
			t.off && t.result != nil:
			continue
		}
		w := &toggle{call: call, what: t.what, model: t.model, off: t.off, inside: t}
		for _, obj := range t.objs {
			w.objs = append(w.objs, p.translate(obj, fn, call))
		}
		out = append(out, w)
	}
	return out
}

// translate returns what an object in the body of a function is at a call of it.
func (p *Package) translate(obj target, fn *ssa.Function, call ssa.CallInstruction) target {
	if _, global := obj.path.Root().(*ssa.Global); !obj.ok || global {
		return obj
	}
	args := flow.Args(call)
	i := slices.IndexFunc(fn.Params, func(param *ssa.Parameter) bool { return obj.path.Root() == param })
	if i < 0 || i >= len(args) {
		return target{t: obj.t}
	}
	path, ok := p.pathOf(args[i])
	for _, f := range obj.path.Fields() {
		path = path.Field(f)
	}
	return target{path, ok, obj.t}
}

// restoresInLiterals reports whether a literal in a function, however deep,
// restores something.
func (p *Package) restoresInLiterals(fn *ssa.Function, what string) bool {
	return slices.ContainsFunc(fn.AnonFuncs, func(lit *ssa.Function) bool {
		return slices.ContainsFunc(p.togglesIn(lit), func(t *toggle) bool { return t.what == what && !t.off }) ||
			p.restoresInLiterals(lit, what)
	})
}

// constantArg returns the constant that an argument is, nil if it is none.
func (p *Package) constantArg(v ssa.Value) constant.Value {
	c, ok := p.resolve(v).(*ssa.Const)
	if !ok {
		return nil
	}
	return c.Value
}

// template returns the text of a string with %s for what is not constant.
func (p *Package) template(v ssa.Value, depth int) string {
	if k, ok := p.prog.Fold(v); ok && k.Kind() == constant.String {
		return constant.StringVal(k)
	}
	const unknown = "%s"
	switch v := p.resolve(v).(type) {
	case *ssa.BinOp:
		if v.Op == token.ADD && depth > 0 {
			return p.template(v.X, depth-1) + p.template(v.Y, depth-1)
		}
	case *ssa.Call:
		if flow.IsCallTo(v, "fmt.Sprintf") && depth > 0 {
			return p.template(v.Call.Args[0], depth-1)
		}
	}
	return unknown
}
