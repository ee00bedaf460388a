package guard

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"math/big"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// An Outcome is the value of a result or field that permits destruction: one
// of the four below, or "=" and the exact text of a constant.
type Outcome string

// The outcomes that are no constants.
const (
	True   Outcome = "true"
	False  Outcome = "false"
	Nil    Outcome = "nil"
	NonNil Outcome = "nonnil"
)

// empty is the outcome of a slice of length 0, nil or not. It is inferred only,
// and judges what the length is compared with.
const empty Outcome = "empty"

// A place is where the names of constants are looked up.
type place struct {
	fset *token.FileSet
	pkg  *types.Package
	pos  token.Pos // none for the package, without what its files import
}

// parseOutcome reads the V of "when=V" for a value of type t. Constants are
// names in scope, or literals of t's kind.
func parseOutcome(text string, t types.Type, at place) (Outcome, error) {
	switch o := Outcome(text); o {
	case True, False:
		if !isBool(t) {
			return "", fmt.Errorf("when=%s does not fit the type %s", text, t)
		}
		return o, nil
	case Nil, NonNil:
		if !nillable(t) {
			return "", fmt.Errorf("when=%s does not fit the type %s", text, t)
		}
		return o, nil
	}
	v, err := constantIn(text, t, at)
	if err != nil {
		return "", err
	}
	if v.Kind() == constant.Bool {
		return Outcome(v.ExactString()), nil
	}
	return Outcome("=" + v.ExactString()), nil
}

// constantIn evaluates a constant expression that t can hold.
func constantIn(expr string, t types.Type, at place) (constant.Value, error) {
	if expr == "" || strings.ContainsAny(expr, "()[]{}") {
		return nil, fmt.Errorf("when=%s is no value", expr)
	}
	basic, ok := t.Underlying().(*types.Basic)
	if !ok {
		return nil, fmt.Errorf("when=%s does not fit the type %s", expr, t)
	}
	tv, err := types.Eval(at.fset, at.pkg, at.pos, expr)
	if err != nil || tv.Value == nil {
		return nil, fmt.Errorf("when=%s names no constant", expr)
	}
	if !types.AssignableTo(tv.Type, t) && !untyped(tv.Type, basic) || !represents(basic, tv.Value) {
		return nil, fmt.Errorf("when=%s does not fit the type %s", expr, t)
	}
	return tv.Value, nil
}

// untyped reports whether an untyped constant can be of a basic type.
func untyped(t types.Type, basic *types.Basic) bool {
	b, ok := t.(*types.Basic)
	const classes = types.IsBoolean | types.IsNumeric | types.IsString
	return ok && b.Info()&types.IsUntyped != 0 && b.Info()&basic.Info()&classes != 0
}

// represents reports whether an integer type has a value. Of other types it is
// not asked.
func represents(basic *types.Basic, v constant.Value) bool {
	if basic.Info()&types.IsInteger == 0 {
		return true
	}
	conversion := fmt.Sprintf("%s(%s)", basic.Name(), constant.ToInt(v).ExactString())
	_, err := types.Eval(token.NewFileSet(), nil, token.NoPos, conversion)
	return err == nil
}

// isBool reports whether t is a boolean or a pointer to one.
func isBool(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// isInteger reports whether t is an integer type of the language.
func isInteger(t types.Type) bool {
	b, ok := types.Unalias(t).(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

func nillable(t types.Type) bool {
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return false
	}
	switch t := t.Underlying().(type) {
	case *types.Pointer, *types.Slice, *types.Map, *types.Chan, *types.Signature, *types.Interface:
		return true
	case *types.Basic:
		return t.Kind() == types.UnsafePointer
	}
	return false
}

// A verdict is what a comparison tells of an outcome.
type verdict int

const (
	open verdict = iota
	accepted
	refused
)

// judge tells whether a value has the outcome, given that it compares by op
// with the constant c. A value of few possible values is not assumed to be one
// because it is none of the others.
func (o Outcome) judge(op token.Token, c *ssa.Const) verdict {
	var same bool // the constant is the outcome
	switch o {
	case Nil, NonNil:
		if c.Value != nil || !nillable(c.Type()) {
			return open
		}
		same = o == Nil
		return eitherOr(op, same)
	case True, False:
		if c.Value == nil || c.Value.Kind() != constant.Bool {
			return open
		}
		same = constant.BoolVal(c.Value) == (o == True)
		return eitherOr(op, same)
	case empty:
		return judgeLength(op, c)
	}
	if c.Value == nil {
		return open
	}
	same = "="+c.Value.ExactString() == string(o)
	switch {
	case op == token.EQL && same:
		return accepted
	case op == token.EQL, op == token.NEQ && same:
		return refused
	}
	return open
}

// judge is that of the outcome of the check's result. What a check answers by 0
// is a count, which is not below that.
func (c Check) judge(op token.Token, y *ssa.Const) verdict {
	if v := c.When.judge(op, y); v != open || !c.Count {
		return v
	}
	return judgeLength(op, y)
}

// judgeLength tells whether a length is 0, given that it compares by op with c.
func judgeLength(op token.Token, c *ssa.Const) verdict {
	if c.Value == nil || c.Value.Kind() != constant.Int {
		return open
	}
	n, exact := constant.Int64Val(c.Value)
	switch {
	case !exact || n < 0:
		return open
	case n == 0 && (op == token.EQL || op == token.LEQ), n == 1 && op == token.LSS:
		return accepted
	case n == 0 && (op == token.NEQ || op == token.GTR), n == 1 && op == token.GEQ, n > 0 && op == token.EQL:
		return refused
	}
	return open
}

// eitherOr judges a comparison of a value of which there are two.
func eitherOr(op token.Token, same bool) verdict {
	switch {
	case op != token.EQL && op != token.NEQ:
		return open
	case same == (op == token.EQL):
		return accepted
	}
	return refused
}

// cond returns the comparison that holds if v has the outcome.
func (o Outcome) cond(v ssa.Value) flow.Cond {
	switch o {
	case True, False:
		return flow.Cond{X: v, Op: equal, Y: ssa.NewConst(constant.MakeBool(o == True), v.Type())}
	case NonNil:
		return flow.Cond{X: v, Op: token.NEQ, Y: ssa.NewConst(nil, v.Type())}
	case Nil:
		return flow.Cond{X: v, Op: equal, Y: ssa.NewConst(nil, v.Type())}
	}
	return flow.Cond{X: v, Op: equal, Y: ssa.NewConst(o.constant(), v.Type())}
}

// constant returns the value of an outcome that is an integer or string.
func (o Outcome) constant() constant.Value {
	text := string(o[1:])
	if s, err := strconv.Unquote(text); err == nil {
		return constant.MakeString(s)
	}
	if n, ok := new(big.Int).SetString(text, 10); ok {
		return constant.Make(n)
	}
	return constant.MakeUnknown()
}
