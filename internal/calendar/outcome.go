package calendar

import (
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// lookers are the packages whose functions print what they are given, or look
// at it.
var lookers = map[string]bool{
	"fmt": true, "errors": true, "testing": true, "log": true, "log/slog": true, "strings": true, "bytes": true,
	"reflect": true, "runtime": true, "time": true, "context": true,
}

// logging matches the import paths of loggers, and checking those of packages
// that compare or validate.
var (
	logging  = regexp.MustCompile(`(?i)(?:^|/)(?:[a-z]*log|logr|logrus|logging|logger|zap|zerolog|tracing|trace|otel|color|pterm)(?:/|$)`)
	checking = regexp.MustCompile(`(?:^|/)(?:testify|gomega|go-cmp|check|quicktest|validator|is|goconvey|assertions|assert|require)(?:/|$)`)
)

// validating matches the names of functions that see whether a date exists or
// make one that does, or that compare it.
var validating = regexp.MustCompile(`^(?i:is|has|fix)(?:[A-Z]|$)|(?i:valid|check|verify|normal|clamp|parse|ensure|sanit|adjust|assert|expect|require|equal|compare|before|after|less|contain)`)

// telling matches the names of functions that tell whether a date exists.
var telling = regexp.MustCompile(`(?i)valid|exist`)

// printing matches the names of methods of loggers.
var printing = regexp.MustCompile(`^(?:Print|Log|Debug|Info|Notice|Warn|Warning|Error|Fatal|Panic|Trace|Skip)(?:f|ln|w|Context)?$`)

// looks reports whether a function does no more than look at its arguments or
// print them.
func looks(fn *types.Func) bool {
	if printing.MatchString(fn.Name()) {
		return true
	}
	if fn.Pkg() == nil {
		return fn.Name() == "Error"
	}
	path := fn.Pkg().Path()
	return lookers[path] || logging.MatchString(path)
}

// checks reports whether a function compares or validates its arguments.
func checks(fn *types.Func) bool {
	if makers[flow.Name(fn)] || validating.MatchString(fn.Name()) || fn.Pkg() != nil && checking.MatchString(fn.Pkg().Path()) {
		return true
	}
	results := fn.Signature().Results()
	return results.Len() == 1 && isBool(results.At(0).Type())
}

// Lost reports whether a date that leaves a function by an event is gone: the
// text or struct is stored or passed on, here or where the function is called,
// and it is neither parsed nor compared or validated anywhere on the way.
func (p *Program) Lost(fn *ssa.Function, e Event) bool {
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	o := &outcomes{p: p, fn: fn, seen: make(map[ssa.Value]bool)}
	for _, arg := range leavingOperands(e.Site) {
		if p.parts.loaded(arg) {
			o.add(arg)
		}
	}
	if at := e.WrittenAt(); at.IsValid() && e.Text.Kind != Absent {
		o.addAt(fn, at)
	}
	o.changed(fn, e.WrittenAt())
	o.leaves(e.Site)
	o.run()
	return o.gone && !o.checked
}

// leavingOperands returns the values that an instruction lets leave.
func leavingOperands(instr ssa.Instruction) []ssa.Value {
	switch instr := instr.(type) {
	case *ssa.Store:
		return []ssa.Value{instr.Val}
	case *ssa.MapUpdate:
		return []ssa.Value{instr.Key, instr.Value}
	case ssa.CallInstruction:
		return flow.Args(instr)
	}
	var out []ssa.Value
	for _, op := range instr.Operands(nil) {
		if *op != nil {
			out = append(out, *op)
		}
	}
	return out
}

// makes reports whether a function of another package makes a date of what it
// is given.
func (p *Program) makes(fn *types.Func) bool {
	body := p.imported[p.name(fn)]
	return body != nil && body.Leads
}

// outcomes finds what becomes of a text or struct.
type outcomes struct {
	p    *Program
	fn   *ssa.Function // whose own tests of the parts have been run
	seen map[ssa.Value]bool
	work []ssa.Value

	gone    bool // stored, or passed to code that is not seen
	checked bool // parsed, compared or validated
}

func (o *outcomes) add(v ssa.Value) {
	if v != nil && !o.seen[v] {
		o.seen[v] = true
		o.work = append(o.work, v)
	}
}

// addAt adds the texts that are put together at a place.
func (o *outcomes) addAt(fn *ssa.Function, pos token.Pos) {
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			if v, ok := instr.(ssa.Value); ok && v.Pos() == pos {
				o.add(v)
			}
		}
	}
	for _, lit := range fn.AnonFuncs {
		o.addAt(lit, pos)
	}
}

// changed follows a struct to the callers if a function changes it where a
// parameter points to.
func (o *outcomes) changed(fn *ssa.Function, pos token.Pos) {
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			store, ok := instr.(*ssa.Store)
			if !ok || store.Pos() != pos || !changesCivil(store) {
				continue
			}
			o.gone = true
			param, ok := root(store.Addr).(*ssa.Parameter)
			if !ok {
				continue
			}
			o.add(param)
			for _, call := range o.p.parts.callers[fn] {
				if i := slices.Index(fn.Params, param); i < len(flow.Args(call)) {
					o.add(flow.Args(call)[i])
				}
			}
		}
	}
}

func (o *outcomes) run() {
	for len(o.work) > 0 && len(o.seen) < maxMoments && !o.checked {
		v := o.work[len(o.work)-1]
		o.work = o.work[:len(o.work)-1]
		o.origins(v)
		if refs := v.Referrers(); refs != nil {
			for _, ref := range *refs {
				o.follow(v, ref)
			}
		}
	}
}

// origins goes from a value to the variable that it is a copy of.
func (o *outcomes) origins(v ssa.Value) {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		o.add(v.X)
	case *ssa.UnOp:
		if alloc, ok := v.X.(*ssa.Alloc); ok {
			o.add(alloc)
		}
	}
}

// follow notes what an instruction does with a value.
func (o *outcomes) follow(v ssa.Value, instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.BinOp:
		switch instr.Op {
		case token.ADD:
			o.addText(instr)
		case token.SUB, token.MUL, token.QUO, token.REM:
		default:
			o.checked = o.checked || !isNil(instr.X) && !isNil(instr.Y)
		}
	case *ssa.Lookup:
		o.checked = o.checked || instr.Index == v
	case *ssa.Store:
		o.stored(v, instr)
	case *ssa.MakeClosure:
		for i, b := range instr.Bindings {
			if fn, ok := instr.Fn.(*ssa.Function); ok && b == v && i < len(fn.FreeVars) {
				o.add(fn.FreeVars[i])
			}
		}
	case *ssa.Return:
		o.returned(v, instr)
	case ssa.CallInstruction:
		o.passed(v, instr)
	case *ssa.FieldAddr, *ssa.Field:
		selection := instr.(ssa.Value)
		if outermost(instr.Parent()) != o.fn && civilOf(structOf(selection)).part(fieldIndex(selection)) > 0 {
			o.add(selection)
		}
	case *ssa.MapUpdate, *ssa.Send:
		o.leaves(instr)
	case *ssa.Phi, *ssa.ChangeType, *ssa.Convert, *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.TypeAssert, *ssa.Extract, *ssa.UnOp, *ssa.Slice:
		o.add(instr.(ssa.Value))
	}
}

// outermost returns the function that fn stands in.
func outermost(fn *ssa.Function) *ssa.Function {
	for !isRoot(fn) {
		fn = fn.Parent()
	}
	return fn
}

func isNil(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.IsNil()
}

// addText follows a text that another is part of.
func (o *outcomes) addText(v ssa.Value) {
	if b, ok := v.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsString != 0 {
		o.add(v)
	}
}

// leaves notes that an instruction lets the value leave, unless it is followed
// beyond that.
func (o *outcomes) leaves(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.Store:
		o.gone = o.gone || outlives(instr.Addr)
	case *ssa.MapUpdate:
		o.gone = o.gone || escapes(instr.Map)
	case *ssa.Send:
		o.gone = true
	case *ssa.Return:
		for _, v := range instr.Results {
			if o.seen[v] {
				o.returned(v, instr)
			}
		}
	case ssa.CallInstruction:
		for _, v := range flow.Args(instr) {
			if o.seen[v] {
				o.passed(v, instr)
			}
		}
	}
}

// stored follows a value to where the variable or field is read.
func (o *outcomes) stored(v ssa.Value, store *ssa.Store) {
	if store.Val != v {
		return
	}
	switch addr := store.Addr.(type) {
	case *ssa.FieldAddr:
		if civilOf(addr.X.Type()).part(addr.Field) < 0 {
			for _, selection := range o.p.parts.selections[fieldOf(addr.X.Type(), addr.Field)] {
				o.add(selection)
			}
		}
	case *ssa.IndexAddr:
		o.add(addr.X)
	case *ssa.Global:
		for _, load := range o.p.parts.loads[addr] {
			o.add(load)
		}
	default:
		o.add(addr)
	}
	o.leaves(store)
}

// returned follows a result to the callers, as far as they are known.
func (o *outcomes) returned(v ssa.Value, ret *ssa.Return) {
	fn := ret.Parent()
	calls := o.p.parts.callers[fn]
	if obj := fn.Object(); obj == nil || obj.Exported() || len(calls) == 0 || o.p.parts.taken()[fn] {
		o.gone = true
	}
	for _, c := range calls {
		call, ok := c.(*ssa.Call)
		if !ok {
			continue
		}
		if len(ret.Results) == 1 {
			o.add(call)
			continue
		}
		for _, ref := range *call.Referrers() {
			if x, ok := ref.(*ssa.Extract); ok && ret.Results[x.Index] == v {
				o.add(x)
			}
		}
	}
}

// passed follows an argument into a function of the package, and notes what
// others do with it.
func (o *outcomes) passed(v ssa.Value, call ssa.CallInstruction) {
	callee := flow.Callee(call)
	if callee != nil && (checks(callee) || o.p.makes(callee)) {
		o.checked = true
		return
	}
	if own := o.p.source(flow.Target(call)); own != nil && !call.Common().IsInvoke() {
		for i, arg := range flow.Args(call) {
			if arg == v && i < len(own.Params) {
				o.add(own.Params[i])
			}
		}
		return
	}
	if b, ok := call.Common().Value.(*ssa.Builtin); ok {
		if b.Name() == "append" && call.Value() != nil {
			o.add(call.Value())
			o.gone = o.gone || escapes(call.Value())
		}
		return
	}
	if callee == nil {
		o.gone = true
		return
	}
	if modelled[o.p.name(callee)] != nil || strings.HasPrefix(callee.FullName(), "strings.") {
		if call.Value() != nil {
			o.add(call.Value())
		}
		return
	}
	o.gone = o.gone || !looks(callee)
}
