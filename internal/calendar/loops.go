package calendar

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A Loop is what is known of the loop that a block is the header of.
type Loop struct {
	Blocks []int // in order, the header included; nil if there is no loop
	// Decides says that values which dates depend on change in the loop.
	Decides bool
}

// contains reports whether a block is part of the loop.
func (l *Loop) contains(block int) bool {
	_, found := slices.BinarySearch(l.Blocks, block)
	return found
}

// loopAt returns the natural loop with the given header; decides holds the
// values that decide whether two paths differ.
func loopAt(header *ssa.BasicBlock, decides map[ssa.Value]bool) Loop {
	var loop Loop
	in := make(map[*ssa.BasicBlock]bool)
	var add func(*ssa.BasicBlock)
	add = func(b *ssa.BasicBlock) {
		if in[b] {
			return
		}
		in[b] = true
		loop.Blocks = append(loop.Blocks, b.Index)
		loop.Decides = loop.Decides || changesAny(b, decides)
		if b != header {
			for _, pred := range b.Preds {
				add(pred)
			}
		}
	}
	for _, pred := range header.Preds {
		if header.Dominates(pred) {
			add(header)
			add(pred)
		}
	}
	slices.Sort(loop.Blocks)
	return loop
}

// changesAny reports whether a block gives some of the values or variables
// another content.
func changesAny(b *ssa.BasicBlock, values map[ssa.Value]bool) bool {
	return slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool {
		switch instr := instr.(type) {
		case *ssa.Phi:
			return values[instr]
		case *ssa.Store:
			return values[instr.Addr]
		case *ssa.Call:
			return handsOn(instr, values)
		}
		return false
	})
}

// handsOn reports whether a call gets a pointer to some of the values, or a
// literal with one.
func handsOn(call *ssa.Call, values map[ssa.Value]bool) bool {
	return slices.ContainsFunc(call.Operands(nil), func(op *ssa.Value) bool {
		pointers := []ssa.Value{*op}
		if lit, ok := (*op).(*ssa.MakeClosure); ok {
			pointers = lit.Bindings
		}
		return slices.ContainsFunc(pointers, func(v ssa.Value) bool {
			if v == nil || !values[v] {
				return false
			}
			_, ok := v.Type().Underlying().(*types.Pointer)
			return ok
		})
	})
}

// A visit counts the visits of a block on a path.
type visit struct {
	n uint8
	// tested and dated are those of the path at the first visit.
	tested, dated uint16
}

// again reports whether a path goes on that is back at the header of a loop
// and has made too many turns or is, as far as dates depend on it, where a path
// has been before. The number of turns is no part of that, so it need not have
// seen how the loop ends. It makes more turns if tests whose outcome may change
// decide what happens in the loop, and else leaves the loop.
func (s *state) again(body *Body, phis []Instr, key uint64, seen map[uint64]bool) bool {
	v, loop := s.visits[s.block], &body.Blocks[s.block].Loop
	if loop.Blocks == nil || v.n < 2 || s.leaving == s.block+1 || v.n > maxVisits && loop.Decides {
		return false
	}
	if dated := s.dated != v.dated; dated || loop.Decides && s.tested != v.tested {
		for _, in := range phis {
			key = s.get(in.Dst).hash(key)
		}
		return v.n <= maxVisits && add(seen, mix(key, 1))
	}
	if !add(seen, mix(key, 2)) {
		return false
	}
	s.leaving = s.block + 1
	return true
}

// add adds a key and reports whether it is new.
func add(seen map[uint64]bool, key uint64) bool {
	if seen[key] {
		return false
	}
	seen[key] = true
	return true
}

// leave returns the successor of a block by which a path goes on that is to
// leave a loop: out of it where the number of turns has kept it inside, else
// not, as that way has been taken before. It returns -1 if the block is no way
// out.
func (s *state) leave(body *Body, block *Block, cond Value) int {
	if s.leaving == 0 {
		return -1
	}
	header := &body.Blocks[s.leaving-1]
	for i, succ := range block.Succs {
		switch {
		case header.Loop.contains(succ):
		case cond.Kind != Bool:
			return block.Succs[1-i]
		default:
			s.leaving = 0
			s.loosen(body, header)
			return succ
		}
	}
	return -1
}

// loosen forgets the values that differ from turn to turn of a loop.
func (s *state) loosen(body *Body, header *Block) {
	for _, in := range header.Instrs {
		if in.Op != OpPhi {
			return
		}
		if _, found := slices.BinarySearch(body.Key, in.Dst); !found {
			s.set(in.Dst, unknown())
		}
	}
}
