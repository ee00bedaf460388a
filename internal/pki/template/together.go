package template

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// maxCallers bounds how many calls up a function is looked for that creates two
// certificates.
const maxCallers = 2

// Before reports whether a function of the package creates first this certificate,
// then another one of a template of the package, itself or in functions that it calls.
func (c *Creation) Before(other *Creation) bool {
	if paramOf(other.Template.Resolve().V) != nil {
		return false
	}
	later := other.sites()
	return slices.ContainsFunc(c.sites(), func(first ssa.CallInstruction) bool {
		return slices.ContainsFunc(later, func(second ssa.CallInstruction) bool {
			return first != second && first.Parent() == second.Parent() && follows(second, first)
		})
	})
}

// sites returns the call that creates a certificate, and those by which the
// functions around it are called.
func (c *Creation) sites() []ssa.CallInstruction {
	out := []ssa.CallInstruction{c.Call}
	for frame := c.Template.Frame; frame != nil; frame = frame.Outer {
		out = append(out, frame.Call)
	}
	outer := out[len(out)-1:]
	for range maxCallers {
		var callers []ssa.CallInstruction
		for _, call := range outer {
			callers = append(callers, c.pkg.callers[call.Parent()]...)
		}
		out = append(out, callers...)
		outer = callers
	}
	return out
}

// follows reports whether control may reach one instruction of a function after
// another.
func follows(later, earlier ssa.Instruction) bool {
	if block := earlier.Block(); block == later.Block() && slices.Index(block.Instrs, earlier) < slices.Index(block.Instrs, later) {
		return true
	}
	seen := make(map[*ssa.BasicBlock]bool)
	var reaches func(*ssa.BasicBlock) bool
	reaches = func(block *ssa.BasicBlock) bool {
		return slices.ContainsFunc(block.Succs, func(next *ssa.BasicBlock) bool {
			if seen[next] {
				return false
			}
			seen[next] = true
			return next == later.Block() || reaches(next)
		})
	}
	return reaches(earlier.Block())
}
