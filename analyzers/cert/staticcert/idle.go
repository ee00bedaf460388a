package staticcert

import (
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/pki"
	"github.com/leapguard/leapguard/internal/pki/written"
	"github.com/leapguard/leapguard/internal/rule"
)

// unrenewed returns the positions of the calls, those of their parentheses, for which
// there will be no renewed certificate: the program writes the file itself when it
// starts, or control comes there in development only, or not at all.
func unrenewed(pass *rule.Pass, calls []*call) map[token.Pos]bool {
	at := make(map[token.Pos]*call, len(calls))
	for _, c := range calls {
		at[c.expr.Lparen] = c
	}
	out := make(map[token.Pos]bool)
	files := written.Of(pass.Pass)
	for _, fn := range flow.Of(pass.Pass).Funcs() {
		for instr := range flow.Calls(fn) {
			c := at[instr.Common().Pos()]
			if c == nil {
				continue
			}
			args, index := flow.Args(instr), c.cert
			if callee := flow.Callee(instr); callee != nil && callee.Signature().Recv() != nil {
				index++
			}
			out[c.expr.Lparen] = index < len(args) && files.Before(instr, args[index]) || outside(instr)
		}
	}
	return out
}

// outside reports whether control comes to an instruction in development only, or not
// at all.
func outside(instr ssa.Instruction) bool {
	for instr != nil {
		block := instr.Block()
		if pki.ForTrial(block) || slices.ContainsFunc(flow.ConditionsAt(block), isFalse) {
			return true
		}
		instr = written.Literal(block.Parent())
	}
	return false
}

// isFalse reports whether a condition can never hold.
func isFalse(cond flow.Cond) bool {
	v, want, equal, ok := cond.ConstTest()
	c, isConst := v.(*ssa.Const)
	return ok && isConst && c.Value != nil && c.Value.Kind() == want.Kind() && constant.Compare(c.Value, token.EQL, want) != equal
}
