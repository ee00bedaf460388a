package calendar

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// Unconvert returns the value behind conversions between numbers, of variables and
// of interfaces.
func Unconvert(v ssa.Value) ssa.Value {
	for {
		v = flow.Resolve(v)
		switch c := v.(type) {
		case *ssa.Convert:
			if !isNumber(c.Type()) || !isNumber(c.X.Type()) {
				return v
			}
			v = c.X
		case *ssa.MultiConvert: // to or from a type parameter
			v = c.X
		default:
			return v
		}
	}
}

func isNumber(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsNumeric != 0
}

// IsTime reports whether t is time.Time.
func IsTime(t types.Type) bool { return isTime(t) }

// PartOf returns the time that v is a part of, as the methods of time.Time
// return it: "Year", "Month", "Day", "YearDay", "ISOYear" or "ISOWeek".
func PartOf(v ssa.Value) (of ssa.Value, part string) {
	index := 0
	v = Unconvert(v)
	if e, ok := v.(*ssa.Extract); ok {
		v, index = e.Tuple, e.Index
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		return nil, ""
	}
	switch name := methodOfTime(call); name {
	case "Year", "Month", "Day", "YearDay":
		return flow.Args(call)[0], name
	case "Date":
		return flow.Args(call)[0], [3]string{"Year", "Month", "Day"}[index]
	case "ISOWeek":
		return flow.Args(call)[0], [2]string{"ISOYear", "ISOWeek"}[index]
	}
	return nil, ""
}

// methodOfTime returns the name of the method of time.Time that is called, or
// "".
func methodOfTime(call *ssa.Call) string {
	fn := flow.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		return ""
	}
	if f := library(fn); f != nil {
		method, _ := strings.CutPrefix(f.As, "(time.Time).")
		return method
	}
	if fn.Pkg().Path() != "time" {
		return ""
	}
	if recv := fn.Signature().Recv(); recv == nil || !isTime(recv.Type()) {
		return ""
	}
	return fn.Name()
}

// read returns the value that a time was read from: the zone in which it is
// read does not matter.
func read(v ssa.Value) ssa.Value {
	for {
		v = flow.Resolve(v)
		call, ok := v.(*ssa.Call)
		if !ok || !flow.IsCallTo(call, sameInstant...) {
			return v
		}
		v = flow.Args(call)[0]
	}
}

// Same reports whether two values are the same if the functions that they are
// results of return the same for the same arguments, such as time.Now.
func Same(a, b ssa.Value) bool { return same(a, b, maxSame) }

// maxSame bounds the nesting of calls.
const maxSame = 8

func same(a, b ssa.Value, depth int) bool {
	a, b = read(a), read(b)
	if a == b {
		return true
	}
	if depth == 0 {
		return false
	}
	switch x := a.(type) {
	case *ssa.Const:
		y, ok := b.(*ssa.Const)
		return ok && x.Value != nil && y.Value != nil && constant.Compare(x.Value, token.EQL, y.Value)
	case *ssa.Extract:
		y, ok := b.(*ssa.Extract)
		return ok && x.Index == y.Index && same(x.Tuple, y.Tuple, depth-1)
	case *ssa.Call:
		y, ok := b.(*ssa.Call)
		return ok && sameCall(x, y, depth)
	}
	return flow.Same(a, b)
}

func sameCall(x, y *ssa.Call, depth int) bool {
	fn := flow.Callee(x)
	if fn == nil || fn != flow.Callee(y) {
		return false
	}
	args := flow.Args(x)
	for i, arg := range flow.Args(y) {
		if i >= len(args) || !same(args[i], arg, depth-1) {
			return false
		}
	}
	return true
}

// SameYear reports whether two times are of one year, or may well be because
// one was made of the other or both of something third. Two fields of an
// object are not.
func SameYear(a, b ssa.Value) bool {
	if Same(a, b) {
		return true
	}
	x, okX := madeOfYear(a)
	y, okY := madeOfYear(b)
	if okX && okY {
		if c, d := Unconvert(x), Unconvert(y); Same(c, d) || bothParts(c, d) {
			return true
		}
		_, constX := Unconvert(x).(*ssa.Const)
		_, constY := Unconvert(y).(*ssa.Const)
		if constX && constY {
			return false // of years that differ
		}
	}
	return overlap(sources(a, maxSame), sources(b, maxSame))
}

// madeOfYear returns the year that time.Date makes a time of.
func madeOfYear(v ssa.Value) (ssa.Value, bool) {
	call, ok := read(v).(*ssa.Call)
	if !ok {
		return nil, false
	}
	if fn := flow.Callee(call); fn == nil || flow.Name(fn) != "time.Date" {
		return nil, false
	}
	return flow.Args(call)[0], true
}

// bothParts reports whether two values are the same part of one time.
func bothParts(x, y ssa.Value) bool {
	of, part := PartOf(x)
	of2, part2 := PartOf(y)
	return part != "" && part == part2 && Same(of, of2)
}

// sources returns what a time was computed of. The result of a method without
// parameters is a source itself, as a field is, unless that of a time.
func sources(v ssa.Value, depth int) []ssa.Value {
	v = Unconvert(read(v))
	if e, ok := v.(*ssa.Extract); ok {
		v = e.Tuple
	}
	var operands []ssa.Value
	switch x := v.(type) {
	case *ssa.Const:
		return nil
	case *ssa.BinOp:
		operands = []ssa.Value{x.X, x.Y}
	case *ssa.UnOp:
		if x.Op != token.MUL {
			operands = []ssa.Value{x.X}
		}
	case *ssa.Call:
		operands = flow.Args(x)
		if len(operands) == 1 && x.Call.Signature().Recv() != nil && !isTime(operands[0].Type()) && !isTime(elem(operands[0].Type())) {
			return []ssa.Value{v}
		}
		if len(operands) == 0 {
			return []ssa.Value{v}
		}
	}
	if operands == nil || depth == 0 {
		return []ssa.Value{v}
	}
	var out []ssa.Value
	for _, op := range operands {
		out = append(out, sources(op, depth-1)...)
	}
	return out
}

func elem(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

func overlap(a, b []ssa.Value) bool {
	for _, x := range a {
		for _, y := range b {
			if Same(x, y) || related(x, y) {
				return true
			}
		}
	}
	return false
}

// related reports whether one value is a part of the other, or both are the
// same part of elements of one list.
func related(x, y ssa.Value) bool {
	p, ok := flow.PathOf(x)
	q, ok2 := flow.PathOf(y)
	if !ok || !ok2 || p.Root() != q.Root() {
		return false
	}
	return p.HasPrefix(q) || q.HasPrefix(p) || slices.EqualFunc(p.Fields(), q.Fields(), func(a, b string) bool {
		return a == b || a[0] == '[' && b[0] == '['
	})
}

// FixedDate returns the date of a time that time.Date makes of constants.
func FixedDate(v ssa.Value) (d Date, ok bool) {
	call, isCall := read(v).(*ssa.Call)
	if !isCall {
		return d, false
	}
	if fn := flow.Callee(call); fn == nil || flow.Name(fn) != "time.Date" {
		return d, false
	}
	var n [3]int
	for i := range n {
		c, isConst := Unconvert(flow.Args(call)[i]).(*ssa.Const)
		if !isConst || c.Value == nil {
			return d, false
		}
		n[i] = int(c.Int64())
	}
	return Date{n[0], time.Month(n[1]), n[2]}.Normalize(), true
}

// DateOf returns the date of a time.
func DateOf(t time.Time) Date { return dateOf(t) }

// Time returns midnight UTC of the date.
func (d Date) Time() time.Time { return d.midnight() }
