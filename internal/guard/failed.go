package guard

import (
	"go/types"
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// A Given says what the other results of a failed call are taken to be.
type Given int

const (
	// Zero values, and what was passed by address and not set stays zero.
	Zero Given = iota
	// Fallback is some value that the callee makes up for the failure.
	Fallback
	// Partial collections hold some of what they should.
	Partial
)

// A Failed is a call that returned an error, followed through the rest of its
// function: what control comes to behind it, and which decisions fall because
// of what the call gave in the place of an answer.
type Failed struct {
	Call *ssa.Call // nil for a parameter
	// Again, if not nil, tells calls that do the same as the failed one: what is
	// behind them depends on how they end.
	Again func(ssa.CallInstruction) bool

	param *ssa.Parameter // in the place of what the call gave
	home  *ssa.BasicBlock
	err   int // index of the error result
	given Given

	tests  []ssa.Value // comparisons of the error with nil that control came by
	steps  int
	work   int
	seen   map[step]bool
	visit  func(Reached) bool
	stored map[*ssa.Alloc]bool // variables that the call would have set
}

// A Reached is a call that control comes to behind a failed one.
type Reached struct {
	Call ssa.CallInstruction
	// Decided are the branches on the way there that were taken because of
	// what the failed call gave.
	Decided []*ssa.If
}

// A step is a block that is entered from another, with or without a decision
// behind it.
type step struct {
	from, to *ssa.BasicBlock
	decided  bool
}

// FailureOf returns the failure of a call; nil if it cannot fail, or its error
// goes where it may be looked at again.
func FailureOf(call *ssa.Call, given Given) *Failed {
	_, err := resultsOf(call.Common().Signature())
	if err < 0 {
		return nil
	}
	f := &Failed{Call: call, home: call.Block(), err: err, given: given, stored: setBy(call)}
	if f.escapes() {
		return nil
	}
	return f
}

// EmptyParameter returns what follows, in the function of a parameter, if that
// has its zero value.
func EmptyParameter(param *ssa.Parameter) *Failed { return &Failed{param: param, err: -1} }

// Err returns the error result, nil if it is dropped.
func (f *Failed) Err() ssa.Value { return resultValue(f.Call, f.err) }

// Test returns the comparison of the error with nil that comes first behind the
// call, nil for none.
func (f *Failed) Test() ssa.Value {
	if len(f.tests) == 0 {
		return nil
	}
	return f.tests[0]
}

// resultValue returns the value of a result of a call, nil if it is dropped.
func resultValue(call *ssa.Call, index int) ssa.Value {
	if _, ok := call.Type().(*types.Tuple); !ok {
		if len(*call.Referrers()) == 0 {
			return nil
		}
		return call
	}
	for _, ref := range *call.Referrers() {
		if e, ok := ref.(*ssa.Extract); ok && e.Index == index && len(*e.Referrers()) > 0 {
			return e
		}
	}
	return nil
}

// setBy returns the variables of the function that are passed to a call by
// their address and set by nothing else.
func setBy(call *ssa.Call) map[*ssa.Alloc]bool {
	out := make(map[*ssa.Alloc]bool)
	for _, arg := range call.Call.Args {
		if mk, ok := arg.(*ssa.MakeInterface); ok {
			arg = mk.X
		}
		alloc, ok := arg.(*ssa.Alloc)
		if ok && !setElsewhere(alloc, call) {
			out[alloc] = true
		}
	}
	return out
}

// setElsewhere reports whether anything but the call may store to a variable.
func setElsewhere(addr ssa.Value, call *ssa.Call) bool {
	return slices.ContainsFunc(*addr.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
			return false
		case *ssa.FieldAddr:
			return setElsewhere(ref, call)
		case *ssa.MakeInterface:
			return slices.ContainsFunc(*ref.Referrers(), func(r ssa.Instruction) bool { return setsBefore(r, call) })
		}
		return setsBefore(ref, call)
	})
}

// setsBefore reports whether an instruction that has an address may store there
// before the call is made.
func setsBefore(instr ssa.Instruction, call *ssa.Call) bool {
	if instr == call {
		return false
	}
	other, ok := instr.(*ssa.Call)
	if !ok || !flow.Precedes(call, other) {
		return true
	}
	callee := flow.Callee(other)
	return callee == nil || reads.MatchString(callee.Name())
}

// reads matches the names of functions that set what they are given the address
// of.
var reads = regexp.MustCompile(`^(?i:get|read|decode|unmarshal|scan|load|fetch|list|parse|find|first|last|take|bind|convert)`)

// maxFailedSteps bounds the blocks that are entered behind one failed call.
const maxFailedSteps = 2000

// Follow calls visit for the calls that control comes to behind the failed one,
// until it returns false.
func (f *Failed) Follow(visit func(Reached) bool) {
	f.tests, f.steps, f.seen, f.visit = nil, 0, make(map[step]bool), visit
	if f.Call == nil {
		f.block(f.param.Parent().Blocks[0], 0, make(settings), nil)
		return
	}
	f.block(f.home, slices.Index(f.home.Instrs, ssa.Instruction(f.Call))+1, make(settings), nil)
}

// settings are the values of the variables that were set on the way.
type settings map[*ssa.Phi]ssa.Value

// block follows control from an instruction of a block on. It reports false if
// nothing more is to be visited.
func (f *Failed) block(block *ssa.BasicBlock, from int, env settings, decided []*ssa.If) bool {
	if f.steps++; f.steps > maxFailedSteps {
		return false
	}
	e := &evaluation{f: f, env: env}
	for _, instr := range block.Instrs[from:] {
		if e.panics(instr) {
			return true
		}
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			continue
		}
		if call == ssa.CallInstruction(f.Call) || e.ends(call) || f.Again != nil && f.Again(call) {
			return true
		}
		if _, deferred := call.(*ssa.Defer); !deferred && !f.visit(Reached{call, decided}) {
			return false
		}
	}
	branch, ok := block.Instrs[len(block.Instrs)-1].(*ssa.If)
	if !ok {
		return len(block.Succs) == 0 || f.enter(block, block.Succs[0], env, decided)
	}
	f.note(e, branch)
	cond := e.of(branch.Cond)
	if cond.dep && !isRange(block) {
		decided = append(slices.Clip(decided), branch)
	}
	yes, no := cond.truth()
	if yes == no && cond.dep && f.given == Zero {
		return true // what it comes to is not known
	}
	return (!yes || f.enter(block, block.Succs[0], env, decided)) &&
		(!no || f.enter(block, block.Succs[1], env, decided))
}

// note remembers the comparison of the error with nil.
func (f *Failed) note(e *evaluation, branch *ssa.If) {
	if cmp, ok := branch.Cond.(*ssa.BinOp); ok && (e.isErr(cmp.X) || e.isErr(cmp.Y)) && !slices.Contains(f.tests, branch.Cond) {
		f.tests = append(f.tests, branch.Cond)
	}
}

func (f *Failed) enter(from, to *ssa.BasicBlock, env settings, decided []*ssa.If) bool {
	key := step{from, to, len(decided) > 0}
	if to == f.home || f.seen[key] {
		return true // tried again, or known
	}
	f.seen[key] = true
	next := make(settings, len(env))
	maps.Copy(next, env)
	i := slices.Index(to.Preds, from)
	for _, instr := range to.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		v := phi.Edges[i]
		if other, ok := v.(*ssa.Phi); ok && env[other] != nil {
			v = env[other]
		}
		next[phi] = v
	}
	return f.block(to, 0, next, decided)
}

// Keeps reports whether a decision keeps control from a call: one of its ways
// leads there, the other does not, unless the failed call or the decision is made
// again.
func (f *Failed) Keeps(branch *ssa.If, call ssa.CallInstruction) bool {
	block := branch.Block()
	return f.leads(block.Succs[0], call.Block(), block) != f.leads(block.Succs[1], call.Block(), block)
}

// Skipped returns a branch that depends on what the failed call gives, and of
// which one way leads past a call; nil if there is none.
func (f *Failed) Skipped(call ssa.CallInstruction) *ssa.If {
	e := &evaluation{f: f}
	start := call.Parent().Blocks[0]
	if f.home != nil {
		start = f.home
	}
	for _, block := range call.Parent().Blocks {
		branch, ok := block.Instrs[len(block.Instrs)-1].(*ssa.If)
		if ok && !isRange(block) && !testsAnError(branch.Cond) && e.derives(branch.Cond, maxDerivation) && f.Keeps(branch, call) && f.leads(start, block, nil) {
			return branch
		}
	}
	return nil
}

// testsAnError reports whether a condition looks at an error: that of what was
// done next.
func testsAnError(cond ssa.Value) bool {
	cmp, ok := cond.(*ssa.BinOp)
	return ok && syntax.IsError(cmp.X.Type())
}

// isRange reports whether a block is the head of a range loop, which decides
// how often, not whether.
func isRange(block *ssa.BasicBlock) bool {
	return strings.HasPrefix(block.Comment, "range") && strings.HasSuffix(block.Comment, ".loop")
}

// Gives reports whether a value is made of what the failed call gave, or of the
// parameter.
func (f *Failed) Gives(v ssa.Value) bool {
	return (&evaluation{f: f}).derives(v, maxDerivation)
}

// leads reports whether control can come from one block to another without the
// failed call being made again, or going through a third.
func (f *Failed) leads(from, to, not *ssa.BasicBlock) bool {
	seen := map[*ssa.BasicBlock]bool{f.home: true, not: true}
	var visit func(b *ssa.BasicBlock) bool
	visit = func(b *ssa.BasicBlock) bool {
		seen[b] = true
		return b == to || slices.ContainsFunc(b.Succs, func(next *ssa.BasicBlock) bool {
			return !seen[next] && visit(next)
		})
	}
	return visit(from)
}

// escapes reports whether the error is kept where somebody may look at it
// later: in a field, a variable of another function, a channel.
func (f *Failed) escapes() bool {
	err := f.Err()
	return err != nil && leaks(err, make(map[ssa.Value]bool))
}

func leaks(v ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return false
	}
	seen[v] = true
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Val != v {
				return false
			}
			elem, ok := ref.Addr.(*ssa.IndexAddr) // of the arguments of a call
			if !ok {
				return true
			}
			_, ok = elem.X.(*ssa.Alloc)
			return !ok
		case *ssa.Send, *ssa.MapUpdate, *ssa.MakeClosure, *ssa.Go, *ssa.Defer:
			return true
		case *ssa.MakeInterface:
			return leaks(ref, seen)
		case *ssa.ChangeInterface:
			return leaks(ref, seen)
		case *ssa.Call:
			return syntax.IsError(ref.Type()) && flow.Callee(ref) != nil && leaks(ref, seen)
		}
		return false
	})
}
