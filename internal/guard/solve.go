package guard

import (
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A solution holds what is known at the beginning and end of each block of a
// function, by the index of the block.
type solution struct {
	in, out []state
	// edges holds what is known on edges, below the top level, as far as the
	// present sweep over the blocks asked for it.
	edges map[edge]state
	steps int
}

type edge struct {
	from, to *ssa.BasicBlock
	depth    int
}

// maxSteps bounds the work on one function: edges that are followed, claims that
// are carried over them, and what is compared there. It is reached within
// seconds. Of a function that takes more nothing is known, so nothing in it is
// reported.
const maxSteps = 4_000_000

// spend counts steps. It reports whether there were any left.
func (s *solution) spend(steps int) bool {
	s.steps += steps
	return s.steps <= maxSteps
}

// exhausted reports whether the function takes more work than is done.
func (s *solution) exhausted() bool { return s.steps > maxSteps }

// solve computes what holds where in a function: the greatest solution, since
// a claim must hold on all paths.
func (p *Package) solve(fn *ssa.Function) *solution {
	if s := p.solved[fn]; s != nil {
		return s
	}
	s := &solution{in: make([]state, len(fn.Blocks)), out: make([]state, len(fn.Blocks))}
	p.solved[fn] = s
	order := reversePostorder(fn)
	for changed := true; changed && !s.exhausted(); {
		changed = false
		s.edges = make(map[edge]state)
		for _, block := range order {
			in := p.entry(fn, block, s)
			if in == nil {
				continue
			}
			s.in[block.Index] = in
			out := p.through(in.clone(), block)
			if !same(out, s.out[block.Index]) {
				s.out[block.Index] = out
				changed = true
			}
		}
	}
	return s
}

// reversePostorder returns the blocks that control can come to, each behind
// those that it comes from, loops aside.
func reversePostorder(fn *ssa.Function) []*ssa.BasicBlock {
	var order []*ssa.BasicBlock
	seen := make([]bool, len(fn.Blocks))
	var visit func(block *ssa.BasicBlock)
	visit = func(block *ssa.BasicBlock) {
		if seen[block.Index] {
			return
		}
		seen[block.Index] = true
		for _, succ := range slices.Backward(block.Succs) {
			visit(succ)
		}
		order = append(order, block)
	}
	if len(fn.Blocks) > 0 {
		visit(fn.Blocks[0])
	}
	slices.Reverse(order)
	return order
}

// through returns what holds at the end of a block, given what holds at its
// beginning; nil if control never gets to the end.
func (p *Package) through(st state, block *ssa.BasicBlock) state {
	for _, instr := range block.Instrs {
		if call, ok := instr.(*ssa.Call); ok && flow.Stops(call) {
			return nil
		}
		p.transfer(st, instr)
	}
	return st
}

// entry returns what holds at the beginning of a block.
func (p *Package) entry(fn *ssa.Function, block *ssa.BasicBlock, s *solution) state {
	if block.Index == 0 {
		return p.assumed(fn)
	}
	edges := make([]state, len(block.Preds))
	var in state
	for i, pred := range block.Preds {
		edges[i] = p.edge(pred, block, s, 0)
		in = meet(in, edges[i])
	}
	for _, instr := range block.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		p.merge(in, phi, edges)
	}
	return in
}

// assumed returns what the callers of a function have checked.
func (p *Package) assumed(fn *ssa.Function) state {
	st := make(state)
	for _, e := range p.Func(declaration(fn)).assumed() {
		if path, ok := parameter(fn, e.Obj); ok {
			st.claim(e.Kind, path, false, evidence{pos: fn.Pos(), left: fn})
		}
	}
	return st
}

// edge returns what holds on an edge, nil if its source was not reached. Below
// the top level the result must not be changed.
func (p *Package) edge(from, to *ssa.BasicBlock, s *solution, depth int) state {
	if depth == 0 {
		return p.follow(from, to, s, 0)
	}
	key := edge{from, to, depth}
	st, ok := s.edges[key]
	if !ok {
		s.edges[key] = nil // for what comes round to it
		st = p.follow(from, to, s, depth)
		s.edges[key] = st
	}
	return st
}

func (p *Package) follow(from, to *ssa.BasicBlock, s *solution, depth int) state {
	out := s.out[from.Index]
	if out == nil || !s.spend(1+len(out)) {
		return nil
	}
	conds := p.edgeConditions(from, to)
	if slices.ContainsFunc(conds, p.noRound) {
		return nil
	}
	st := p.branch(out, from, to, conds, s, depth)
	p.leaveLoop(st, from, to, s)
	if depth == 0 && len(conds) > 0 && len(s.out) <= maxBlocks {
		c := &correlation{p: p, sol: s, ends: make(map[*ssa.BasicBlock]state)}
		if end := c.end(from, conds, maxCorrelation); end != nil {
			maps.Copy(st, p.branch(end, from, to, conds, s, maxReading))
		}
	}
	return st
}

// branch returns what holds behind the branch at the end of a block, given
// what holds before and what the outcome implies.
func (p *Package) branch(before state, from, to *ssa.BasicBlock, conds []flow.Cond, s *solution, depth int) state {
	st := before.clone()
	r := &reading{p: p, at: to, sol: s, st: before, depth: depth, known: func() []flow.Cond {
		return append(p.conditionsAt(from), conds...)
	}}
	for _, c := range conds {
		r.read(st, c)
	}
	return st
}

// merge adds what holds of a variable that has one of several values: what
// holds of each of them where it comes from.
func (p *Package) merge(in state, phi *ssa.Phi, edges []state) {
	path, ok := p.rawPath(phi)
	if !ok || in == nil || path.Root() != phi {
		return
	}
	// nil is no object that could be destroyed.
	counts := func(i int) bool { return edges[i] != nil && Nil.is(phi.Edges[i]) != accepted }
	var all state
	for i, operand := range phi.Edges {
		if !counts(i) {
			continue
		}
		renamed := make(state)
		if from, ok := p.pathOf(operand); ok {
			for c, ev := range edges[i] {
				if c.call == nil && c.obj == from {
					c.obj = path
					renamed[c] = ev
				}
			}
		}
		all = meet(all, renamed)
	}
	maps.Copy(in, all)
}

// transfer changes a state as an instruction does.
func (p *Package) transfer(st state, instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.Store:
		p.transferStore(st, instr)
	case *ssa.MapUpdate:
		if path, ok := p.pathOf(instr.Map); ok {
			for c := range st {
				if c.obj != path && c.obj.HasPrefix(path) {
					delete(st, c)
				}
			}
		}
	case *ssa.Call:
		p.transferCall(st, instr)
		p.assert(st, instr)
		p.yield(st, instr, instr, 0)
	case *ssa.Extract:
		if call, ok := instr.Tuple.(*ssa.Call); ok {
			p.yield(st, call, instr, instr.Index)
		}
	}
}

// yield adds what a call proves of one of its results.
func (p *Package) yield(st state, call *ssa.Call, result ssa.Value, index int) {
	for _, y := range p.called(call).Yields {
		path, ok := p.pathOf(result)
		if !ok || y.Result != index {
			continue
		}
		if y.Elems {
			path = path.Field(eachElement)
		}
		st.claim(y.Kind, path, false, evidence{pos: call.Common().Pos(), yielded: true})
	}
}

func (p *Package) transferStore(st state, store *ssa.Store) {
	if alloc, ok := store.Addr.(*ssa.Alloc); ok && onlyStore(alloc) == store {
		return // the variable begins to exist
	}
	path, ok := p.rawPath(store.Addr)
	if !ok {
		return
	}
	// What is put into a struct made here stays what it was.
	if _, local := path.Root().(*ssa.Alloc); !local {
		path = canonical(path)
	}
	st.stored(path, p.checkedPaths)
	field, ok := store.Addr.(*ssa.FieldAddr)
	if !ok {
		return
	}
	for _, flag := range p.Flags(fieldOf(field)) {
		c, isConst := p.resolve(store.Val).(*ssa.Const)
		for _, owner := range p.owners(field.X) {
			delete(st, claim{kind: flag.Kind, obj: owner})
			delete(st, claim{kind: flag.Kind, obj: owner, refused: true})
			if !isConst {
				continue
			}
			if v := flag.When.judge(equal, c); v != open {
				st.claim(flag.Kind, owner, v == refused, evidence{pos: store.Pos()})
			}
		}
	}
}

func (p *Package) transferCall(st state, call *ssa.Call) {
	for _, c := range p.called(call).Checks {
		for _, s := range p.subjectsIn(call, c.Obj) {
			if c.Result < 0 && c.Err < 0 {
				st.claim(c.Kind, s.path, false, evidence{pos: call.Common().Pos(), name: s.name})
			}
			st[claim{call: call}] = evidence{pos: call.Common().Pos()}
		}
	}
	callee := flow.Callee(call)
	if callee == nil {
		return
	}
	p.restore(st, call, callee.FullName())
	if fact := p.Func(callee); fact != nil {
		for _, off := range fact.Offs {
			if path, ok := p.objectIn(call, off.Obj); ok {
				st.claim(off.Kind, path, false, evidence{pos: call.Common().Pos()})
			}
		}
	}
}

// restore forgets that an object may be destroyed when its protection is
// switched on again.
func (p *Package) restore(st state, call *ssa.Call, name string) {
	for _, off := range p.restorers()[name] {
		for _, arg := range flow.Args(call) {
			if path, ok := p.pathOf(arg); ok {
				delete(st, claim{kind: off.Kind, obj: path})
			}
		}
	}
}

// checkedPaths returns the objects that a call checks.
func (p *Package) checkedPaths(call *ssa.Call) []flow.Path {
	var out []flow.Path
	for _, c := range p.called(call).Checks {
		for _, s := range p.subjectsIn(call, c.Obj) {
			if c.Obj.Param != Any {
				out = append(out, s.path)
			}
		}
	}
	return out
}

// before returns what holds just before an instruction.
func (p *Package) before(instr ssa.Instruction) state {
	block := instr.Block()
	s := p.solve(block.Parent())
	st := s.in[block.Index]
	if st == nil || s.exhausted() {
		return nil
	}
	st = st.clone()
	for _, i := range block.Instrs {
		if i == instr {
			break
		}
		p.transfer(st, i)
	}
	return st
}
