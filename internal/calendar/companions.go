package calendar

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar/layout"
	"github.com/leapguard/leapguard/internal/flow"
)

// accompanied reports whether the text that a call of Format yields is put
// together, or handed on, with another of these parts of the same date.
func (p *Program) accompanied(label *ssa.Call, method string, parts ...layout.Field) bool {
	c := &companions{p: p, label: label, method: method, parts: parts, seen: make(map[ssa.Value]bool)}
	return slices.ContainsFunc(c.wholes(), c.within)
}

// companions looks for what stands beside a text.
type companions struct {
	p      *Program
	label  *ssa.Call
	method string // of time.Time that yields the part
	parts  []layout.Field
	seen   map[ssa.Value]bool
}

// wholes returns the texts, lists, structs and writers that the label becomes
// part of.
func (c *companions) wholes() []ssa.Value {
	seen := make(map[ssa.Value]bool)
	var out, work []ssa.Value
	add := func(v ssa.Value) {
		if v != nil && !seen[v] && len(out) < maxMoments {
			seen[v] = true
			out, work = append(out, v), append(work, v)
		}
	}
	add(c.label)
	for len(work) > 0 {
		v := work[0]
		work = work[1:]
		if refs := v.Referrers(); refs != nil {
			for _, ref := range *refs {
				add(wholeOf(v, ref))
			}
		}
	}
	return out
}

// wholeOf returns what v becomes part of by an instruction, or nil.
func wholeOf(v ssa.Value, instr ssa.Instruction) ssa.Value {
	switch instr := instr.(type) {
	case *ssa.BinOp:
		if instr.Op == token.ADD {
			return instr
		}
	case *ssa.MakeInterface, *ssa.ChangeType, *ssa.Convert, *ssa.Phi, *ssa.Slice:
		return instr.(ssa.Value)
	case *ssa.UnOp:
		if instr.Op == token.MUL {
			return instr
		}
	case *ssa.Store:
		if alloc, ok := root(instr.Addr).(*ssa.Alloc); ok && instr.Val == v {
			return alloc
		}
	case *ssa.Call:
		if args := flow.Args(instr); isText(instr.Type()) {
			return instr
		} else if len(args) > 1 && args[0] != v { // written to something
			if writer, ok := unboxedAddr(args[0]).(*ssa.Alloc); ok {
				return writer
			}
		}
	}
	return nil
}

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// unboxedAddr returns the address in an interface such as io.Writer.
func unboxedAddr(v ssa.Value) ssa.Value {
	if box, ok := v.(*ssa.MakeInterface); ok {
		return box.X
	}
	return v
}

// within reports whether a part that is looked for goes into v.
func (c *companions) within(v ssa.Value) bool {
	if v == nil || c.seen[v] || len(c.seen) > maxMoments {
		return false
	}
	c.seen[v] = true
	switch v := v.(type) {
	case *ssa.Alloc:
		return c.stored(v)
	case *ssa.BinOp:
		return c.within(v.X) || c.within(v.Y)
	case *ssa.Extract:
		call, ok := v.Tuple.(*ssa.Call)
		return ok && c.names(call, v.Index)
	case *ssa.Call:
		return c.names(v, 0) || isText(v.Type()) && slices.ContainsFunc(flow.Args(v), c.within)
	case *ssa.MakeInterface, *ssa.ChangeType, *ssa.Convert, *ssa.Phi, *ssa.Slice:
		for _, op := range v.(ssa.Instruction).Operands(nil) {
			if *op != nil && c.within(*op) {
				return true
			}
		}
	}
	return false
}

// stored is within of what is stored in a variable or written to it.
func (c *companions) stored(addr ssa.Value) bool {
	return slices.ContainsFunc(*addr.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.Store:
			return ref.Addr == addr && c.within(ref.Val)
		case *ssa.IndexAddr:
			return c.stored(ref)
		case *ssa.FieldAddr:
			return c.stored(ref)
		case *ssa.MakeInterface:
			return c.stored(ref)
		case *ssa.Call:
			args := flow.Args(ref)
			return len(args) > 1 && args[0] == addr && slices.ContainsFunc(args[1:], c.within)
		}
		return false
	})
}

// names reports whether a result of a call is the part looked for, of the same
// date.
func (c *companions) names(call *ssa.Call, result int) bool {
	args := flow.Args(call)
	if call == c.label || len(args) == 0 || !Same(args[0], flow.Args(c.label)[0]) {
		return false
	}
	switch method := methodOfTime(call); method {
	case "Date":
		return [3]string{"Year", "Month", "Day"}[result] == c.method
	case "Format":
		text, ok := c.p.flow.Fold(args[1])
		return ok && text.Kind() == constant.String && layout.Fields(constant.StringVal(text)).Has(c.parts...)
	default:
		return method == c.method
	}
}
