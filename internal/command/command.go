// Package command reads the command lines that a program makes: which program a
// call runs, with which arguments, as far as the source tells.
package command

import (
	"cmp"
	"go/constant"
	"go/token"
	"go/types"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A Word is one word of a command line.
type Word struct {
	Text   string      // with Unknown for what is not constant
	Values []ssa.Value // what Unknown stands for, in order
}

// Unknown stands in the text of a word for a part that is not constant.
const Unknown = "%"

// A Line is a command line: the program and its arguments.
type Line []Word

// Texts returns the texts of the words.
func (l Line) Texts() []string {
	texts := make([]string, len(l))
	for i, w := range l {
		texts[i] = w.Text
	}
	return texts
}

// runner matches the names of functions that run what they are given.
var runner = regexp.MustCompile(`(?i)(exec|run|command|cmd|shell|sudo)`)

// Lines returns the command lines that a call may run, given by the program and
// its arguments, as one text or as parts of it. It returns none unless the name
// of the callee says that it runs something, and none that depend on more than
// the function around the call. What stands before the program, as sudo does,
// is left out; programs tells which names are those of programs, nil that all
// are.
func Lines(prog *flow.Program, call ssa.CallInstruction, programs func(string) bool) []Line {
	callee := flow.Callee(call)
	if callee == nil || !runner.MatchString(callee.Name()) {
		return nil
	}
	r := &reader{prog: prog, busy: make(map[ssa.Value]bool)}
	lines := [][]Word{nil}
	for i, arg := range flow.Args(call) {
		var next [][]Word
		switch {
		case i == 0 && callee.Signature().Recv() != nil:
			continue
		case isString(arg.Type()):
			next = r.split(arg)
		case isStrings(arg.Type()):
			next = r.list(arg)
		default:
			continue
		}
		if lines = join(lines, next); len(lines) == 0 {
			return nil
		}
	}
	var out []Line
	for _, words := range lines {
		if line := begin(words, programs); line != nil {
			out = append(out, line)
		}
	}
	return out
}

// wrappers run the program that follows.
var wrappers = []string{"sudo", "sh", "bash", "chroot", "env", "ionice", "nice", "nsenter", "timeout", "exec", "ssh"}

// begin returns a command line without what stands before the program.
func begin(words []Word, programs func(string) bool) Line {
	wrapped := false
	for i, w := range words {
		name := path.Base(w.Text)
		switch {
		case slices.Contains(wrappers, name):
			wrapped = true
		case programs == nil && !strings.Contains(name, Unknown) && !strings.HasPrefix(name, "-"), programs != nil && programs(name):
			return words[i:]
		case !wrapped && w.Text != Unknown:
			return nil
		}
	}
	return nil
}

// Bounds on how far texts and lists are taken apart.
const (
	maxAlternatives = 8
	maxParts        = 64
)

type reader struct {
	prog *flow.Program
	busy map[ssa.Value]bool
}

// join returns every line followed by every other one.
func join(lines, next [][]Word) [][]Word {
	var out [][]Word
	for _, l := range lines {
		for _, n := range next {
			if len(out) == maxAlternatives {
				return out
			}
			out = append(out, slices.Concat(l, n))
		}
	}
	return out
}

// list returns what a list of words may hold, nil if that is not known.
func (r *reader) list(v ssa.Value) [][]Word {
	v = flow.Resolve(v)
	if r.busy[v] {
		return nil
	}
	r.busy[v] = true
	defer delete(r.busy, v)
	switch v := v.(type) {
	case *ssa.Const:
		return [][]Word{nil}
	case *ssa.Phi:
		var out [][]Word
		for _, edge := range v.Edges {
			some := r.list(edge)
			if some == nil || len(out)+len(some) > maxAlternatives {
				return nil
			}
			out = append(out, some...)
		}
		return out
	case *ssa.Call:
		if b, ok := v.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" {
			return join(r.list(v.Call.Args[0]), r.list(v.Call.Args[1]))
		}
		if flow.IsCallTo(v, "strings.Fields") {
			return r.split(v.Call.Args[0])
		}
	case *ssa.Slice:
		elements, ok := Elements(v)
		if !ok {
			return nil
		}
		out := [][]Word{nil}
		for _, e := range elements {
			out = join(out, r.split(e))
		}
		return out
	}
	return nil
}

// Elements returns the elements of a slice literal, or of the arguments of a
// variadic parameter. It reports false if v is neither.
func Elements(v ssa.Value) ([]ssa.Value, bool) {
	slice, ok := v.(*ssa.Slice)
	if !ok || slice.Low != nil || slice.High != nil {
		return nil, false
	}
	array, ok := slice.X.(*ssa.Alloc)
	if !ok {
		return nil, false
	}
	type element struct {
		index int64
		value ssa.Value
	}
	var all []element
	for _, ref := range *array.Referrers() {
		at, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		index, ok := at.Index.(*ssa.Const)
		if !ok {
			return nil, false
		}
		for _, ref := range *at.Referrers() {
			if store, ok := ref.(*ssa.Store); ok && store.Addr == at {
				all = append(all, element{index.Int64(), store.Val})
			}
		}
	}
	slices.SortFunc(all, func(a, b element) int { return cmp.Compare(a.index, b.index) })
	out := make([]ssa.Value, len(all))
	for i, e := range all {
		out[i] = e.value
	}
	return out, len(out) > 0
}

// split returns the words of a text. There is more than one alternative only
// where lists are joined to it.
func (r *reader) split(v ssa.Value) [][]Word {
	if call, ok := flow.Resolve(v).(*ssa.Call); ok && flow.IsCallTo(call, "strings.Join") {
		if sep, ok := r.constant(call.Call.Args[1]); ok && sep == " " {
			return r.list(call.Call.Args[0])
		}
	}
	parts := r.parts(v, nil)
	var words []Word
	inside := false
	for _, p := range parts {
		if p.value != nil {
			if !inside {
				words = append(words, Word{})
			}
			last := &words[len(words)-1]
			last.Text += Unknown
			last.Values = append(last.Values, p.value)
			inside = true
			continue
		}
		for i, field := range strings.FieldsFunc(p.text, func(r rune) bool { return strings.ContainsRune(" \t\n;&|'\"", r) }) {
			if i > 0 || !inside || strings.HasPrefix(p.text, " ") {
				words = append(words, Word{})
			}
			words[len(words)-1].Text += field
		}
		inside = !strings.HasSuffix(p.text, " ") && (inside || p.text != "")
	}
	return [][]Word{words}
}

// A part of a text is constant, or a value.
type part struct {
	text  string
	value ssa.Value
}

// parts appends the parts of a text.
func (r *reader) parts(v ssa.Value, out []part) []part {
	if text, ok := r.constant(v); ok {
		return append(out, part{text: text})
	}
	v = flow.Resolve(v)
	if len(out) < maxParts {
		switch v := v.(type) {
		case *ssa.BinOp:
			if v.Op == token.ADD {
				return r.parts(v.Y, r.parts(v.X, out))
			}
		case *ssa.Call:
			if flow.IsCallTo(v, "fmt.Sprintf") {
				if all, ok := r.formatted(v, out); ok {
					return all
				}
			}
		}
	}
	return append(out, part{value: v})
}

// verb matches what stands for a value in a format.
var verb = regexp.MustCompile(`%[-+# 0-9.]*[a-zA-Z]`)

// formatted appends the parts of what a call of Sprintf makes.
func (r *reader) formatted(call *ssa.Call, out []part) ([]part, bool) {
	format, ok := r.constant(call.Call.Args[0])
	args, ok2 := Elements(call.Call.Args[1])
	places := verb.FindAllStringIndex(format, -1)
	if !ok || !ok2 || len(places) != len(args) {
		return nil, false
	}
	end := 0
	for i, at := range places {
		if at[0] > end {
			out = append(out, part{text: format[end:at[0]]})
		}
		out, end = r.parts(args[i], out), at[1]
	}
	if end < len(format) {
		out = append(out, part{text: format[end:]})
	}
	return out, true
}

func (r *reader) constant(v ssa.Value) (string, bool) {
	k, ok := r.prog.Fold(v)
	if !ok || k.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(k), true
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.String
}

func isStrings(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	return ok && isString(s.Elem())
}
