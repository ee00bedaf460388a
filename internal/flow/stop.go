package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/models"
)

// Stops reports whether a call is known never to return. The SSA form ends
// blocks at static calls of such functions only; this knows calls through an
// interface, of function values and literals, and those that end a chain as
// in log.Fatal().Msg("...") besides.
func Stops(call *ssa.Call) bool { return stops(call, maxLiterals) }

// maxLiterals bounds how deep function literals that call others are followed.
const maxLiterals = 3

func stops(call *ssa.Call, depth int) bool {
	// The panic that the SSA builder puts behind such a call has its position.
	if last, ok := lastInstr(call.Block()).(*ssa.Panic); ok && last.Pos() == call.Pos() {
		return true
	}
	common := call.Common()
	if common.IsInvoke() {
		return modelled(common.Method)
	}
	fn, _ := target(common)
	if fn == nil {
		return false
	}
	if obj := objectOf(fn); obj != nil && (modelled(obj) || endsEvent(call, obj)) {
		return true
	}
	return fn.Synthetic == "" && depth > 0 && !returns(fn, depth-1)
}

func lastInstr(block *ssa.BasicBlock) ssa.Instruction { return block.Instrs[len(block.Instrs)-1] }

// modelled reports whether a function is listed as one that never returns.
func modelled(fn *types.Func) bool {
	return models.NoReturnIdentifier(fn.Name()) && models.NoReturn(Name(fn))
}

// endsEvent reports whether a call of method fn ends a chain of methods whose
// begin decides that it does not return.
func endsEvent(call *ssa.Call, fn *types.Func) bool {
	if fn.Signature().Recv() == nil || !models.NoReturnIdentifier(fn.Name()) {
		return false
	}
	end := Name(fn)
	for range maxChain {
		args := Args(call)
		if len(args) == 0 {
			return false
		}
		begin, ok := Resolve(args[0]).(*ssa.Call)
		if !ok {
			return false
		}
		if fn := Callee(begin); fn != nil && models.NoReturnEvent(Name(fn), end) {
			return true
		}
		call = begin
	}
	return false
}

// returns reports whether some path through a function may return.
func returns(fn *ssa.Function, depth int) bool {
	if len(fn.Blocks) == 0 {
		return true
	}
	for _, block := range fn.Blocks {
		if _, ok := lastInstr(block).(*ssa.Return); ok && !deadTo(block, depth) {
			return true
		}
	}
	return false
}

// dead reports whether control never gets to the end of a block, because of a
// call that never returns in it or in all blocks before it.
func dead(block *ssa.BasicBlock) bool { return deadTo(block, maxLiterals) }

func deadTo(block *ssa.BasicBlock, depth int) bool {
	for _, instr := range block.Instrs {
		if call, ok := instr.(*ssa.Call); ok && stops(call, depth) {
			return true
		}
	}
	if depth == 0 || len(block.Preds) == 0 {
		return false
	}
	for _, pred := range block.Preds {
		if !deadTo(pred, depth-1) {
			return false
		}
	}
	return true
}
