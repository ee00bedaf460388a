package guard

import (
	"go/token"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// groupWaits maps the methods that wait for the goroutines of a group, and
// return nil only if all their functions do, to those that start one.
var groupWaits = map[string]string{
	"(*golang.org/x/sync/errgroup.Group).Wait": "(*golang.org/x/sync/errgroup.Group).Go",
}

// readGroup: the comparison looks at the error of a group of goroutines.
func (r *reading) readGroup(st state, x ssa.Value, op token.Token, y *ssa.Const) {
	wait, _ := r.p.resultOf(x)
	if wait == nil || Nil.judge(op, y) != accepted {
		return
	}
	callee := flow.Callee(wait)
	if callee == nil || groupWaits[flow.Name(callee)] == "" {
		return
	}
	for start, callee := range flow.Calls(wait.Parent()) {
		if callee == nil || flow.Name(callee) != groupWaits[flow.Name(flow.Callee(wait))] {
			continue
		}
		g, ok := r.p.pathOf(flow.Args(start)[0])
		if group, ok2 := r.p.pathOf(flow.Args(wait)[0]); !ok || !ok2 || g != group {
			continue
		}
		checked := r.p.checkedBy(start)
		if comesBefore(start, wait) {
			maps.Copy(st, checked)
		} else if head := r.p.everyRound(start); head != nil && head.Dominates(wait.Block()) && !inLoop(wait.Block(), head) {
			slice, elem, _ := r.p.loopOver(head)
			st.claimAll(slice, elem, checked)
		}
	}
}

// checkedBy returns what holds when the function that is passed to a call has
// returned nil.
func (p *Package) checkedBy(start ssa.CallInstruction) state {
	st := make(state)
	args := flow.Args(start)
	for _, c := range p.summary(functionIn(args[len(args)-1])).Checks {
		if c.Result < 0 && c.When == Nil && c.Obj.Param == Outer {
			st.claim(c.Kind, c.Obj.outer, false, evidence{pos: start.Common().Pos()})
		}
	}
	return st
}

// everyRound returns the head of the loop over a slice of which each round
// comes to an instruction, nil for none.
func (p *Package) everyRound(instr ssa.Instruction) *ssa.BasicBlock {
	for head := instr.Block().Idom(); head != nil; head = head.Idom() {
		if _, _, ok := p.loopOver(head); ok && inLoop(instr.Block(), head) {
			skipped := func(pred *ssa.BasicBlock) bool { return head.Dominates(pred) && !instr.Block().Dominates(pred) }
			if slices.ContainsFunc(head.Preds, skipped) {
				return nil
			}
			return head
		}
	}
	return nil
}
