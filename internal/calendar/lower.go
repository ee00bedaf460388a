package calendar

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// Bounds of values: elements of an array that are told apart, and bytes of a
// text that is put together.
const (
	maxElems = 512
	maxText  = 4096
)

// lowering turns one SSA function into a [Body].
type lowering struct {
	p    *Program
	fn   *ssa.Function
	regs map[ssa.Value]int
	body *Body
}

// lower fills body with the body of fn. The caller holds mu.
func (p *Program) lower(fn *ssa.Function, body *Body) {
	l := &lowering{p: p, fn: fn, regs: make(map[ssa.Value]int), body: body}
	body.Leads = p.lead(fn)
	body.initializer = isInitializer(fn)
	body.changes = p.parts.changes(fn)
	if obj, ok := fn.Object().(*types.Func); ok {
		l.body.Name = flow.Name(obj.Origin())
	}
	for _, param := range fn.Params {
		l.reg(param)
	}
	for _, fv := range fn.FreeVars {
		l.reg(fv)
	}
	l.body.Params = len(l.regs)
	useful, relevant := p.useful(fn), p.relevant(fn)
	for i, block := range fn.Blocks {
		b := Block{Preds: indices(block.Preds), Succs: indices(block.Succs), Useful: useful[i], Loop: loopAt(block, relevant)}
		for _, instr := range block.Instrs {
			if in, ok := l.instr(instr); ok {
				in.site = instr
				in.leaves = p.parts.leaving[instr]
				b.Instrs = append(b.Instrs, in)
			}
		}
		l.body.Blocks = append(l.body.Blocks, b)
	}
	l.body.Regs = len(l.regs)
	for v := range relevant {
		if r, ok := l.regs[v]; ok {
			l.body.Key = append(l.body.Key, r)
		}
	}
	slices.Sort(l.body.Key)
}

func indices(blocks []*ssa.BasicBlock) []int {
	out := make([]int, len(blocks))
	for i, b := range blocks {
		out[i] = b.Index
	}
	return out
}

func (l *lowering) reg(v ssa.Value) int {
	r, ok := l.regs[v]
	if !ok {
		r = len(l.regs)
		l.regs[v] = r
	}
	return r
}

func (l *lowering) operands(list ...ssa.Value) []Operand {
	out := make([]Operand, len(list))
	for i, v := range list {
		out[i] = l.operand(v)
	}
	return out
}

func (l *lowering) operand(v ssa.Value) Operand {
	var c Value
	switch v := v.(type) {
	case nil:
		c = Value{}
	case *ssa.Const:
		c = constValue(v)
	case *ssa.Global:
		c = Value{Kind: Pointer, Str: "var " + v.String(), Elems: []Value{l.p.initial(v, l.fn)}}
	case *ssa.Function:
		c = l.function(v)
	case *ssa.Builtin:
		c = Value{Kind: Func, Str: v.Name()}
	default:
		return Operand{Reg: l.reg(v)}
	}
	return Operand{Reg: -1, Const: &c}
}

func (l *lowering) function(fn *ssa.Function) Value {
	if obj, ok := fn.Object().(*types.Func); ok {
		return Value{Kind: Func, Str: l.p.name(obj)}
	}
	if len(fn.Blocks) == 0 { // the initialiser of another package
		return unknown()
	}
	return Value{Kind: Func, Lit: l.p.bodyLocked(fn)}
}

func constValue(c *ssa.Const) Value {
	if c.Value == nil {
		return zero(c.Type())
	}
	switch c.Value.Kind() {
	case constant.Bool:
		return truth(constant.BoolVal(c.Value))
	case constant.String:
		return textValue(constant.StringVal(c.Value))
	case constant.Int:
		if n, ok := constant.Int64Val(c.Value); ok {
			return number(n)
		}
	}
	return unknown()
}

// zero returns the zero value of a type, as far as it has at most maxElems
// elements.
func zero(t types.Type) Value {
	left := maxElems
	return zeroOf(t, &left)
}

// zeroOf takes the elements that it makes off left.
func zeroOf(t types.Type, left *int) Value {
	if *left--; *left < 0 || isTypeParam(t) {
		return unknown()
	}
	if isTime(t) {
		return Value{Kind: Instant, Elems: []Value{number(1), number(1), number(1)}}
	}
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return zeroBasic(t)
	case *types.Struct:
		v := Value{Kind: Struct}
		for field := range t.Fields() {
			v.Elems = append(v.Elems, zeroOf(field.Type(), left))
		}
		return v
	case *types.Array:
		v := Value{Kind: Struct}
		for i := int64(0); i < t.Len() && *left > 0; i++ {
			v.Elems = append(v.Elems, zeroOf(t.Elem(), left))
		}
		return v
	}
	return Value{Kind: Nil}
}

func zeroBasic(t *types.Basic) Value {
	switch {
	case t.Info()&types.IsInteger != 0:
		return number(0)
	case t.Info()&types.IsBoolean != 0:
		return truth(false)
	case t.Info()&types.IsString != 0:
		return textValue("")
	}
	return unknown()
}

func isTypeParam(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.TypeParam)
	return ok
}

func isTime(t types.Type) bool { return syntax.IsNamed(t, "time", "Time") }

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// instr lowers one instruction; false means that it has no effect here.
func (l *lowering) instr(instr ssa.Instruction) (Instr, bool) {
	in := Instr{Dst: -1}
	if v, ok := instr.(ssa.Value); ok {
		in.Dst = l.reg(v)
	}
	set := func(op Op, args ...ssa.Value) { in.Op, in.Args = op, l.operands(args...) }
	switch v := instr.(type) {
	case *ssa.DebugRef, *ssa.RunDefers:
		return in, false
	case *ssa.MapUpdate:
		in.Op, in.Args = OpStore, append([]Operand{{Reg: -1, Const: &Value{Kind: Unknown}}}, l.operands(v.Value, v.Key)...)
	case *ssa.Send:
		in.Op, in.Args = OpStore, append([]Operand{{Reg: -1, Const: &Value{Kind: Unknown}}}, l.operands(v.X)...)
	case *ssa.Phi:
		set(OpPhi, v.Edges...)
	case *ssa.BinOp:
		set(OpBinary, v.X, v.Y)
		in.Tok = v.Op
	case *ssa.UnOp:
		set(OpUnary, v.X)
		switch in.Tok = v.Op; v.Op {
		case token.MUL:
			in.Op = OpLoad
			if field, ok := v.X.(*ssa.FieldAddr); ok {
				in.Civil, in.Index = civilOf(field.X.Type()), field.Field
			}
		case token.ARROW:
			in.Op = OpOpaque
		}
	case *ssa.ChangeType:
		set(OpCopy, v.X)
	case *ssa.ChangeInterface:
		set(OpCopy, v.X)
	case *ssa.MakeInterface:
		set(OpBox, v.X)
		in.Index = int(formatted(v.X.Type()))
	case *ssa.Convert:
		l.convert(&in, v.X, v.Type())
	case *ssa.MultiConvert:
		l.convert(&in, v.X, v.Type())
	case *ssa.Alloc:
		c := zero(v.Type().Underlying().(*types.Pointer).Elem())
		in.Op, in.Args = OpAlloc, []Operand{{Reg: -1, Const: &c}}
	case *ssa.FieldAddr:
		set(OpFieldAddr, v.X)
		in.Index = v.Field
	case *ssa.IndexAddr:
		set(OpIndexAddr, v.X, v.Index)
	case *ssa.Store:
		set(OpStore, v.Addr, v.Val)
		if field, ok := v.Addr.(*ssa.FieldAddr); ok {
			if date := civilOf(field.X.Type()); date.part(field.Field) >= 0 {
				in.Civil = date
			}
		}
	case *ssa.Field:
		set(OpField, v.X)
		in.Civil, in.Index = civilOf(v.X.Type()), v.Field
	case *ssa.Index:
		set(OpIndex, v.X, v.Index)
	case *ssa.Extract:
		set(OpExtract, v.Tuple)
		in.Index = v.Index
	case *ssa.Slice:
		set(OpSlice, v.X, v.Low, v.High)
	case *ssa.TypeAssert:
		set(OpAssert, v.X)
		if v.CommaOk {
			in.Index = 2
		}
	case *ssa.MakeClosure:
		l.closure(&in, v)
	case ssa.CallInstruction:
		l.call(&in, v)
	case *ssa.Return:
		set(OpReturn, v.Results...)
	case *ssa.If:
		set(OpIf, v.Cond)
	case *ssa.Jump:
		in.Op = OpJump
	case *ssa.Panic:
		in.Op = OpEnd
	case *ssa.Lookup:
		set(OpOpaque, v.X, v.Index)
	case *ssa.Range:
		set(OpOpaque, v.X)
	case *ssa.Next:
		set(OpOpaque, v.Iter)
	case *ssa.SliceToArrayPointer:
		set(OpOpaque, v.X)
	}
	return in, true
}

// formatted tells how a value of type t is printed.
func formatted(t types.Type) Box {
	if named, ok := types.Unalias(t).(*types.Named); ok {
		if obj := named.Obj(); obj.Name() == "Month" && obj.Pkg() != nil && obj.Pkg().Path() == "time" {
			return Named
		}
		for _, method := range []string{"String", "Error", "Format"} {
			if m, _, _ := types.LookupFieldOrMethod(t, true, nil, method); m != nil {
				return Opaque
			}
		}
	}
	return Plain
}

func (l *lowering) convert(in *Instr, x ssa.Value, to types.Type) {
	in.Op, in.Args = OpCopy, l.operands(x)
	if isTypeParam(to) || isTypeParam(x.Type()) {
		return // instantiated with integers or texts where it matters
	}
	basic, ok := to.Underlying().(*types.Basic)
	from, fromBasic := x.Type().Underlying().(*types.Basic)
	switch {
	case ok && fromBasic && basic.Info()&types.IsInteger != 0 && from.Info()&types.IsInteger != 0:
		in.Op, in.Index = OpNarrow, int(8*l.p.pass.TypesSizes.Sizeof(basic))
		if basic.Info()&types.IsUnsigned == 0 {
			in.Index = -in.Index
		}
	case ok && fromBasic && basic.Info()&from.Info()&types.IsString != 0:
	default:
		in.Op = OpOpaque
	}
}

func (l *lowering) closure(in *Instr, v *ssa.MakeClosure) {
	fn := v.Fn.(*ssa.Function)
	in.Op, in.Args = OpClosure, l.operands(v.Bindings...)
	if obj, ok := fn.Object().(*types.Func); ok { // a method value
		in.Name = flow.Name(obj.Origin())
		return
	}
	in.Lit = l.p.bodyLocked(fn)
}

// isYield reports whether v is the function to which an iterator passes what it
// yields, and which tells whether to go on.
func isYield(v ssa.Value) bool {
	param, ok := v.(*ssa.Parameter)
	if !ok {
		return false
	}
	sig := param.Parent().Signature
	return sig.Params().Len() == 1 && sig.Results().Len() == 0 && (sig.Recv() == nil || param.Object() != sig.Recv())
}

func (l *lowering) call(in *Instr, call ssa.CallInstruction) {
	common := call.Common()
	in.Op = OpCall
	if _, ok := call.(*ssa.Call); !ok {
		in.Op = OpSpawn
	}
	in.Args = l.operands(append([]ssa.Value{common.Value}, common.Args...)...)
	if common.IsInvoke() {
		in.Name = l.p.name(common.Method)
	}
	results := common.Signature().Results()
	in.Results = results.Len()
	for i := range min(results.Len(), 32) {
		if t := results.At(i).Type(); isTime(t) {
			in.Instants |= 1 << i
		} else if isBool(t) && !isYield(common.Value) {
			in.Truths |= 1 << i
		}
	}
	if v, ok := call.(*ssa.Call); ok && in.Instants != 0 {
		in.Checked = checked(v)
	}
	if callee := flow.Callee(call); callee != nil && in.Truths != 0 && telling.MatchString(callee.Name()) {
		in.Checked = true
	}
	if _, ok := common.Value.(*ssa.Builtin); ok && strings.HasPrefix(common.Value.Name(), "ssa:") {
		in.Op = OpOpaque
	}
}
