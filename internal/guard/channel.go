package guard

import (
	"go/token"
	"go/types"
	"maps"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// readReceived: the comparison looks at what was received from a channel. What
// holds wherever something that compares so is sent holds.
func (r *reading) readReceived(st state, x ssa.Value, op token.Token, y *ssa.Const) {
	made, ok := r.p.resolve(receivedFrom(r.p.resolve(x))).(*ssa.MakeChan)
	if !ok || r.depth >= maxReading {
		return
	}
	sends, ok := r.p.sends(made, made.Parent(), nil)
	if !ok {
		return
	}
	var all state
	for _, send := range sends {
		at := send.Block()
		sent := r.p.before(send)
		if sent != nil {
			sent = r.p.suppose(sent, at, r.p.conditionsAt(at), flow.Cond{X: send.X, Op: op, Y: y}, r.depth+1)
		}
		if sent == nil {
			continue
		}
		// What only the sender knows is of no use here.
		maps.DeleteFunc(sent, func(c claim, _ evidence) bool {
			root := c.obj.Root()
			return c.call != nil || root != nil && root.Parent() == at.Parent() && root.Parent() != made.Parent()
		})
		all = meet(all, sent)
	}
	maps.Copy(st, all)
}

// receivedFrom returns the channel that v was received from, nil for none.
func receivedFrom(v ssa.Value) ssa.Value {
	switch v := v.(type) {
	case *ssa.UnOp:
		if v.Op == token.ARROW && !v.CommaOk {
			return v.X
		}
	case *ssa.Extract:
		sel, ok := v.Tuple.(*ssa.Select)
		if !ok {
			return nil
		}
		// Behind the index and whether the channel is open come the values
		// that were received.
		i := 2
		for _, s := range sel.States {
			if s.Dir != types.RecvOnly {
				continue
			}
			if i == v.Index {
				return s.Chan
			}
			i++
		}
	}
	return nil
}

// sends adds the statements of a function, and the literals in it, that send to
// a channel. It reports false if there may be others, or the channel is closed.
func (p *Package) sends(made *ssa.MakeChan, fn *ssa.Function, known []*ssa.Send) ([]*ssa.Send, bool) {
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			if send, ok := instr.(*ssa.Send); ok && p.resolve(send.Chan) == made {
				known = append(known, send)
			} else if p.passesOn(instr, made) {
				return nil, false
			}
		}
	}
	for _, literal := range fn.AnonFuncs {
		var ok bool
		if known, ok = p.sends(made, literal, known); !ok {
			return nil, false
		}
	}
	return known, true
}

// passesOn reports whether an instruction does something with a channel
// besides receiving from it, or putting it into a variable.
func (p *Package) passesOn(instr ssa.Instruction, made *ssa.MakeChan) bool {
	switch instr := instr.(type) {
	case *ssa.UnOp, *ssa.ChangeType, *ssa.MakeClosure, *ssa.DebugRef:
		return false
	case *ssa.Store:
		if _, variable := instr.Addr.(*ssa.Alloc); variable {
			return false
		}
	case *ssa.Select:
		for _, s := range instr.States {
			if s.Dir == types.SendOnly && p.resolve(s.Chan) == made {
				return true
			}
		}
		return false
	}
	for _, op := range instr.Operands(nil) {
		if *op == nil {
			continue
		}
		if _, ok := (*op).Type().Underlying().(*types.Chan); ok && p.resolve(*op) == made {
			return true
		}
	}
	return false
}
