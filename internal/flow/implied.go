package flow

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// A Cond is a comparison that is known to hold: X Op Y. A boolean value v that
// is known to be true is the condition v == true.
type Cond struct {
	X  ssa.Value
	Op token.Token // EQL, NEQ, LSS, LEQ, GTR or GEQ
	Y  ssa.Value
}

// Implied returns all comparisons that hold when cond evaluates to outcome. It
// looks through negation, comparison with a boolean constant, and the phis
// that && and || become, also where their result was stored in a variable.
func Implied(cond ssa.Value, outcome bool) []Cond {
	return implied(cond, outcome, make(map[ssa.Value]bool))
}

func implied(cond ssa.Value, outcome bool, seen map[ssa.Value]bool) []Cond {
	if seen[cond] {
		return nil
	}
	seen[cond] = true
	switch v := cond.(type) {
	case *ssa.UnOp:
		if v.Op == token.NOT {
			return implied(v.X, !outcome, seen)
		}
	case *ssa.BinOp:
		if op, ok := comparison(v.Op, outcome); ok {
			out := []Cond{{v.X, op, v.Y}}
			// b == true, b != false and so on speak of b itself.
			for _, side := range [2][2]ssa.Value{{v.X, v.Y}, {v.Y, v.X}} {
				if want, ok := constBool(side[1]); ok && (op == token.EQL || op == token.NEQ) {
					out = append(out, implied(side[0], want == (op == token.EQL), seen)...)
				}
			}
			return out
		}
	case *ssa.Phi:
		return append(impliedByPhi(v, outcome, seen), boolean(cond, outcome))
	}
	return []Cond{boolean(cond, outcome)}
}

// impliedByPhi: a phi has the given outcome only when control came over an
// edge whose operand can have it. If there is one such edge, its operand has
// the outcome and what dominates the edge's source holds.
func impliedByPhi(phi *ssa.Phi, outcome bool, seen map[ssa.Value]bool) []Cond {
	only := -1
	for i, edge := range phi.Edges {
		if b, ok := constBool(edge); ok && b != outcome {
			continue
		}
		if only >= 0 {
			return nil
		}
		only = i
	}
	if only < 0 {
		return nil
	}
	pred := phi.Block().Preds[only]
	out := append(conditionsAt(pred, seen), edgeConditions(pred, phi.Block(), seen)...)
	if _, ok := constBool(phi.Edges[only]); !ok {
		out = append(out, implied(phi.Edges[only], outcome, seen)...)
	}
	return out
}

// ConditionsAt returns the comparisons that hold whenever control is in block:
// those of all branches whose outcome dominates it.
func ConditionsAt(block *ssa.BasicBlock) []Cond {
	return conditionsAt(block, make(map[ssa.Value]bool))
}

func conditionsAt(block *ssa.BasicBlock, seen map[ssa.Value]bool) []Cond {
	var out []Cond
	for b := block; b != nil; b = b.Idom() {
		if len(b.Preds) == 1 {
			out = append(out, edgeConditions(b.Preds[0], b, seen)...)
		}
	}
	return out
}

// EdgeConditions returns the comparisons that hold on the edge between two
// adjacent blocks because of the branch at the end of from.
func EdgeConditions(from, to *ssa.BasicBlock) []Cond {
	return edgeConditions(from, to, make(map[ssa.Value]bool))
}

func edgeConditions(from, to *ssa.BasicBlock, seen map[ssa.Value]bool) []Cond {
	branch, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If)
	if !ok || from.Succs[0] == from.Succs[1] {
		return nil
	}
	return implied(branch.Cond, from.Succs[0] == to, seen)
}

// comparison returns the operator that holds when a comparison by op has the
// given outcome.
func comparison(op token.Token, outcome bool) (token.Token, bool) {
	negated, ok := map[token.Token]token.Token{
		token.EQL: token.NEQ, token.NEQ: token.EQL,
		token.LSS: token.GEQ, token.GEQ: token.LSS,
		token.GTR: token.LEQ, token.LEQ: token.GTR,
	}[op]
	if !outcome {
		op = negated
	}
	return op, ok
}

func boolean(v ssa.Value, outcome bool) Cond {
	return Cond{v, token.EQL, ssa.NewConst(constant.MakeBool(outcome), types.Typ[types.Bool])}
}

func constBool(v ssa.Value) (value, ok bool) {
	c, isConst := v.(*ssa.Const)
	if !isConst || c.Value == nil || c.Value.Kind() != constant.Bool {
		return false, false
	}
	return constant.BoolVal(c.Value), true
}
