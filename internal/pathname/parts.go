package pathname

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// An Element is a part of a path between two separators: texts that follow each
// other without one.
type Element []Text

// Elements splits a path into its elements as far as the code that builds it
// shows them. What is not known to be built from others is one element.
func (p *Program) Elements(path Text) []Element {
	return p.elements(path, maxNested)
}

// maxNested bounds how deep paths that are built from others are followed.
const maxNested = 10

func (p *Program) elements(path Text, depth int) []Element {
	v := flow.Resolve(path.Value)
	path.Value = v
	if depth == 0 {
		return []Element{{path}}
	}
	switch v := v.(type) {
	case *ssa.Parameter:
		if arg, ok := path.scope.argument(v); ok {
			if c, ok := flow.Resolve(arg.Value).(*ssa.Const); ok && c.Value != nil && constant.StringVal(c.Value) == "" {
				return nil // left out by the caller, who means the directory above
			}
			return p.elements(arg, depth-1)
		}
	case *ssa.BinOp:
		if v.Op == token.ADD {
			return p.split(p.concatenated(path, nil))
		}
	}
	call := result(v)
	if call == nil {
		return []Element{{path}}
	}
	fn := known(call)
	switch {
	case fn != nil && fn.Joins:
		list, ok := variadic(call.Call.Args[0])
		if !ok {
			break
		}
		var out []Element
		for _, x := range list {
			out = append(out, p.elements(Text{x, path.scope}, depth-1)...)
		}
		return out
	case fn != nil && fn.Keeps:
		if slices.Contains([]string{"Abs", "Clean", "FromSlash", "ToSlash"}, flow.Callee(call).Name()) {
			return p.elements(Text{call.Call.Args[0], path.scope}, depth-1)
		}
	case flow.IsCallTo(call, "fmt.Sprintf"):
		if texts := p.formatted(call, path.scope); texts != nil {
			return p.split(texts)
		}
	default:
		if inner, ok := p.enter(call, path.scope); ok {
			return p.elements(inner, depth-1)
		}
	}
	return []Element{{path}}
}

// concatenated appends the operands of a concatenation.
func (p *Program) concatenated(path Text, out []Text) []Text {
	path.Value = flow.Resolve(path.Value)
	if sum, ok := path.Value.(*ssa.BinOp); ok && sum.Op == token.ADD && len(out) < maxTexts {
		out = p.concatenated(Text{sum.X, path.scope}, out)
		return p.concatenated(Text{sum.Y, path.scope}, out)
	}
	return append(out, path)
}

// maxTexts bounds the number of operands of a concatenation.
const maxTexts = 50

// formatted returns the texts that Sprintf puts together, nil where its format
// has more to it than verbs that copy.
func (p *Program) formatted(call *ssa.Call, s scope) []Text {
	format, ok := p.flow.Fold(call.Call.Args[0])
	args, ok2 := variadic(call.Call.Args[1])
	if !ok || !ok2 || format.Kind() != constant.String {
		return nil
	}
	var out []Text
	rest := constant.StringVal(format)
	for {
		before, after, more := strings.Cut(rest, "%")
		if before != "" {
			out = append(out, Text{textConst(before), s})
		}
		if !more {
			return out
		}
		if after == "" || len(args) == 0 || !strings.ContainsRune("svd", rune(after[0])) {
			return nil
		}
		out = append(out, Text{flow.Resolve(args[0]), s})
		rest, args = after[1:], args[1:]
	}
}

// split makes elements of texts that follow each other. What follows the first
// text, if that is not constant, is taken for the next element: such a text is
// a directory that brings its separator along.
func (p *Program) split(texts []Text) []Element {
	var out []Element
	var now Element
	end := func() {
		if len(now) > 0 {
			out = append(out, now)
		}
		now = nil
	}
	for i, t := range texts {
		c, ok := p.flow.Fold(t.Value)
		if !ok || c.Kind() != constant.String {
			now = append(now, t)
			if i == 0 && len(texts) > 1 && isText(t.Value.Type()) {
				if next, ok := p.flow.Fold(texts[1].Value); !ok || next.Kind() != constant.String {
					end()
				}
			}
			continue
		}
		if c := constant.StringVal(c); i == 0 && strings.HasSuffix(c, "/") {
			out = append(out, Element{Text{textConst(c), t.scope}})
			continue
		}
		for j, part := range strings.Split(constant.StringVal(c), "/") {
			if j > 0 {
				end()
			}
			if part != "" {
				now = append(now, Text{textConst(part), t.scope})
			}
		}
	}
	end()
	return out
}

// variadic returns the arguments of a variadic parameter.
func variadic(v ssa.Value) ([]ssa.Value, bool) {
	if c, ok := v.(*ssa.Const); ok && c.IsNil() {
		return nil, true
	}
	slice, ok := v.(*ssa.Slice)
	if !ok {
		return nil, false
	}
	array, ok := slice.X.(*ssa.Alloc)
	if !ok {
		return nil, false
	}
	var out []ssa.Value
	for _, ref := range *array.Referrers() {
		elem, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, ref := range *elem.Referrers() {
			if store, ok := ref.(*ssa.Store); ok && store.Addr == elem {
				out = append(out, store.Val)
			}
		}
	}
	return out, len(out) > 0
}

func textConst(s string) *ssa.Const {
	return ssa.NewConst(constant.MakeString(s), types.Typ[types.String])
}

// Ends returns the input from outside that a key ends in, if nothing separates what belongs to
// it from what belongs to longer ones: the text behind the last separator, empty
// or not. Whole says that the key is nothing but that. It is nil if there is none.
func (p *Program) Ends(key Text) (in *Input, whole bool) {
	whole = true
	for range maxNested {
		next, sum := p.last(key)
		if next == nil {
			break
		}
		key, whole = *next, whole && !sum
	}
	w := &walk{Program: p, seen: make(map[ssa.Value]bool), evenNamed: true}
	for _, in := range w.inputs(key) {
		if in.Outside() {
			return in, whole
		}
	}
	return nil, whole
}

// last returns the text that a text ends in, and whether others stand before it;
// nil if it is not made of others.
func (p *Program) last(t Text) (last *Text, sum bool) {
	switch v := flow.Resolve(t.Value).(type) {
	case *ssa.Parameter:
		if arg, ok := t.scope.argument(v); ok {
			return &arg, false
		}
	case *ssa.BinOp:
		if v.Op == token.ADD {
			return &Text{v.Y, t.scope}, true
		}
	case *ssa.Call:
		fn := known(v)
		if fn != nil && fn.Joins {
			if list, ok := variadic(v.Call.Args[0]); ok && len(list) > 0 {
				return &Text{list[len(list)-1], t.scope}, len(list) > 1
			}
			return nil, false
		}
		if flow.IsCallTo(v, "fmt.Sprintf") {
			if texts := p.formatted(v, t.scope); len(texts) > 0 {
				return &texts[len(texts)-1], true
			}
			return nil, false
		}
		if inner, ok := p.enter(v, t.scope); ok {
			return &inner, false
		}
	}
	return nil, false
}
