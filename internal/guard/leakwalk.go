package guard

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// A walker follows the paths of a function from its entry, and finds those that
// leave it behind an off with nothing that undoes it.
type walker struct {
	p   *Package
	fn  *ssa.Function
	off *toggle
	ons []*toggle // of the function and the literals in it

	before map[*ssa.BasicBlock]bool    // blocks that lead to the off
	behind map[*ssa.BasicBlock]bool    // blocks that the off leads to
	chosen map[[2]*ssa.BasicBlock]bool // edges that leave out a restore on purpose
	loops  map[*ssa.BasicBlock]bool    // heads of loops that restore
	varies bool                        // each round of the loop around the off is of another object

	tracks map[*ssa.Alloc]bool
	seen   map[string]bool
	steps  int
	exits  []exit
}

// An exit is an [Exit] with what was tried on the way.
type exit struct {
	Exit
	miss *Miss
}

// maxLeakSteps bounds the number of blocks that are visited for one off. Of a
// function that takes more nothing is reported.
const maxLeakSteps = 20_000

func newWalker(p *Package, off *toggle, fn *ssa.Function) *walker {
	w := &walker{
		p: p, fn: fn, off: off,
		chosen: make(map[[2]*ssa.BasicBlock]bool),
		loops:  make(map[*ssa.BasicBlock]bool),
		tracks: make(map[*ssa.Alloc]bool),
		seen:   make(map[string]bool),
	}
	block := off.call.Block()
	w.behind = reach(block, func(b *ssa.BasicBlock) []*ssa.BasicBlock { return b.Succs })
	w.before = reach(block, func(b *ssa.BasicBlock) []*ssa.BasicBlock { return b.Preds })
	w.before[block] = true
	w.collect(fn)
	for _, on := range w.ons {
		if on.call.Parent() == fn {
			w.plan(on.call.Block())
		} else {
			w.choose(on.call.Block())
		}
	}
	w.varies = w.variesInLoop()
	return w
}

// reach returns the blocks that a step or more lead to.
func reach(from *ssa.BasicBlock, next func(*ssa.BasicBlock) []*ssa.BasicBlock) map[*ssa.BasicBlock]bool {
	out := make(map[*ssa.BasicBlock]bool)
	for todo := next(from); len(todo) > 0; todo = todo[1:] {
		if b := todo[0]; !out[b] {
			out[b] = true
			todo = append(todo, next(b)...)
		}
	}
	return out
}

func (w *walker) collect(fn *ssa.Function) {
	for _, t := range w.p.togglesIn(fn) {
		if t.what == w.off.what && !t.off {
			w.ons = append(w.ons, t)
		}
	}
	for _, lit := range fn.AnonFuncs {
		w.collect(lit)
	}
}

// plan notes what leads past a restore on purpose: a loop that may have no
// round, and a condition that leads past nothing else.
func (w *walker) plan(on *ssa.BasicBlock) {
	for head := on; head != nil; head = head.Idom() {
		if isHead(head) && inLoop(on, head) && !inLoop(w.off.call.Block(), head) {
			w.loops[head] = true
			w.skips(head)
		}
	}
	w.choose(on)
}

// skips notes the edges that lead past a loop whose first round is decided
// before its head.
func (w *walker) skips(head *ssa.BasicBlock) {
	for _, pred := range head.Preds {
		if !head.Dominates(pred) && len(pred.Succs) == 2 {
			for _, past := range pred.Succs {
				if past != head {
					w.chosen[[2]*ssa.BasicBlock{pred, past}] = true
				}
			}
		}
	}
}

func (w *walker) choose(on *ssa.BasicBlock) {
	after := reach(on, func(b *ssa.BasicBlock) []*ssa.BasicBlock { return b.Succs })
	for b := on; b != nil; b = b.Idom() {
		if len(b.Succs) != 2 || b == on {
			continue
		}
		for i, to := range b.Succs {
			if past := b.Succs[1-i]; to.Dominates(on) && len(to.Preds) == 1 && after[past] && !past.Dominates(on) {
				w.chosen[[2]*ssa.BasicBlock{b, past}] = true
			}
		}
	}
}

func isHead(b *ssa.BasicBlock) bool {
	return slices.ContainsFunc(b.Preds, func(pred *ssa.BasicBlock) bool { return b.Dominates(pred) })
}

// variesInLoop reports whether the off stands in a loop that restores too, if
// anything does, and what it is for is another object in each round.
func (w *walker) variesInLoop() bool {
	block := w.off.call.Block()
	if !w.behind[block] {
		return false
	}
	for _, on := range w.ons {
		if slices.ContainsFunc(w.placesOf(on), func(b *ssa.BasicBlock) bool { return !w.behind[b] || !w.before[b] }) {
			return false
		}
	}
	return slices.ContainsFunc(w.off.objs, func(obj target) bool {
		if !obj.ok {
			return false
		}
		if slices.ContainsFunc(obj.path.Fields(), func(f string) bool { return isElement(f) && !constantIndex(f) }) {
			return true
		}
		root, ok := obj.path.Root().(ssa.Instruction)
		return ok && root.Parent() == w.fn && w.behind[root.Block()] && w.before[root.Block()]
	})
}

// placesOf returns the blocks of the function in which a restore is called, or
// the literal of the function that it stands in is used.
func (w *walker) placesOf(on *toggle) []*ssa.BasicBlock {
	in := on.call.Parent()
	if in == w.fn {
		return []*ssa.BasicBlock{on.call.Block()}
	}
	for in.Parent() != w.fn {
		in = in.Parent()
	}
	var blocks []*ssa.BasicBlock
	for _, u := range w.p.uses().uses[in] {
		blocks = append(blocks, u.instr.Block())
	}
	return blocks
}

func (w *walker) exhausted() bool { return w.steps > maxLeakSteps }

func (w *walker) walk() {
	if _, ok := w.off.call.(*ssa.Call); ok && len(w.fn.Blocks) > 0 {
		w.enter(w.fn.Blocks[0], nil, newTrail())
	}
}

// enter goes on at the beginning of a block. It owns the trail.
func (w *walker) enter(b, from *ssa.BasicBlock, t *trail) {
	w.steps++
	switch {
	case w.exhausted(), !t.armed && !w.before[b], t.armed && w.loops[b]:
		return
	case t.armed && w.varies && from != nil && b.Dominates(from) && w.before[b]:
		w.unwind(NextRound, lastPos(from), t)
		return
	}
	w.bind(b, from, t)
	if key := w.state(b, t); w.seen[key] {
		return
	} else {
		w.seen[key] = true
	}
	for _, instr := range b.Instrs {
		if !w.pass(instr, t) {
			return
		}
	}
	w.branch(b, t, func(to *ssa.BasicBlock, t *trail) { w.enter(to, b, t) })
}

// bind sets the variables that have one of several values.
func (w *walker) bind(b, from *ssa.BasicBlock, t *trail) {
	values := make(map[ssa.Value]ssa.Value)
	for _, instr := range b.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		delete(t.vals, phi)
		values[phi] = phi.Edges[slices.Index(b.Preds, from)]
	}
	for phi, v := range values {
		values[phi] = w.value(v, t)
	}
	for phi, v := range values {
		if v != phi {
			t.vals[phi] = v
		}
	}
}

// state identifies a point and what is known there, as far as it can matter.
func (w *walker) state(b *ssa.BasicBlock, t *trail) string {
	parts := []string{fmt.Sprint(b.Index, t.armed, len(t.defers), len(t.cancelled), len(t.destroys))}
	for v, known := range t.vals {
		if phi, ok := v.(*ssa.Phi); ok && tells(phi.Type()) {
			parts = append(parts, phi.Name()+"="+known.Name())
		}
	}
	for v, known := range t.mem {
		if tells(known.Type()) {
			parts = append(parts, v.Name()+"="+known.Name())
		}
	}
	for fact, holds := range t.facts {
		parts = append(parts, fmt.Sprint(fact, holds))
	}
	slices.Sort(parts)
	return strings.Join(parts, ";")
}

// tells reports whether conditions are likely to look at values of a type.
func tells(t types.Type) bool { return isBoolean(t) || syntax.IsError(t) }

// pass goes over an instruction. It reports false where the path needs not be
// followed further.
func (w *walker) pass(instr ssa.Instruction, t *trail) bool {
	switch instr := instr.(type) {
	case *ssa.Call:
		return w.passCall(instr, t)
	case *ssa.Defer:
		if !slices.Contains(t.defers, instr) {
			t.defers = append(t.defers, instr)
		}
		return true
	case *ssa.Go:
		return !w.restores(instr, t)
	case *ssa.Panic:
		// One without a position is never come to: the end of a select statement.
		if t.armed && w.off.model == nil && instr.Pos().IsValid() {
			w.unwind(Panics, instr.Pos(), t)
		}
		return false
	case *ssa.Return:
		if t.armed && len(t.destroys) == 0 && !w.handedOn(instr, t) {
			w.unwind(Returns, instr.Pos(), t)
		}
		return false
	}
	w.step(instr, t)
	return !w.keeps(instr)
}

func (w *walker) passCall(call *ssa.Call, t *trail) bool {
	if ctx := w.cancels(call); ctx != nil {
		t.cancelled = append(t.cancelled, ctx)
	}
	switch {
	case call == w.off.call:
		t.armed = true
		return true
	case t.armed && w.restores(call, t), w.takesRestore(call):
		return false
	case t.armed && w.gone(call):
		if _, err := resultsOf(call.Call.Signature()); err < 0 {
			return false
		}
		t.destroys = append(t.destroys, call)
	case flow.Stops(call):
		return false // the process ends, or the goroutine of a test
	case t.armed && w.off.model == nil && w.p.throws(call):
		w.unwind(Panics, call.Pos(), t.clone())
	}
	return true
}

// branch goes on at the blocks that can come next.
func (w *walker) branch(b *ssa.BasicBlock, t *trail, next func(*ssa.BasicBlock, *trail)) {
	cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		for _, to := range b.Succs {
			next(to, t.clone())
		}
		return
	}
	outcome, known := w.decide(cond.Cond, t)
	for i, to := range b.Succs {
		if known && outcome != (i == 0) {
			continue
		}
		if t.armed && (w.failed(cond.Cond, i == 0, t) || !known && w.chosen[[2]*ssa.BasicBlock{b, to}] && !w.testsError(cond.Cond, t)) {
			continue
		}
		u := t.clone()
		if w.suppose(cond.Cond, i == 0, u); w.destroyed(cond.Cond, u) {
			continue
		}
		next(to, u)
	}
}

// lastPos returns the position of the last instruction of a block that has one.
func lastPos(b *ssa.BasicBlock) token.Pos {
	for ; b != nil; b = b.Idom() {
		for _, instr := range slices.Backward(b.Instrs) {
			if instr.Pos().IsValid() {
				return instr.Pos()
			}
		}
	}
	return token.NoPos
}

func (w *walker) leave(how Departure, pos token.Pos, t *trail) {
	if !pos.IsValid() && w.fn.Syntax() != nil {
		pos = w.fn.Syntax().End() - 1
	}
	w.exits = append(w.exits, exit{Exit{how, pos}, t.miss})
}
