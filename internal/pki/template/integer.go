package template

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// Fold returns the value of v if it is the same whenever its function runs in
// its frame, as [flow.Program.Fold] does.
func (p *Package) Fold(v Value) (constant.Value, bool) {
	v = v.Resolve()
	return p.prog.Fold(v.V)
}

// maxNesting bounds the nesting of the operations that a number is computed by.
const maxNesting = 12

// Integer returns the number that v is.
func (p *Package) Integer(v Value) (int64, bool) {
	c, wraps := p.exact(v, maxNesting)
	if c == nil || wraps {
		return 0, false
	}
	return constant.Int64Val(constant.ToInt(c))
}

// Wraps returns the number that v would be if it had room in its type, where
// it has not.
func (p *Package) Wraps(v Value) (constant.Value, bool) {
	c, wraps := p.exact(v, maxNesting)
	return c, wraps
}

// exact returns the number that v is computed as, and whether it or what it is
// computed of is too large for 64 bits; nil if it is not constant.
func (p *Package) exact(v Value, depth int) (c constant.Value, wraps bool) {
	v = v.Resolve()
	if c, ok := p.prog.Fold(v.V); ok {
		if c = constant.ToInt(c); c.Kind() == constant.Int {
			return c, false
		}
		return nil, false
	}
	if depth--; depth == 0 {
		return nil, false
	}
	switch x := v.V.(type) {
	case *ssa.Convert:
		if isInteger(x.X.Type()) && isInteger(x.Type()) {
			return p.exact(Value{x.X, v.Frame}, depth)
		}
	case *ssa.UnOp:
		if sources := p.Loaded(v); len(sources) == 1 && sources[0].Kind == Stored {
			return p.exact(sources[0].Value, depth)
		}
		if x.Op == token.SUB {
			c, wraps := p.exact(Value{x.X, v.Frame}, depth)
			if c != nil {
				c = constant.UnaryOp(token.SUB, c, 0)
			}
			return c, wraps
		}
	case *ssa.BinOp:
		return p.operate(x, v.Frame, depth)
	}
	return nil, false
}

func (p *Package) operate(op *ssa.BinOp, frame *Frame, depth int) (c constant.Value, wraps bool) {
	if !isInteger(op.Type()) {
		return nil, false
	}
	switch op.Op {
	case token.ADD, token.SUB, token.MUL, token.OR, token.AND:
	default:
		return nil, false
	}
	x, wrapsX := p.exact(Value{op.X, frame}, depth)
	y, wrapsY := p.exact(Value{op.Y, frame}, depth)
	if x == nil || y == nil {
		return nil, false
	}
	c = constant.BinaryOp(x, op.Op, y)
	_, fits := constant.Int64Val(c)
	return c, wrapsX || wrapsY || !fits
}

func isInteger(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}
