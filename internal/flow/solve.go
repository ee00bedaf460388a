package flow

import (
	"iter"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A MustAnalysis is a forward dataflow analysis of what holds on all paths
// that lead to an instruction. The functions must not change their arguments,
// and from any state only finitely many Meets may lead down.
type MustAnalysis[S any] struct {
	// Entry is the state at the function's entry.
	Entry S
	// Transfer returns the state after an instruction.
	Transfer func(s S, instr ssa.Instruction) S
	// Edge, if not nil, returns the state after the branch from one block to
	// another: here the [EdgeConditions] come in, and a phi of the other block
	// takes over what holds of its operand.
	Edge func(s S, from, to *ssa.BasicBlock) S
	// Meet returns what holds in both states.
	Meet func(a, b S) S
	// Equal reports whether two states are the same.
	Equal func(a, b S) bool
}

// A Solution of a [MustAnalysis] for one function.
type Solution[S any] struct {
	fn       *ssa.Function
	analysis MustAnalysis[S]
	in       []*S // by block index; nil where control does not get
}

// Solve computes the greatest solution. Paths end at returns, panics and calls
// that never return (see [Stops]). The block fn.Recover, to which control
// comes after a recovered panic from anywhere, is not part of the solution.
func Solve[S any](fn *ssa.Function, analysis MustAnalysis[S]) *Solution[S] {
	s := &Solution[S]{fn: fn, analysis: analysis, in: make([]*S, len(fn.Blocks))}
	if len(fn.Blocks) == 0 {
		return s
	}
	s.in[0] = &analysis.Entry
	order := reversePostorder(fn.Blocks[0])
	for changed := true; changed; {
		changed = false
		for _, block := range order {
			if s.flow(block) {
				changed = true
			}
		}
	}
	return s
}

// flow propagates the state at the entry of a block to its successors and
// reports whether one of theirs changed.
func (s *Solution[S]) flow(block *ssa.BasicBlock) (changed bool) {
	if s.in[block.Index] == nil {
		return false
	}
	state := *s.in[block.Index]
	for _, instr := range block.Instrs {
		if call, ok := instr.(*ssa.Call); ok && Stops(call) {
			return false
		}
		state = s.analysis.Transfer(state, instr)
	}
	for _, succ := range block.Succs {
		next := state
		if s.analysis.Edge != nil {
			next = s.analysis.Edge(state, block, succ)
		}
		old := s.in[succ.Index]
		if old != nil {
			next = s.analysis.Meet(*old, next)
		}
		if old == nil || !s.analysis.Equal(*old, next) {
			s.in[succ.Index] = &next
			changed = true
		}
	}
	return changed
}

// All returns the instructions that control gets to, each with the state
// before it, in order of blocks.
func (s *Solution[S]) All() iter.Seq2[ssa.Instruction, S] {
	return func(yield func(ssa.Instruction, S) bool) {
		for _, block := range s.fn.Blocks {
			if s.in[block.Index] == nil {
				continue
			}
			state := *s.in[block.Index]
			for _, instr := range block.Instrs {
				if !yield(instr, state) {
					return
				}
				if call, ok := instr.(*ssa.Call); ok && Stops(call) {
					break
				}
				state = s.analysis.Transfer(state, instr)
			}
		}
	}
}

// Before returns the state before an instruction; false where control does
// not get.
func (s *Solution[S]) Before(at ssa.Instruction) (state S, ok bool) {
	for instr, state := range s.All() {
		if instr == at {
			return state, true
		}
	}
	return state, false
}

// Exits returns the instructions that end the function, each with the state
// before it: *ssa.Return, *ssa.Panic, and a *ssa.Call that never returns.
func (s *Solution[S]) Exits() iter.Seq2[ssa.Instruction, S] {
	return func(yield func(ssa.Instruction, S) bool) {
		for instr, state := range s.All() {
			exit := false
			switch instr := instr.(type) {
			case *ssa.Return, *ssa.Panic:
				exit = true
			case *ssa.Call:
				exit = Stops(instr)
			}
			if exit && !yield(instr, state) {
				return
			}
		}
	}
}

// reversePostorder returns the blocks reachable from entry, each but for back
// edges after its predecessors.
func reversePostorder(entry *ssa.BasicBlock) []*ssa.BasicBlock {
	var order []*ssa.BasicBlock
	seen := make(map[*ssa.BasicBlock]bool)
	var visit func(b *ssa.BasicBlock)
	visit = func(b *ssa.BasicBlock) {
		if seen[b] {
			return
		}
		seen[b] = true
		for _, succ := range slices.Backward(b.Succs) {
			visit(succ)
		}
		order = append(order, b)
	}
	visit(entry)
	slices.Reverse(order)
	return order
}
