package guard

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A Change is something between a check and the danger behind it that lets
// others change the object.
type Change struct {
	Kind  string
	Call  *ast.CallExpr // of the danger
	Check token.Pos
	Pos   token.Pos // of what lets others change it
	What  string    // such as "the lock is released"
}

// Stale returns the dangers that are guarded by a check whose answer may be out
// of date, in source order.
func (p *Package) Stale() []*Change {
	p.mu.Lock()
	defer p.mu.Unlock()
	var out []*Change
	for _, fn := range p.prog.Funcs() {
		var changes []ssa.Instruction // found when asked for
		looked := false
		for call := range flow.Calls(fn) {
			if _, ok := call.(*ssa.Call); !ok {
				continue
			}
			for _, d := range p.demands(call) {
				if !looked {
					changes, looked = changesIn(fn), true
				}
				if len(changes) == 0 || compares(call) {
					continue
				}
				if c := p.stale(call, d, changes); c != nil {
					out = append(out, c)
					break
				}
			}
		}
	}
	return out
}

// stale returns what comes between a danger and the check that it stands behind.
func (p *Package) stale(call ssa.CallInstruction, d demand, changes []ssa.Instruction) *Change {
	st := p.before(call)
	path, ok := p.objectIn(call, d.Obj)
	if st == nil || !ok || p.fresh(path) {
		return nil
	}
	ev, ok := st.proof(d.Kind, path, p.nameIn(call, d.Obj))
	check := instrAt(call.Parent(), ev.pos)
	if !ok || ev.left != nil || check == nil {
		return nil
	}
	for _, k := range changes {
		if !flow.Precedes(check, k) || !reaches(k, call, check) || isUnlock(k) && !heldAt(check, k) {
			continue
		}
		expr, _ := p.exprAt(call.Common().Pos()).(*ast.CallExpr)
		if expr == nil {
			return nil
		}
		return &Change{d.Kind, expr, ev.pos, k.Pos(), changing(k)}
	}
	return nil
}

// instrAt returns the instruction of a function that a position belongs to.
func instrAt(fn *ssa.Function, pos token.Pos) ssa.Instruction {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok && call.Common().Pos() == pos || instr.Pos() == pos && pos.IsValid() {
				return instr
			}
		}
	}
	return nil
}

// changesIn returns the instructions of a function during which others get to
// run.
func changesIn(fn *ssa.Function) []ssa.Instruction {
	var out []ssa.Instruction
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if changing(instr) != "" {
				out = append(out, instr)
			}
		}
	}
	return out
}

// changing tells what an instruction does that lets others change something, ""
// for nothing.
func changing(instr ssa.Instruction) string {
	switch instr := instr.(type) {
	case *ssa.Send:
		return "a channel operation blocks"
	case *ssa.UnOp:
		if instr.Op == token.ARROW {
			return "a channel operation blocks"
		}
	case *ssa.Select:
		if instr.Blocking {
			return "a select blocks"
		}
	case *ssa.Call:
		switch {
		case isUnlock(instr):
			return "the lock is released"
		case flow.IsCallTo(instr, "time.Sleep"):
			return "the goroutine sleeps"
		case flow.IsCallTo(instr, "(*sync.WaitGroup).Wait", "(*sync.Cond).Wait"):
			return "the goroutine waits"
		}
	}
	return ""
}

func isUnlock(instr ssa.Instruction) bool {
	call, ok := instr.(*ssa.Call)
	return ok && flow.IsCallTo(call, "(*sync.Mutex).Unlock", "(*sync.RWMutex).Unlock", "(*sync.RWMutex).RUnlock")
}

func isLock(instr ssa.Instruction) bool {
	call, ok := instr.(*ssa.Call)
	return ok && flow.IsCallTo(call, "(*sync.Mutex).Lock", "(*sync.RWMutex).Lock", "(*sync.RWMutex).RLock")
}

// heldAt reports whether the mutex that an instruction unlocks was locked before
// a check, and not unlocked until then.
func heldAt(check, unlock ssa.Instruction) bool {
	mutex, ok := flow.PathOf(flow.Args(unlock.(ssa.CallInstruction))[0])
	if !ok {
		return false
	}
	var locks, unlocks []ssa.Instruction
	for _, b := range check.Parent().Blocks {
		for _, instr := range b.Instrs {
			if !isLock(instr) && !isUnlock(instr) {
				continue
			}
			if m, ok := flow.PathOf(flow.Args(instr.(ssa.CallInstruction))[0]); !ok || m != mutex {
				continue
			}
			if isLock(instr) {
				locks = append(locks, instr)
			} else {
				unlocks = append(unlocks, instr)
			}
		}
	}
	return slices.ContainsFunc(locks, func(lock ssa.Instruction) bool {
		return flow.Precedes(lock, check) && !slices.ContainsFunc(unlocks, func(u ssa.Instruction) bool {
			return flow.Precedes(lock, u) && reaches(u, check, lock)
		})
	})
}

func index(instr ssa.Instruction) int { return slices.Index(instr.Block().Instrs, instr) }

// reaches reports whether control can come from one instruction to another
// without passing a third, which stands in front of both.
func reaches(from, to, without ssa.Instruction) bool {
	if from.Block() == to.Block() && index(from) < index(to) {
		return true
	}
	seen := make(map[*ssa.BasicBlock]bool)
	var visit func(b *ssa.BasicBlock) bool
	visit = func(b *ssa.BasicBlock) bool {
		if seen[b] {
			return false
		}
		seen[b] = true
		passes := without.Block() == b
		if to.Block() == b && (!passes || index(to) < index(without)) {
			return true
		}
		return !passes && slices.ContainsFunc(b.Succs, visit)
	}
	return slices.ContainsFunc(from.Block().Succs, visit)
}

// comparing matches the names of what lets a danger fail if the object changed.
var comparing = regexp.MustCompile(`Precondition|ResourceVersion|IfMatch|Txn|Transaction|Tx$|CompareAnd`)

// compares reports whether a danger is part of a transaction, or is given what
// the object must still be.
func compares(call ssa.CallInstruction) bool {
	if callee := flow.Callee(call); callee != nil && comparing.MatchString(callee.Name()) {
		return true
	}
	for _, arg := range flow.Args(call) {
		if named := namedOf(arg.Type()); named != nil && comparing.MatchString(named.Obj().Name()) {
			return true
		}
	}
	for _, b := range call.Parent().Blocks {
		for _, instr := range b.Instrs {
			field, ok := instr.(*ssa.FieldAddr)
			if !ok {
				continue
			}
			if s, ok := types.Unalias(field.X.Type().Underlying().(*types.Pointer).Elem()).Underlying().(*types.Struct); ok && comparing.MatchString(s.Field(field.Field).Name()) {
				return true
			}
		}
	}
	return false
}
