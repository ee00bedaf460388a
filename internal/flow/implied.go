package flow

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/syntax"
)

// A Cond is a comparison that is known to hold: X Op Y. A boolean value v that
// is known to be true is the condition v == true, one that is false v == false.
// If one operand is a constant, that is Y.
type Cond struct {
	X  ssa.Value
	Op token.Token // EQL, NEQ, LSS, LEQ, GTR or GEQ
	Y  ssa.Value
}

// NilTest returns the value that the condition says is nil, or is not nil.
func (c Cond) NilTest() (v ssa.Value, isNil, ok bool) {
	y, isConst := c.Y.(*ssa.Const)
	if !isConst || !y.IsNil() || c.Op != token.EQL && c.Op != token.NEQ {
		return nil, false, false
	}
	return c.X, c.Op == token.EQL, true
}

// ErrorTest returns the error that the condition says is nil, or is not nil.
func (c Cond) ErrorTest() (err ssa.Value, isNil, ok bool) {
	v, isNil, ok := c.NilTest()
	if !ok || !syntax.IsError(v.Type()) {
		return nil, false, false
	}
	return v, isNil, true
}

// ConstTest returns the value that the condition says equals, or differs from,
// a constant. What differs from a boolean is said to equal the other one.
func (c Cond) ConstTest() (v ssa.Value, k constant.Value, equal, ok bool) {
	y, isConst := c.Y.(*ssa.Const)
	if !isConst || c.Op != token.EQL && c.Op != token.NEQ {
		return nil, nil, false, false
	}
	if k = constValue(y); k == nil {
		return nil, nil, false, false
	}
	return c.X, k, c.Op == token.EQL, true
}

// Implied returns all comparisons that hold when cond evaluates to outcome. It
// looks through negation, comparison with a boolean constant, variables that
// hold a condition, and phis (which && and || become) of which one edge only
// can lead to the outcome: then that edge was taken.
func Implied(cond ssa.Value, outcome bool) []Cond {
	return make(implications).of(cond, outcome)
}

// ConditionsAt returns the comparisons that hold whenever control is in block:
// those of all branches whose outcome dominates it. What was compared is what
// the operands were then: where an operand was loaded from memory, that may
// have been stored to since.
func ConditionsAt(block *ssa.BasicBlock) []Cond {
	return make(implications).at(block)
}

// EdgeConditions returns the comparisons that hold on the edge between two
// adjacent blocks because of the branch at the end of from.
func EdgeConditions(from, to *ssa.BasicBlock) []Cond {
	return make(implications).onEdge(from, to)
}

// implications holds the comparisons of phis that were expanded already.
type implications map[phiTest]bool

type phiTest struct {
	phi *ssa.Phi
	op  token.Token
	y   string
}

func (m implications) of(cond ssa.Value, outcome bool) []Cond {
	switch v := cond.(type) {
	case *ssa.UnOp:
		if v.Op == token.NOT {
			return m.of(v.X, !outcome)
		}
	case *ssa.BinOp:
		if op, ok := comparison(v.Op, outcome); ok {
			return m.expand(normalized(Cond{v.X, op, v.Y}))
		}
	}
	return m.expand(isBool(cond, outcome))
}

// expand returns a comparison and what follows from it.
func (m implications) expand(c Cond) []Cond {
	out := []Cond{c}
	y, ok := c.Y.(*ssa.Const)
	if !ok {
		return out
	}
	if x := Resolve(c.X); x != c.X {
		if _, known := x.(*ssa.Const); !known {
			out = append(out, m.expand(Cond{x, c.Op, y})...)
		}
	} else if phi, ok := x.(*ssa.Phi); ok {
		out = append(out, m.ofPhi(phi, c.Op, y)...)
	} else if want, ok := boolTest(c.Op, y); ok && isOperator(x) {
		out = append(out, m.of(x, want)...)
	}
	return out
}

// isOperator reports whether a boolean value says something about others.
func isOperator(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.UnOp:
		return v.Op == token.NOT
	case *ssa.BinOp:
		return true
	}
	return false
}

// boolTest returns what a value that compares so to a boolean constant is.
func boolTest(op token.Token, y *ssa.Const) (want, ok bool) {
	if y.Value == nil || y.Value.Kind() != constant.Bool {
		return false, false
	}
	return constant.BoolVal(y.Value) == (op == token.EQL), true
}

// ofPhi: control came over an edge whose operand can compare so. If there is
// one such edge only, what held there holds still, since none of the values
// can have been computed anew without the phi. That does not apply to the back
// edges of loops, which speak of the iteration before.
func (m implications) ofPhi(phi *ssa.Phi, op token.Token, y *ssa.Const) []Cond {
	test := phiTest{phi, op, y.String()}
	if m[test] {
		return nil
	}
	m[test] = true
	only := -1
	for i, edge := range phi.Edges {
		if refuted(edge, op, y) || dead(phi.Block().Preds[i]) {
			continue
		}
		if only >= 0 {
			return nil
		}
		only = i
	}
	if only < 0 || phi.Block().Dominates(phi.Block().Preds[only]) {
		return nil
	}
	pred := phi.Block().Preds[only]
	out := append(m.at(pred), m.onEdge(pred, phi.Block())...)
	if _, ok := phi.Edges[only].(*ssa.Const); !ok {
		out = append(out, m.expand(Cond{phi.Edges[only], op, y})...)
	}
	return out
}

// refuted reports whether x op y is known to be false.
func refuted(x ssa.Value, op token.Token, y *ssa.Const) bool {
	if y.IsNil() {
		c, ok := x.(*ssa.Const)
		return op == token.EQL && nonNil(x) || op == token.NEQ && ok && c.IsNil()
	}
	c, ok := x.(*ssa.Const)
	if !ok {
		return false
	}
	a, b := constValue(c), constValue(y)
	return a != nil && b != nil && a.Kind() == b.Kind() && !constant.Compare(a, op, b)
}

// nonNil reports whether a value is known not to be nil.
func nonNil(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Alloc, *ssa.MakeInterface, *ssa.MakeClosure, *ssa.Function, *ssa.MakeMap, *ssa.MakeSlice,
		*ssa.MakeChan, *ssa.FieldAddr, *ssa.IndexAddr, *ssa.Global:
		return true
	case *ssa.ChangeInterface:
		return nonNil(v.X)
	case *ssa.ChangeType:
		return nonNil(v.X)
	case *ssa.Call:
		fn := Callee(v)
		return fn != nil && (Name(fn) == "errors.New" || Name(fn) == "fmt.Errorf")
	}
	return false
}

// at walks up from block to block over what dominates them.
func (m implications) at(block *ssa.BasicBlock) []Cond {
	var out []Cond
	// Code behind calls that never return may form cycles without an entry.
	for range block.Parent().Blocks {
		pred := entrance(block)
		if pred != nil {
			out = append(out, m.onEdge(pred, block)...)
			block = pred
		} else if block = block.Idom(); block == nil {
			break
		}
	}
	return out
}

// entrance returns the predecessor from which control comes to a block first,
// if there is one only: back edges come later, and over edges from where
// control never gets it does not come at all.
func entrance(b *ssa.BasicBlock) *ssa.BasicBlock {
	if len(b.Preds) == 1 {
		return b.Preds[0]
	}
	var only *ssa.BasicBlock
	for _, pred := range b.Preds {
		if b.Dominates(pred) || dead(pred) {
			continue
		}
		if only != nil {
			return nil
		}
		only = pred
	}
	return only
}

func (m implications) onEdge(from, to *ssa.BasicBlock) []Cond {
	branch, ok := lastInstr(from).(*ssa.If)
	if !ok || from.Succs[0] == from.Succs[1] {
		return nil
	}
	return m.of(branch.Cond, from.Succs[0] == to)
}

// comparison returns the operator that holds when a comparison by op has the
// given outcome.
func comparison(op token.Token, outcome bool) (token.Token, bool) {
	negated := syntax.Negate(op)
	if negated == op {
		return op, false
	}
	if !outcome {
		op = negated
	}
	return op, true
}

// normalized puts a constant operand on the right, and writes v != true as
// v == false.
func normalized(c Cond) Cond {
	if _, ok := c.X.(*ssa.Const); ok {
		c = mirrored(c)
	}
	if y, ok := c.Y.(*ssa.Const); ok && c.Op == token.NEQ {
		if want, ok := boolTest(c.Op, y); ok {
			return isBool(c.X, want)
		}
	}
	return c
}

func isBool(v ssa.Value, want bool) Cond {
	return Cond{v, token.EQL, ssa.NewConst(constant.MakeBool(want), types.Typ[types.Bool])}
}

func mirrored(c Cond) Cond { return Cond{c.Y, syntax.Mirror(c.Op), c.X} }
