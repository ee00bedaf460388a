package pki

import (
	"go/constant"
	"go/token"
	"go/types"
	"path"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// readFile returns the content of a file of an embed.FS. A name that is a
// parameter is any that the callers give; of another one that is not constant,
// the beginning and the end tell which files it can be of.
func (q *query) readFile(fsys, name ssa.Value) Set {
	var out Set
	given := q.value(name)
	names := given.Materials
	for _, p := range given.Params {
		names = append(slices.Clip(names), q.given(p)...)
	}
	for _, origin := range q.origins(fsys) {
		g, ok := origin.(*ssa.Global)
		if !ok {
			continue
		}
		v, ok := g.Object().(*types.Var)
		if !ok {
			continue
		}
		for _, n := range names {
			out.add(q.fileOf(v, path.Clean(string(n.Text))))
		}
		if prefix, suffix := ends(name); len(names) == 0 && prefix+suffix != "" {
			out.add(q.filesOf(v, prefix, suffix))
			out.Over = union(out.Over, flow.Resolve(name))
		}
	}
	return out
}

// given returns what the calls of a function give for a parameter.
func (q *query) given(p *ssa.Parameter) []*Material {
	var out Set
	i := paramIndex(p)
	for _, call := range q.calls[p.Parent()] {
		if args := flow.Args(call); i >= 0 && i < len(args) {
			out.add(q.value(args[i]))
		}
	}
	return out.Materials
}

// fileOf returns a file of the embed.FS in a package variable.
func (q *query) fileOf(v *types.Var, file string) Set {
	var out Set
	if v.Pkg() != q.pass.Pkg {
		for _, m := range q.foreign(v, 0).Materials {
			if m.Origin.File == file {
				out.material(m)
			}
		}
		return out
	}
	if e := q.embeds[v]; e != nil && e.isFS() && slices.Contains(e.Files(), file) {
		if m := e.material(file); m != nil {
			out.material(m)
		}
	}
	return out
}

// filesOf returns those files of the embed.FS in a package variable that hold
// keys or certificates and whose names begin and end with the given texts.
func (q *query) filesOf(v *types.Var, prefix, suffix string) Set {
	all := q.foreign(v, 0).Materials
	if e := q.embeds[v]; e != nil && e.isFS() {
		all = e.holding().Materials
	}
	var out Set
	for _, m := range all {
		if file := m.Origin.File; len(file) >= len(prefix)+len(suffix) && strings.HasPrefix(file, prefix) && strings.HasSuffix(file, suffix) {
			out.material(m)
		}
	}
	return out
}

// ends returns the constant texts that a text, the name of a file, begins and
// ends with.
func ends(v ssa.Value) (prefix, suffix string) {
	switch v := flow.Resolve(v).(type) {
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.String {
			text := constant.StringVal(v.Value)
			return text, text
		}
	case *ssa.BinOp:
		if v.Op == token.ADD {
			prefix, _ = ends(v.X)
			_, suffix = ends(v.Y)
		}
	case *ssa.Call:
		if flow.IsCallTo(v, "fmt.Sprintf") {
			if format, _ := ends(flow.Args(v)[0]); format != "" {
				return formatEnds(format)
			}
		}
		if flow.IsCallTo(v, "path.Join", "path/filepath.Join") {
			return joinEnds(flow.Args(v)[0])
		}
	}
	return prefix, suffix
}

// joinEnds returns what a path begins and ends with, given the slice of its
// elements that a variadic call makes.
func joinEnds(elems ssa.Value) (prefix, suffix string) {
	slice, ok := flow.Resolve(elems).(*ssa.Slice)
	if !ok {
		return "", ""
	}
	first, last := int64(0), int64(-1)
	stores := elementStores(slice.X)
	for _, st := range stores {
		if i, ok := intConst(st.index); ok {
			last = max(last, i)
		}
	}
	for _, st := range stores {
		switch i, _ := intConst(st.index); i {
		case first:
			if prefix, _ = ends(st.value); prefix != "" {
				prefix = strings.TrimPrefix(prefix, "./")
			}
		case last:
			_, suffix = ends(st.value)
		}
	}
	return prefix, suffix
}

// formatEnds returns what stands before the first and behind the last verb of a
// format.
func formatEnds(format string) (prefix, suffix string) {
	first, last := strings.IndexByte(format, '%'), strings.LastIndexByte(format, '%')
	if first < 0 {
		return format, format
	}
	prefix = format[:first]
	if behind := format[last+1:]; strings.HasPrefix(behind, "s") || strings.HasPrefix(behind, "d") || strings.HasPrefix(behind, "v") {
		suffix = behind[1:]
	}
	return prefix, suffix
}
