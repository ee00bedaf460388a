package failopen

import (
	"go/constant"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// own reports whether a call destroys what the function made itself.
func own(call ssa.CallInstruction) bool {
	return slices.ContainsFunc(operands(call), func(arg ssa.Value) bool {
		path, ok := flow.PathOf(arg)
		if !ok {
			return false
		}
		root := path.Root()
		if e, ok := root.(*ssa.Extract); ok {
			root = e.Tuple
		}
		maker, ok := root.(*ssa.Call)
		if !ok {
			return false
		}
		callee := flow.Callee(maker)
		return callee != nil && makes.MatchString(callee.Name())
	})
}

// refusesTwin reports whether a branch ends the function where there already is what the
// function is to make or name, as an error that speaks of it says: that guards from
// making it twice, not from destroying.
func refusesTwin(branch *ssa.If) bool {
	return slices.ContainsFunc(branch.Block().Succs, func(block *ssa.BasicBlock) bool {
		_, ends := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		return ends && slices.ContainsFunc(block.Instrs, func(instr ssa.Instruction) bool {
			return slices.ContainsFunc(instr.Operands(nil), func(op *ssa.Value) bool { return speaksOfTwin(*op) })
		})
	})
}

func speaksOfTwin(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Global:
		return twin.MatchString(v.Name())
	case *ssa.Function:
		return twin.MatchString(v.Name())
	case *ssa.Const:
		return v.Value != nil && v.Value.Kind() == constant.String && twin.MatchString(constant.StringVal(v.Value))
	}
	return false
}

// twin matches what says that something is there already.
var twin = regexp.MustCompile(`(?i)already|conflict|duplicat`)

// undoes reports whether a call comes to pass only if something behind the failed one
// fails, too: it takes back then what was begun.
func undoes(failed *ssa.Call, call ssa.CallInstruction) bool {
	return slices.ContainsFunc(flow.ConditionsAt(call.Block()), func(c flow.Cond) bool {
		v, isNil, ok := c.ErrorTest()
		if !ok || isNil {
			return false
		}
		if e, ok := v.(*ssa.Extract); ok {
			v = e.Tuple
		}
		other, ok := v.(*ssa.Call)
		return ok && other != failed && !flow.Precedes(other, failed)
	})
}

var makes = regexp.MustCompile(`^(?i:create|make|mkdir|tempdir|tempfile|add|insert|provision|clone)`)
