package fieldmath

import (
	"go/constant"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// printed judges an element of the arguments of functions of package fmt.
func (f *follower) printed(v ssa.Value, array *ssa.Alloc, i int) {
	for _, ref := range *array.Referrers() {
		slice, ok := ref.(*ssa.Slice)
		if !ok {
			continue
		}
		for _, ref := range *slice.Referrers() {
			if call, ok := ref.(*ssa.Call); ok && f.prints(call, v, array, i) {
				f.use(call.Pos())
			}
		}
	}
}

// prints reports whether a call writes its i-th variadic argument as the name
// of a month, or as a number beside another part of a date.
func (f *follower) prints(call *ssa.Call, v ssa.Value, array *ssa.Alloc, i int) bool {
	callee := flow.Callee(call)
	if callee == nil || callee.Pkg() == nil || callee.Pkg().Path() != "fmt" {
		return false
	}
	format, ok := f.format(call)
	if !ok { // Print and its like
		return isMonth(v.Type()) && !strings.HasSuffix(callee.Name(), "f")
	}
	verbs, ok := parse(format)
	if !ok || i >= len(verbs) {
		return false
	}
	verb := verbs[i]
	if isMonth(v.Type()) && (verb.letter == 's' || verb.letter == 'v') {
		return true
	}
	if verb.letter != 'd' && verb.letter != 'v' {
		return false
	}
	return separates(verb.before) && i > 0 && f.isDatePart(element(array, i-1)) ||
		i+1 < len(verbs) && separates(verbs[i+1].before) && f.isDatePart(element(array, i+1))
}

// format returns the constant format of a call.
func (f *follower) format(call *ssa.Call) (string, bool) {
	args := flow.Args(call)
	if callee := flow.Callee(call); !strings.HasSuffix(callee.Name(), "f") || len(args) < 2 {
		return "", false
	}
	text, ok := f.flow.Fold(args[len(args)-2])
	if !ok || text.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(text), true
}

// element returns what is stored to an element of the array of variadic
// arguments.
func element(array *ssa.Alloc, i int) ssa.Value {
	for _, ref := range *array.Referrers() {
		elem, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		if k, ok := elem.Index.(*ssa.Const); !ok || k.Int64() != int64(i) {
			continue
		}
		for _, ref := range *elem.Referrers() {
			if store, ok := ref.(*ssa.Store); ok && store.Addr == elem {
				return store.Val
			}
		}
	}
	return nil
}

// isDatePart reports whether a value is the year, month or day of a date, also
// plus a constant, or a parameter named so.
func (c *check) isDatePart(v ssa.Value) bool {
	if v == nil {
		return false
	}
	v = unconverted(v)
	if op, ok := v.(*ssa.BinOp); ok && isArithmetic(op.Op) {
		if _, ok := c.constant(op.Y); !ok {
			return false
		}
		v = unconverted(op.X)
	}
	if param, ok := v.(*ssa.Parameter); ok {
		return isInteger(param.Type()) && partNames[lower(param.Name())]
	}
	for _, method := range []string{"(time.Time).Year", "(time.Time).Month", "(time.Time).Day"} {
		if _, ok := c.dates.ReadFrom(v, method); ok {
			return true
		}
	}
	return false
}

// partNames are the names of parameters and variables that hold a part of a
// date.
var partNames = map[string]bool{
	"y": true, "yr": true, "year": true, "m": true, "mon": true, "mm": true, "month": true, "d": true, "dd": true, "day": true,
}

func lower(s string) string { return strings.ToLower(s) }

// separates reports whether text may stand between the numbers of a date.
func separates(text string) bool { return len(text) <= 1 && strings.Trim(text, "-/._") == "" }

// concatenated reports whether text is concatenated to that of another part of
// a date.
func (f *follower) concatenated(text *ssa.Call) bool {
	var top ssa.Value = text
	for range maxFollowed {
		next := concatenation(top)
		if next == nil {
			break
		}
		top = next
	}
	operands := f.operands(nil, top)
	for i, op := range operands {
		if op == text {
			return f.beside(operands, i, -1) || f.beside(operands, i, 1)
		}
	}
	return false
}

// concatenation returns the only use of a text if that is a concatenation.
func concatenation(v ssa.Value) ssa.Value {
	refs := v.Referrers()
	if refs == nil || len(*refs) != 1 {
		return nil
	}
	if op, ok := (*refs)[0].(*ssa.BinOp); ok && op.Op == token.ADD {
		return op
	}
	return nil
}

func (f *follower) operands(list []ssa.Value, v ssa.Value) []ssa.Value {
	if op, ok := v.(*ssa.BinOp); ok && op.Op == token.ADD {
		return f.operands(f.operands(list, op.X), op.Y)
	}
	return append(list, v)
}

// beside reports whether the next operand but a separator, in a direction, is
// the text of a part of a date.
func (f *follower) beside(operands []ssa.Value, i, direction int) bool {
	for i += direction; i >= 0 && i < len(operands); i += direction {
		if text, ok := f.flow.Fold(operands[i]); ok && text.Kind() == constant.String && separates(constant.StringVal(text)) {
			continue
		}
		call, ok := operands[i].(*ssa.Call)
		if !ok {
			return false
		}
		callee := flow.Callee(call)
		return callee != nil && (flow.Name(callee) == "strconv.Itoa" || flow.Name(callee) == "strconv.FormatInt") && f.isDatePart(flow.Args(call)[0])
	}
	return false
}

// A verb of a format, and the text between it and the one before.
type verb struct {
	before string
	letter byte
}

// parse returns the verbs of a format of package fmt, each of which takes one
// argument; not ok if arguments are numbered or a width is taken from one.
func parse(format string) (verbs []verb, ok bool) {
	begin := 0
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		before := format[begin:i]
		i++
		for i < len(format) && strings.IndexByte("+-# 0123456789.", format[i]) >= 0 {
			i++
		}
		switch {
		case i == len(format) || format[i] == '[' || format[i] == '*':
			return nil, false
		case format[i] == '%':
			continue
		}
		verbs = append(verbs, verb{before, format[i]})
		begin = i + 1
	}
	return verbs, true
}
