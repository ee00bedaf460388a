package guard

import (
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// abroad holds the facts of imported packages.
type abroad struct {
	funcs   map[*types.Func]*FuncFact
	flags   map[*types.Var]*FlagFact
	methods []*types.Func // annotated methods of interfaces
}

func imported(pass *analysis.Pass) abroad {
	a := abroad{make(map[*types.Func]*FuncFact), make(map[*types.Var]*FlagFact), nil}
	for _, f := range pass.AllObjectFacts() {
		switch fact := f.Fact.(type) {
		case *FuncFact:
			if fn, ok := f.Object.(*types.Func); ok && fn.Pkg() != pass.Pkg {
				a.funcs[fn] = fact
				if interfaceOf(fn) != nil {
					a.methods = append(a.methods, fn)
				}
			}
		case *FlagFact:
			if v, ok := f.Object.(*types.Var); ok && v.Pkg() != pass.Pkg {
				a.flags[v] = fact
			}
		}
	}
	return a
}

func (a *abroad) sortMethods() {
	slices.SortFunc(a.methods, func(a, b *types.Func) int { return strings.Compare(a.FullName(), b.FullName()) })
}

// interfaceOf returns the interface that declares a method, or nil.
func interfaceOf(fn *types.Func) *types.Interface {
	recv := fn.Signature().Recv()
	if recv == nil {
		return nil
	}
	iface, _ := recv.Type().Underlying().(*types.Interface)
	return iface
}

// Func returns what annotations and imported packages say of a function, nil
// for nothing. A method is also bound by the annotations of the interfaces that
// its type implements.
func (p *Package) Func(fn *types.Func) *FuncFact {
	if fn == nil {
		return nil
	}
	fn = fn.Origin()
	if fact, ok := p.facts[fn]; ok {
		return fact
	}
	fact := new(FuncFact)
	fact.merge(p.own.funcs[fn])
	fact.merge(p.abroad.funcs[fn])
	if interfaceOf(fn) == nil && fn.Signature().Recv() != nil {
		for _, m := range p.implemented(fn) {
			fact.merge(p.own.funcs[m])
			fact.merge(p.abroad.funcs[m])
		}
	}
	if fact.empty() {
		fact = nil
	}
	p.facts[fn] = fact
	return fact
}

// implemented returns the annotated methods of interfaces that a method
// implements.
func (p *Package) implemented(fn *types.Func) []*types.Func {
	var out []*types.Func
	t := types.Unalias(fn.Signature().Recv().Type())
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem()
	}
	bind := func(m *types.Func) {
		iface := interfaceOf(m)
		if iface != nil && m.Name() == fn.Name() && (types.Implements(t, iface) || types.Implements(types.NewPointer(t), iface)) {
			out = append(out, m)
		}
	}
	for m := range p.own.funcs {
		bind(m)
	}
	for _, m := range p.abroad.methods {
		bind(m)
	}
	slices.SortFunc(out, func(a, b *types.Func) int { return strings.Compare(a.FullName(), b.FullName()) })
	return out
}

// Flags returns the flags that a struct field is.
func (p *Package) Flags(v *types.Var) []Flag {
	v = v.Origin()
	if f := p.own.flags[v]; f != nil {
		return f.Flags
	}
	if f := p.abroad.flags[v]; f != nil {
		return f.Flags
	}
	return nil
}

// summary returns what is known of a function of this package, nil included.
func (p *Package) summary(fn *ssa.Function) *FuncFact {
	if fn == nil {
		return new(FuncFact)
	}
	fn = p.declared(fn)
	return p.join(declaration(fn), fn)
}

// called returns what is known, declared or inferred, of the function that a
// call calls.
func (p *Package) called(call ssa.CallInstruction) *FuncFact {
	if asked := p.asked(call); asked != nil {
		return asked
	}
	fact := p.join(flow.Callee(call), p.target(call))
	if callees := p.callees(call); len(callees) > 1 {
		fact = new(FuncFact)
		for _, callee := range callees {
			fact.merge(p.Func(callee))
		}
	}
	return p.heard(call, fact)
}

func (p *Package) join(obj *types.Func, fn *ssa.Function) *FuncFact {
	fact, inferred := p.Func(obj), p.inferred[fn]
	switch {
	case fact == nil && inferred == nil:
		return new(FuncFact)
	case inferred == nil:
		return fact
	case fact == nil:
		return inferred
	}
	all := new(FuncFact)
	all.merge(fact)
	all.merge(inferred)
	return all
}

// target returns the function of this package that a call calls, or nil.
func (p *Package) target(call ssa.CallInstruction) *ssa.Function {
	fn := flow.Target(call)
	if fn == nil {
		return nil
	}
	return p.declared(fn)
}

// declared returns the function in the source that fn is an instance of or a
// wrapper around.
func (p *Package) declared(fn *ssa.Function) *ssa.Function {
	if fn.Origin() != nil {
		return fn.Origin()
	}
	if obj, ok := fn.Object().(*types.Func); ok && fn.Synthetic != "" {
		if decl := fn.Prog.FuncValue(obj.Origin()); decl != nil {
			return decl
		}
	}
	return fn
}

// operand returns the value that an annotation's object begins at in a call,
// nil for Any and Outer or where it is not known.
func operand(call ssa.CallInstruction, obj Object) ssa.Value {
	args := flow.Args(call)
	i := obj.Param
	switch callee := flow.Callee(call); {
	case i == Any, i == Outer:
		return nil
	case i == Receiver:
		i = 0
	case callee != nil && callee.Signature().Recv() != nil:
		i++
	}
	if i >= len(args) {
		return nil
	}
	return args[i]
}

// objectIn returns the path of an annotation's object in a call. It reports
// false where the object has none; the path of Any is the zero path.
func (m *memo) objectIn(call ssa.CallInstruction, obj Object) (flow.Path, bool) {
	switch obj.Param {
	case Any:
		return flow.Path{}, true
	case Outer:
		return obj.outer, true
	}
	v := operand(call, obj)
	if v == nil {
		return flow.Path{}, false
	}
	if len(obj.Fields) == 0 {
		return m.pathOf(v)
	}
	path, ok := m.rawPath(v)
	for _, name := range obj.Fields {
		path = path.Field(name)
	}
	return canonical(path), ok
}

// A subject is an object that a check looks at, with what nameDepth says of it.
type subject struct {
	path flow.Path
	name int
}

// subjectsIn returns the object of a check in a call, and the objects that make
// it up where they are the arguments of a variadic parameter, one by one.
func (p *Package) subjectsIn(call ssa.CallInstruction, obj Object) []subject {
	path, ok := p.objectIn(call, obj)
	if !ok {
		return nil
	}
	out := []subject{{path, p.nameIn(call, obj)}}
	v := operand(call, obj)
	if len(obj.Fields) > 1 || len(obj.Fields) == 1 && obj.Fields[0] != eachElement || v == nil || !isVariadicArray(v) {
		return out
	}
	for _, arg := range p.listed(v) {
		if path, ok := p.pathOf(arg); ok {
			out = append(out, subject{path, p.nameDepth(arg)})
		}
	}
	return out
}

// parameter returns the path of an annotation's object in the body of the
// function.
func parameter(fn *ssa.Function, obj Object) (flow.Path, bool) {
	i := obj.Param
	switch {
	case i == Any:
		return flow.Path{}, true
	case i == Receiver:
		i = 0
	case fn.Signature.Recv() != nil:
		i++
	}
	if i >= len(fn.Params) {
		return flow.Path{}, false
	}
	path, ok := flow.PathOf(fn.Params[i])
	for _, name := range obj.Fields {
		path = path.Field(name)
	}
	return path, ok
}

// maxFields bounds the depth of inferred objects, which recursion could let
// grow without end.
const maxFields = 4

// objectOf is the inverse of parameter: the object of fn that a path begins at
// and selects fields of.
func objectOf(fn *ssa.Function, path flow.Path) (Object, bool) {
	if path == (flow.Path{}) {
		return Object{Param: Any}, true
	}
	fields := path.Fields()
	if len(fields) > maxFields || slices.ContainsFunc(fields, func(f string) bool { return f != eachElement && strings.ContainsAny(f, "[(") }) {
		return Object{}, false
	}
	i := slices.IndexFunc(fn.Params, func(param *ssa.Parameter) bool { return path.Root() == param })
	if i < 0 {
		return Object{}, false
	}
	if fn.Signature.Recv() != nil {
		i-- // the receiver is parameter 0, so -1
	}
	return Object{Param: i, Fields: fields}, true
}

// checkedIn returns the object of a check that fn was found to be: besides what
// objectOf returns a global variable or one of a function around fn.
func checkedIn(fn *ssa.Function, path flow.Path) (Object, bool) {
	_, global := path.Root().(*ssa.Global)
	if global || path.Root() != nil && path.Root().Parent() != fn {
		return Object{Param: Outer, outer: path}, true
	}
	return objectOf(fn, path)
}

// collective returns the path of all elements where path is that of some
// element of a collection.
func collective(path flow.Path) flow.Path {
	fields := path.Fields()
	if !slices.ContainsFunc(fields, isElement) {
		return path
	}
	out, ok := flow.PathOf(path.Root())
	for _, f := range fields {
		if isElement(f) {
			f = eachElement
		}
		out = out.Field(f)
	}
	if !ok {
		return path
	}
	return out
}

func isElement(field string) bool { return strings.HasPrefix(field, "[") }

// indexRestorers returns the known offs by the full name of what undoes them.
func (p *Package) indexRestorers() map[string][]Off {
	out := make(map[string][]Off)
	for _, facts := range []map[*types.Func]*FuncFact{p.own.funcs, p.abroad.funcs} {
		for _, fact := range facts {
			for _, off := range fact.Offs {
				out[off.Restore] = append(out[off.Restore], off)
			}
		}
	}
	return out
}

// kindsOf returns the kinds of all dangers that are known, sorted.
func (p *Package) kindsOf() []string {
	kinds := make(map[string]bool)
	for _, facts := range []map[*types.Func]*FuncFact{p.own.funcs, p.abroad.funcs} {
		for _, fact := range facts {
			for _, e := range fact.assumed() {
				kinds[e.Kind] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(kinds))
}
