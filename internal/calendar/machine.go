package calendar

import (
	"fmt"
	"go/token"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Bounds of one run. A path that exceeds them is given up, which can only
// lose findings.
const (
	maxSteps  = 20000 // instructions
	maxVisits = 12    // of one block on one path
	maxDepth  = 7     // of calls
	maxForks  = 24    // outcomes of one call
)

// A machine runs a body on all its paths. What it does not know it names, so
// that a later run can assume a value for it.
type machine struct {
	p      *Program
	assume map[string]Value
	steps  int
	out    *Exploration
}

// A frame is one call of a body.
type frame struct {
	body  *Body
	id    string // distinguishes unknown values of different calls
	depth int
	// call and number identify the call in the function under examination that
	// leads here; nil and 0 in that function itself and its literals.
	call   ssa.Instruction
	number int
	names  map[string]*Body // functions of the body's package, for facts
	root   bool             // only ways to a date matter, results do not
}

// A state is a point on a path.
type state struct {
	prev, block, pc int
	regs            []Value
	mem             memory
	visits          []uint8
}

func (s *state) fork() *state {
	return &state{s.prev, s.block, s.pc, slices.Clone(s.regs), maps.Clone(s.mem), slices.Clone(s.visits)}
}

// An outcome is how a call can end.
type outcome struct {
	results []Value
	mem     memory
}

// symbol returns the unknown value of the given name, or what is assumed of it.
func (m *machine) symbol(name string) Value {
	if v, ok := m.assume[name]; ok {
		return v
	}
	if len(name) > 400 {
		name = ""
	}
	return Value{Kind: Unknown, Str: name}
}

// run runs a body on all paths from its entry and returns the outcomes.
func (m *machine) run(f *frame, args []Value, mem memory) []outcome {
	first := &state{prev: -1, regs: make([]Value, f.body.Regs), mem: mem, visits: make([]uint8, len(f.body.Blocks))}
	for i := range first.regs {
		first.regs[i] = unknown()
	}
	for i := range f.body.Params {
		if i < len(args) {
			first.regs[i] = args[i]
		} else {
			first.regs[i] = m.symbol(fmt.Sprintf("%sp%d", f.id, i))
		}
	}
	var outcomes []outcome
	seen := make(map[uint64]bool)
	work := []*state{first}
	for len(work) > 0 && m.steps < maxSteps {
		s := work[len(work)-1]
		work = work[:len(work)-1]
		if s.pc == 0 && !m.enter(f, s, seen) {
			continue
		}
		next, end := m.walk(f, s)
		work = append(work, next...)
		if end != nil {
			outcomes = append(outcomes, *end)
		}
	}
	return outcomes
}

// enter assigns the phis of a block and reports whether the path is new.
func (m *machine) enter(f *frame, s *state, seen map[uint64]bool) bool {
	block := &f.body.Blocks[s.block]
	if s.visits[s.block]++; s.visits[s.block] > maxVisits || f.root && !block.Useful {
		return false
	}
	edge := slices.Index(block.Preds, s.prev)
	var phis []Value
	for _, in := range block.Instrs {
		if in.Op == OpPhi {
			v := unknown()
			if 0 <= edge && edge < len(in.Args) {
				v = s.value(in.Args[edge])
			}
			phis = append(phis, v)
		}
	}
	for i, v := range phis {
		s.regs[block.Instrs[i].Dst] = v
	}
	s.pc = len(phis)
	if len(block.Preds) < 2 {
		return true
	}
	key := s.digest(f.body)
	if seen[key] {
		return false
	}
	seen[key] = true
	return true
}

func (s *state) digest(body *Body) uint64 {
	h := uint64(s.block)
	for _, r := range body.Key {
		h = s.regs[r].hash(h)
	}
	return mix(h, s.mem.hash())
}

func (s *state) value(op Operand) Value {
	if op.Const != nil {
		return *op.Const
	}
	return s.regs[op.Reg]
}

// walk runs a state to the end of its block, or up to the first instruction
// after which there are several states.
func (m *machine) walk(f *frame, s *state) (next []*state, end *outcome) {
	block := &f.body.Blocks[s.block]
	for ; s.pc < len(block.Instrs); s.pc++ {
		if m.steps++; m.steps > maxSteps {
			return nil, nil
		}
		in := &block.Instrs[s.pc]
		switch in.Op {
		case OpReturn:
			results := make([]Value, len(in.Args))
			for i, arg := range in.Args {
				results[i] = s.value(arg)
				m.escape(f, s, results[i])
			}
			return nil, &outcome{results, s.mem}
		case OpIf:
			return m.branch(f, s, block, in), nil
		case OpJump:
			return []*state{s.jump(block.Succs[0])}, nil
		case OpEnd:
			return nil, nil
		case OpCall, OpSpawn:
			if out := m.call(f, s, in); len(out) != 1 {
				return m.continued(s, in, out), nil
			} else {
				s.finish(in, out[0])
			}
		default:
			v := m.step(f, s, in)
			if in.Dst >= 0 {
				s.regs[in.Dst] = v
			}
		}
	}
	return nil, nil
}

func (s *state) jump(to int) *state {
	s.prev, s.block, s.pc = s.block, to, 0
	return s
}

func (s *state) finish(in *Instr, out outcome) {
	s.mem = out.mem
	if in.Dst < 0 {
		return
	}
	if len(out.results) == 1 {
		s.regs[in.Dst] = out.results[0]
	} else {
		s.regs[in.Dst] = tuple(out.results...)
	}
}

// continued returns the states after a call that can end in several ways.
func (m *machine) continued(s *state, in *Instr, outcomes []outcome) []*state {
	var next []*state
	for _, out := range outcomes {
		t := s.fork()
		t.mem = maps.Clone(out.mem)
		t.finish(in, outcome{out.results, t.mem})
		t.pc++
		next = append(next, t)
	}
	return next
}

// branch returns the states behind an if. Where the outcome is not known, both
// can happen, unless the condition is a test of the date that could not be
// interpreted: then nothing is certain any more.
func (m *machine) branch(f *frame, s *state, block *Block, in *Instr) []*state {
	cond := s.value(in.Args[0])
	switch {
	case cond.Kind == Bool && cond.Int != 0:
		return []*state{s.jump(block.Succs[0])}
	case cond.Kind == Bool:
		return []*state{s.jump(block.Succs[1])}
	case cond.has(Guarded | Day):
		return nil
	}
	for i := range 2 { // no need to go where nothing happens
		if f.root && !f.body.Blocks[block.Succs[i]].Useful {
			return []*state{s.jump(block.Succs[1-i])}
		}
	}
	other := s.fork()
	if r := in.Args[0].Reg; r >= 0 { // the same condition holds from here on
		s.regs[r], other.regs[r] = truth(true), truth(false)
	}
	return []*state{other.jump(block.Succs[1]), s.jump(block.Succs[0])}
}

// step runs an instruction other than calls and control flow.
func (m *machine) step(f *frame, s *state, in *Instr) Value {
	arg := func(i int) Value { return s.value(in.Args[i]) }
	switch in.Op {
	case OpBinary:
		return m.binary(in.Tok, arg(0), arg(1))
	case OpUnary:
		return unary(in.Tok, arg(0))
	case OpCopy:
		return arg(0)
	case OpBox:
		v := arg(0)
		v.Boxed = Box(in.Index)
		return v
	case OpNarrow:
		return narrow(arg(0), in.Index)
	case OpAlloc:
		name := fmt.Sprintf("%s&%d.%d", f.id, in.Dst, s.visits[s.block])
		s.mem.set(name, arg(0))
		return Value{Kind: Pointer, Str: name}
	case OpFieldAddr:
		return address(arg(0), number(int64(in.Index)))
	case OpIndexAddr:
		return address(arg(0), arg(1))
	case OpLoad:
		return m.load(s.mem, arg(0))
	case OpStore:
		m.escape(f, s, arg(1))
		m.store(s.mem, arg(0), arg(1))
	case OpField:
		return m.elem(arg(0), in.Index)
	case OpIndex:
		return m.index(arg(0), arg(1))
	case OpExtract:
		return m.elem(arg(0), in.Index)
	case OpSlice:
		return m.slice(s.mem, arg(0), arg(1), arg(2))
	case OpAssert:
		if in.Index == 2 {
			return tuple(arg(0), unknown())
		}
		return arg(0)
	case OpClosure:
		v := Value{Kind: Func, Str: in.Name, Lit: in.Lit}
		for i := range in.Args {
			v.Elems = append(v.Elems, arg(i))
		}
		return v
	}
	return unknown()
}

// escape runs a function literal that is handed to code which may call it.
func (m *machine) escape(f *frame, s *state, v Value) {
	if v.Kind == Func && v.Lit != nil {
		m.enterLiteral(f, v, nil, maps.Clone(s.mem))
	}
}

// enterLiteral runs a function literal as part of the function it stands in.
func (m *machine) enterLiteral(f *frame, fn Value, args []Value, mem memory) []outcome {
	if f.depth >= maxDepth {
		return nil
	}
	g := &frame{body: fn.Lit, id: f.id + "f/", depth: f.depth + 1, call: f.call, number: f.number, names: f.names}
	if args == nil {
		for i := range fn.Lit.Params - len(fn.Elems) {
			args = append(args, m.symbol(fmt.Sprintf("%sp%d", g.id, i)))
		}
	}
	return m.run(g, append(slices.Clone(args), fn.Elems...), mem)
}

// call runs a call and returns how it can end.
func (m *machine) call(f *frame, s *state, in *Instr) []outcome {
	args := make([]Value, len(in.Args))
	for i, arg := range in.Args {
		args[i] = s.value(arg)
	}
	name := in.Name
	if name == "" {
		fn := args[0]
		args = args[1:]
		switch {
		case fn.Kind == Func && fn.Lit != nil:
			mem := s.mem
			if in.Op == OpSpawn {
				mem = maps.Clone(mem)
			}
			if out := m.enterLiteral(f, fn, args, mem); in.Op == OpCall && len(out) <= maxForks {
				return out
			}
			return m.opaque(f, s, in, "", args)
		case fn.Kind == Func:
			name, args = fn.Str, append(slices.Clone(fn.Elems), args...)
		}
	}
	c := &call{m: m, f: f, s: s, in: in, name: name, args: args}
	if model, ok := models[name]; ok {
		return []outcome{{[]Value{model(c)}, s.mem}}
	}
	body, names := m.p.find(name, f)
	if body == nil || f.depth >= maxDepth || in.Op == OpSpawn && !m.p.leadsToDate(name) {
		return m.opaque(f, s, in, name, args)
	}
	g := &frame{body: body, id: fmt.Sprintf("%s%d/", f.id, in.Dst), depth: f.depth + 1, call: f.call, number: f.number, names: names}
	if f.call == nil {
		m.out.calls++
		g.call, g.number = in.site, m.out.calls
	}
	out := m.run(g, args, maps.Clone(s.mem))
	if len(out) > maxForks {
		return m.opaque(f, s, in, name, args)
	}
	if f.number == 0 {
		for i := range out {
			for j := range out[i].results {
				out[i].results[j] = out[i].results[j].at(in.pos())
			}
		}
	}
	return out
}

// at makes pos the place where the parts of v were taken: calls stand for
// what happens in them.
func (v Value) at(pos token.Pos) Value {
	if v.has(dateParts) {
		o := v.origin()
		for i := range o.At {
			if o.Parts&(Year<<i) != 0 {
				o.At[i] = pos
			}
		}
		o.Joined = pos
		v = v.stemming(o)
	}
	v.Elems = slices.Clone(v.Elems)
	for i := range v.Elems {
		v.Elems[i] = v.Elems[i].at(pos)
	}
	return v
}

func (in *Instr) pos() token.Pos {
	if in.site == nil {
		return token.NoPos
	}
	return in.site.Pos()
}

// opaque is a call of something that cannot be interpreted: its results are
// unknown, and so is all that its arguments point to. A truth value computed
// from the date, or anything computed from its parts, may be a guard.
func (m *machine) opaque(f *frame, s *state, in *Instr, name string, args []Value) []outcome {
	site := fmt.Sprintf("%sr%d", f.id, in.Dst)
	var all Origin
	var instant bool
	key := name + "("
	for _, arg := range args {
		m.escape(f, s, arg)
		m.clobber(s.mem, arg, site)
		all = all.join(m.deepOrigin(s.mem, arg, 0))
		instant = instant || arg.Kind == Instant
		if in.Instants != 0 {
			key += arg.name() + ","
		}
	}
	results := make([]Value, in.Results)
	for i := range results {
		v := m.symbol(fmt.Sprintf("%s.%d", site, i))
		if in.Instants&(1<<i) != 0 {
			v = m.instant(name, key, i)
		}
		if all.Parts&dateParts != 0 || instant && in.Truths&(1<<i) != 0 {
			if v.Kind != Instant {
				v.Str = ""
			}
			o := v.origin()
			o.Parts |= Guarded
			v = v.stemming(o)
		}
		results[i] = v
	}
	if in.Op == OpSpawn {
		results = nil
	}
	return []outcome{{results, s.mem}}
}

// instant is the date that a call returns. Calls of one function with the same
// arguments are taken to mean the same date, as in
// time.Date(c.Now().Year(), c.Now().Month(), c.Now().Day(), ...).
func (m *machine) instant(name, key string, i int) Value {
	if name == "" || anchored(name) {
		return unknown()
	}
	return m.symbol(fmt.Sprintf("%s).%d", key, i))
}

// deepOrigin joins the origins of a value and of all it holds or points to.
func (m *machine) deepOrigin(mem memory, v Value, depth int) Origin {
	if v.Kind == Instant {
		return Origin{}
	}
	o := v.origin()
	if depth > 3 {
		return o
	}
	for _, e := range v.Elems {
		o = o.join(m.deepOrigin(mem, e, depth+1))
	}
	if v.Kind == Pointer || v.Kind == Slice {
		if cell, ok := mem[v.Str]; ok {
			o = o.join(m.deepOrigin(mem, cell.value, depth+1))
		}
	}
	return o
}
