package pathname

import (
	"go/constant"
	"go/token"
	"go/types"
	"path"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// Vanishes returns the inputs of which each can make an element of a path vanish, or
// name its parent. Of an element of several texts these come from outside.
func (p *Program) Vanishes(e Element) []*Input {
	var found []*Input
	for _, t := range e {
		if c, ok := p.flow.Fold(t.Value); ok && c.Kind() == constant.String {
			if path.Clean(constant.StringVal(c)) != "." {
				return nil
			}
			if found == nil {
				found = []*Input{{Kind: Constant, Value: t.Value, Example: constant.StringVal(c)}}
			}
			continue
		}
		inputs := p.inputs(t)
		if len(e) > 1 {
			inputs = slices.DeleteFunc(inputs, func(in *Input) bool { return in.Example != "" || !in.Outside() })
		}
		if len(inputs) == 0 {
			return nil
		}
		if found == nil || found[0].Kind == Constant {
			found = inputs
		}
	}
	return found
}

// Passed returns the inputs that an argument of a call can be, if what is called makes
// it the last element of a path behind tests that say no more of it than proof.
func (p *Program) Passed(arg Text, proof Proof) []*Input {
	w := &walk{Program: p, seen: make(map[ssa.Value]bool)}
	return w.narrow(w.inputs(arg), proof)
}

// inputs returns the inputs that a text can be.
func (p *Program) inputs(t Text) []*Input {
	w := &walk{Program: p, seen: make(map[ssa.Value]bool)}
	return w.inputs(t)
}

// A walk follows one name to where it comes from.
type walk struct {
	*Program
	seen map[ssa.Value]bool
	ups  int // calls that were left for their callers
	// evenNamed says that it does not matter whether the name may be empty.
	evenNamed bool
}

func (w *walk) inputs(t Text) []*Input {
	v := flow.Resolve(t.Value)
	if w.seen[v] || !isText(v.Type()) {
		return nil
	}
	w.seen[v] = true
	proof := w.tested(v, t.scope.conds)
	if proof&proven == proven {
		return nil
	}
	return w.narrow(w.origin(v, t.scope), proof)
}

// narrow keeps the inputs that can still be no name behind tests, and says what they
// are then.
func (w *walk) narrow(inputs []*Input, proof Proof) []*Input {
	return slices.DeleteFunc(inputs, func(in *Input) bool {
		in.Proof |= proof
		switch {
		case in.Proof&notEmpty == 0 && !in.segment, w.evenNamed:
			in.Example = ""
		case in.Proof&notUp == 0 && in.remote:
			in.Example = ".."
		case in.Proof&(local|notDot) == local:
			in.Example = "."
		default:
			return true
		}
		return false
	})
}

func (w *walk) origin(v ssa.Value, s scope) []*Input {
	switch v := v.(type) {
	case *ssa.Parameter:
		return w.parameter(v, s)
	case *ssa.Phi:
		return w.phi(v, s)
	case *ssa.Const:
		if v.Value != nil && constant.StringVal(v.Value) == "" {
			return []*Input{{Kind: Constant, Value: v}}
		}
	case *ssa.UnOp:
		return w.load(v, s)
	case *ssa.Field:
		return only(w.field(v, structField(v.X.Type(), v.Field), v.X.Type()))
	case *ssa.Extract, *ssa.Call:
		if call := result(v); call != nil {
			return w.call(call, s)
		}
	}
	return nil
}

// only returns the input that is not nil.
func only(in *Input) []*Input {
	if in == nil {
		return nil
	}
	return []*Input{in}
}

// phi returns the inputs that come over edges on which nothing tests them.
func (w *walk) phi(phi *ssa.Phi, s scope) []*Input {
	var out []*Input
	for i, edge := range phi.Edges {
		if c, ok := flow.Resolve(edge).(*ssa.Const); ok && c.Value != nil {
			continue // mostly the zero value before a search
		}
		pred := phi.Block().Preds[i]
		conds := slices.Concat(flow.EdgeConditions(pred, phi.Block()), flow.ConditionsAt(pred), s.conds)
		out = append(out, w.inputs(Text{edge, scope{s.frame, conds}})...)
	}
	return out
}

func (w *walk) call(call *ssa.Call, s scope) []*Input {
	fn := known(call)
	switch {
	case fn != nil && fn.Keeps:
		return w.inputs(Text{call.Call.Args[0], s})
	case fn != nil && fn.Given != "":
		return []*Input{{Kind: Given, Value: call, Name: w.text(call), remote: fn.Given != "any", segment: fn.Given == "segment"}}
	case fn == nil:
		if in := w.flagValue(call); in != nil {
			return []*Input{in}
		}
		if inner, ok := w.enter(call, s); ok {
			return w.inputs(inner)
		}
	}
	return nil
}

// maxUps bounds how far callers are searched.
const maxUps = 3

// parameter returns the inputs that a parameter can be: what the callers of the
// package pass for it, and, if other packages can call the function, anything.
func (w *walk) parameter(param *ssa.Parameter, s scope) []*Input {
	if arg, ok := s.argument(param); ok {
		return w.inputs(arg)
	}
	fn := param.Parent()
	if fn.Parent() != nil || fn.Signature.Recv() != nil && param == fn.Params[0] || !plainText(param.Type(), w.pass.Pkg) {
		return nil
	}
	named := true
	var out []*Input
	callers := w.Program.callers()[fn]
	for _, call := range callers {
		arg := argument(call, param)
		if arg == nil {
			return nil
		}
		t := w.At(arg, call)
		named = named && w.named(t)
		if w.ups == maxUps {
			continue
		}
		w.ups++
		for _, in := range w.inputs(t) {
			in.Calls = append(in.Calls, call)
			out = append(out, in)
		}
		w.ups--
	}
	if obj, ok := fn.Object().(*types.Func); ok && obj.Exported() && w.pass.Pkg.Name() != "main" {
		judged := len(callers) > 0 && (named || fn.Signature.Recv() == nil)
		out = append(out, &Input{Kind: Parameter, Value: param, Name: param.Name(), api: w.public() && !judged})
	}
	return out
}

// public reports whether other modules can call the exported functions of the
// package.
func (p *Program) public() bool {
	return !slices.Contains(strings.Split(p.pass.Pkg.Path(), "/"), "internal")
}

// plainText reports whether a type is string, or a type of the package that is
// one. Types of other packages have their own rules for what is in them.
func plainText(t types.Type, pkg *types.Package) bool {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		return t.Info()&types.IsString != 0
	case *types.Named:
		return t.Obj().Pkg() == pkg && isText(t)
	}
	return false
}

// named reports whether a text is known to be a name: neither empty nor "." nor
// "..".
func (p *Program) named(t Text) bool {
	if p.tested(t.Value, t.scope.conds) > untested {
		return true
	}
	for _, e := range p.Elements(t) {
		for _, part := range e {
			v := flow.Resolve(part.Value)
			if c, ok := p.flow.Fold(v); ok && c.Kind() == constant.String {
				if !slices.Contains([]string{".", ".."}, path.Clean(constant.StringVal(c))) {
					return true
				}
				continue
			}
			if b, ok := v.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsNumeric != 0 {
				return true
			}
			if fn := known(v); fn != nil && (fn.Named || fn.Makes) {
				return true
			}
		}
	}
	return false
}

// IsNew reports whether a text is a directory that the program made itself.
func (p *Program) IsNew(t Text) bool {
	call := result(flow.Resolve(t.Value))
	if call == nil {
		return false
	}
	fn := known(call)
	return fn != nil && fn.Makes
}

// load returns the input that a variable, a field, an element of a list or what
// a flag points to holds.
func (w *walk) load(load *ssa.UnOp, s scope) []*Input {
	if load.Op != token.MUL {
		return nil
	}
	switch addr := flow.Resolve(load.X).(type) {
	case *ssa.Call: // *flag.String(...)
		return only(w.flagPointer(addr))
	case *ssa.UnOp:
		if g, ok := addr.X.(*ssa.Global); ok {
			if call, ok := w.flow.Initial(g, load.Parent()).(*ssa.Call); ok {
				if in := w.flagPointer(call); in != nil && !w.uses().tested[g] {
					in.Value, in.Name = load, "*"+g.Name()
					return []*Input{in}
				}
			}
		}
	case *ssa.Global:
		if f := w.uses().flags[addr]; f != nil && f.empty && !w.uses().tested[addr] {
			return []*Input{{Kind: Flag, Value: load, Name: addr.Name()}}
		}
	case *ssa.FieldAddr:
		t := addr.X.Type().Underlying().(*types.Pointer).Elem()
		return only(w.field(load, structField(t, addr.Field), t))
	case *ssa.IndexAddr: // strings.Split("", sep) is [""]
		if c, ok := addr.Index.(*ssa.Const); ok && c.Int64() != 0 {
			return nil
		}
		if list, ok := flow.Resolve(addr.X).(*ssa.Call); ok && flow.IsCallTo(list, "strings.Split") {
			return w.inputs(Text{list.Call.Args[0], s})
		}
	}
	return nil
}

// field returns the input that a field is, if it is one of a configuration or
// request that nothing in the package tests or sets.
func (w *walk) field(v ssa.Value, field *types.Var, owner types.Type) *Input {
	if field == nil || !plainText(field.Type(), w.pass.Pkg) {
		return nil
	}
	u := w.uses()
	if u.tested[field] || u.set[field] {
		return nil
	}
	if f := u.flags[field]; f != nil {
		if !f.empty {
			return nil
		}
		return &Input{Kind: Flag, Value: v, Name: w.text(v)}
	}
	named, ok := types.Unalias(owner).(*types.Named)
	if !ok || !given(named.Obj().Name()) || validates(named) || requires(owner, field) {
		return nil
	}
	return &Input{Kind: Field, Value: v, Name: w.text(v)}
}

// structField returns a field of a struct type.
func structField(t types.Type, i int) *types.Var {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok || i >= s.NumFields() {
		return nil
	}
	return s.Field(i)
}

// given reports whether a type by its name holds what somebody outside says.
func given(name string) bool {
	name = strings.ToLower(name)
	for _, suffix := range []string{"config", "configuration", "conf", "options", "opts", "settings", "params", "request", "req", "flags", "args"} {
		if strings.HasSuffix(name, suffix) {
			return true
		}
	}
	return false
}

// validates reports whether a type has a method that is likely to test or set
// its fields.
func validates(t *types.Named) bool {
	for m := range types.NewPointer(t).Elem().(*types.Named).Methods() {
		name := strings.ToLower(m.Name())
		for _, verb := range []string{"valid", "verify", "check", "default", "complete", "normalize", "sanitize", "apply", "parse", "init", "fill"} {
			if strings.Contains(name, verb) {
				return true
			}
		}
	}
	return false
}

// requires reports whether the tag of a field has it tested when it is read, or
// gives it a default.
func requires(owner types.Type, field *types.Var) bool {
	s, ok := owner.Underlying().(*types.Struct)
	if !ok {
		return true
	}
	for i := range s.NumFields() {
		if s.Field(i) == field {
			tag := s.Tag(i)
			return strings.Contains(tag, "required") || strings.Contains(tag, "default") || strings.Contains(tag, "min") || strings.Contains(tag, "oneof")
		}
	}
	return false
}

func (p *Program) text(v ssa.Value) string { return flow.Text(p.pass, v) }
