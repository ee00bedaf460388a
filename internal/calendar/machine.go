package calendar

import (
	"maps"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"
)

// Bounds of one run. A path that exceeds them is given up, which can only
// lose findings.
const (
	maxSteps  = 4000 // instructions
	maxVisits = 12   // of one block on one path
	maxDepth  = 5    // of calls
	maxForks  = 24   // outcomes of one call
	maxName   = 200  // bytes of the name of an unknown value
)

// A machine runs a body on all its paths. What it does not know it names, so
// that a later run can assume a value for it.
type machine struct {
	p      *Program
	top    *Body // the function under examination
	assume map[string]Value
	steps  int
	bound  int // of steps
	out    *Exploration

	// passed collects the arguments of the calls of watched.
	watched *ssa.Function
	passed  [][]Value
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
	names  []*Body // functions of the body's package, for facts
	root   bool    // only ways to a date matter, results do not
	quiet  bool    // what is made here is checked by the caller
}

// A state is a point on a path.
type state struct {
	prev, block, pc int
	regs            []*Value // shared among states, nil for what is unknown
	mem             memory
	visits          []visit
	// tested counts the tests with a known outcome, dated those of a date.
	tested, dated uint16
	leaving       int // header of the loop that the path is to leave, plus 1
}

func (s *state) fork() *state {
	t := *s
	t.regs, t.mem, t.visits = slices.Clone(s.regs), maps.Clone(s.mem), slices.Clone(s.visits)
	return &t
}

// newMachine returns a machine for a function of the program; top is nil where
// the results of the function are all that matters.
func (p *Program) newMachine(top *Body, given Given) *machine {
	m := &machine{p: p, top: top, assume: given, bound: maxSteps, out: new(Exploration)}
	if top != nil && top.initializer {
		m.bound += top.size()
	}
	return m
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
	if len(name) > maxName {
		name = ""
	}
	return Value{Kind: Unknown, Str: name}
}

// run runs a body on all paths from its entry and returns the outcomes.
func (m *machine) run(f *frame, args []Value, mem memory) []outcome {
	first := &state{prev: -1, regs: make([]*Value, f.body.Regs), mem: mem, visits: make([]visit, len(f.body.Blocks))}
	for i := range f.body.Params {
		if i < len(args) {
			first.set(i, args[i])
		} else {
			first.set(i, m.symbol(f.id+"p"+strconv.Itoa(i)))
		}
	}
	var outcomes []outcome
	seen := make(map[uint64]bool)
	work := []*state{first}
	for len(work) > 0 && m.steps < m.bound {
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
	v := &s.visits[s.block]
	if v.n++; v.n == 1 {
		v.tested, v.dated = s.tested, s.dated
	}
	if v.n > maxVisits && block.Loop.Blocks == nil || f.root && m.watched == nil && !block.Useful {
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
		s.set(block.Instrs[i].Dst, v)
	}
	s.pc = len(phis)
	if len(block.Preds) < 2 {
		return true
	}
	key := s.digest(f.body)
	if v.n <= maxVisits && add(seen, key) {
		return true
	}
	return s.again(f.body, block.Instrs[:len(phis)], key, seen)
}

func (s *state) digest(body *Body) uint64 {
	h := uint64(s.block)
	for _, r := range body.Key {
		h = s.get(r).hash(h)
	}
	return mix(h, s.mem.hash())
}

func (s *state) value(op Operand) Value {
	if op.Const != nil {
		return *op.Const
	}
	return *s.get(op.Reg)
}

// nothing is what a register without a value holds.
var nothing = unknown()

// get returns the value of a register, which is not to be modified.
func (s *state) get(reg int) *Value {
	if v := s.regs[reg]; v != nil {
		return v
	}
	return &nothing
}

func (s *state) set(reg int, v Value) { s.regs[reg] = &v }

// walk runs a state to the end of its block, or up to the first instruction
// after which there are several states.
func (m *machine) walk(f *frame, s *state) (next []*state, end *outcome) {
	block := &f.body.Blocks[s.block]
	for ; s.pc < len(block.Instrs); s.pc++ {
		if m.steps++; m.steps > m.bound {
			return nil, nil
		}
		in := &block.Instrs[s.pc]
		if in.leaves {
			m.leave(f, s, in)
		}
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
				s.set(in.Dst, v)
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
		s.set(in.Dst, out.results[0])
	} else {
		s.set(in.Dst, tuple(out.results...))
	}
}

// continued returns the states after a call that can end in several ways.
func (m *machine) continued(s *state, in *Instr, outcomes []outcome) []*state {
	var next []*state
	for _, out := range outcomes {
		t := *s
		t.pc++
		t.regs, t.visits = slices.Clone(s.regs), slices.Clone(s.visits)
		t.finish(in, out)
		next = append(next, &t)
	}
	return next
}

// branch returns the states behind an if. Where the outcome is not known, both
// can happen, unless the condition is a test of the date that could not be
// interpreted: then nothing is certain any more.
func (m *machine) branch(f *frame, s *state, block *Block, in *Instr) []*state {
	cond := s.value(in.Args[0])
	if cond.has(dateParts | FromTime) {
		s.dated++
	} else if to := s.leave(f.body, block, cond); to >= 0 {
		return []*state{s.jump(to)}
	}
	switch {
	case cond.Kind == Bool:
		s.tested++
		return []*state{s.jump(block.Succs[1-cond.Int])}
	case cond.has(Guarded | Day):
		return nil
	}
	for i := range 2 { // no need to go where nothing happens
		if f.root && m.watched == nil && !f.body.Blocks[block.Succs[i]].Useful {
			return []*state{s.jump(block.Succs[1-i])}
		}
	}
	other := s.fork()
	if r := in.Args[0].Reg; r >= 0 { // the same condition holds from here on
		s.set(r, truth(true))
		other.set(r, truth(false))
	}
	return []*state{other.jump(block.Succs[1]), s.jump(block.Succs[0])}
}

// step runs an instruction other than calls and control flow.
func (m *machine) step(f *frame, s *state, in *Instr) Value {
	arg := func(i int) Value { return s.value(in.Args[i]) }
	switch in.Op {
	case OpOpaque:
		return m.hidden(f, s, in)
	case OpBinary:
		return m.binary(in.Tok, arg(0), arg(1)).joinedAt(f, in)
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
		name := f.id + "&" + strconv.Itoa(in.Dst) + "." + strconv.Itoa(int(s.visits[s.block].n))
		s.mem.set(name, arg(0))
		return Value{Kind: Pointer, Str: name}
	case OpFieldAddr:
		return address(arg(0), number(int64(in.Index)))
	case OpIndexAddr:
		return address(arg(0), arg(1))
	case OpLoad:
		return m.readCivil(f, in, m.load(s.mem, arg(0)))
	case OpStore:
		m.escape(f, s, arg(1))
		m.store(s.mem, f, in, arg(0), arg(1))
	case OpField:
		return m.readCivil(f, in, m.elem(arg(0), in.Index))
	case OpIndex:
		return m.index(arg(0), arg(1))
	case OpExtract:
		return m.elem(arg(0), in.Index)
	case OpSlice:
		return m.slice(s.mem, arg(0), arg(1), arg(2))
	case OpAssert:
		v := arg(0)
		v.Boxed = Unboxed
		if in.Index == 2 {
			return tuple(v, unknown())
		}
		return v
	case OpClosure:
		v := Value{Kind: Func, Str: in.Name, Lit: in.Lit}
		for i := range in.Args {
			v.Elems = append(v.Elems, arg(i))
		}
		return v
	}
	return unknown()
}
