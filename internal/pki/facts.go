package pki

import (
	"cmp"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Holds is a fact of a variable, constant, field or function of which some
// value, or result, is key material that stands in the source.
type Holds struct {
	// Results has the contents by result of a function; for other objects it
	// has one element.
	Results [][]Content
	// Used says that all of it is put to use in its own package, where the
	// checks speak of it.
	Used bool
}

// A Content is a text that holds a key or a certificate.
type Content struct {
	Text []byte
	File string // name of the embedded file, "" for a literal
}

// AFact marks Holds as a fact.
func (*Holds) AFact() {}

// String names the fact in tests. It never shows the contents.
func (h *Holds) String() string {
	var names []string
	for _, contents := range h.Results {
		for _, c := range contents {
			if c.File != "" {
				names = append(names, c.File)
			} else {
				names = append(names, "literal")
			}
		}
	}
	return "holds " + strings.Join(names, ", ")
}

// Reaches is a fact of a function of which parameters, or of a field of which
// the value, reach a sink.
type Reaches struct {
	// Uses has the sinks by parameter, counting the receiver; for a field it has
	// one element.
	Uses [][]Sink
}

// AFact marks Reaches as a fact.
func (*Reaches) AFact() {}

// Refines says that the fact alone makes no package worth a look: what is
// passed must be key material, which has words or a fact of its own.
func (*Reaches) Refines() {}

// String names the fact in tests.
func (r *Reaches) String() string {
	var names []string
	for _, uses := range r.Uses {
		for _, s := range uses {
			names = append(names, s.Name())
		}
	}
	return "reaches " + strings.Join(names, ", ")
}

// foreign returns what an object of another package of the module holds.
func (x *index) foreign(obj types.Object, result int) Set {
	var h Holds
	if !x.pass.ImportObjectFact(obj, &h) || result >= len(h.Results) {
		return Set{}
	}
	var out Set
	for _, c := range h.Results[result] {
		o := originOfObject(obj)
		o.File, o.Used = c.File, h.Used
		out.material(&Material{c.Text, o})
	}
	return out
}

func (x *index) usedElsewhere(obj types.Object) bool {
	var h Holds
	return x.pass.ImportObjectFact(obj, &h) && h.Used
}

// originOfObject returns the origin of what an object of another package holds.
func originOfObject(obj types.Object) Origin {
	name := obj.Name()
	if v, ok := obj.(*types.Var); !ok || !v.IsField() {
		name = obj.Pkg().Name() + "." + name
	}
	return Origin{Pos: obj.Pos(), End: obj.Pos(), Name: name, Foreign: true}
}

// embedded returns what the variable of this package embeds from one file; nil
// if it embeds nothing or many files.
func (x *index) embedded(v *types.Var) *Material {
	e := x.embeds[v]
	if e == nil || e.isFS() {
		return nil
	}
	if files := e.Files(); len(files) == 1 {
		return e.material(files[0])
	}
	return nil
}

// exportHolds exports the facts of objects that hold key material.
func (e *evaluator) exportHolds(used func(contents []Content) bool) {
	export := func(obj types.Object, results [][]Content) {
		if slices.ContainsFunc(results, func(c []Content) bool { return len(c) > 0 }) {
			e.pass.ExportObjectFact(obj, &Holds{Results: results, Used: used(slices.Concat(results...))})
		}
	}
	scope := e.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		switch obj := scope.Lookup(name).(type) {
		case *types.Const:
			if obj.Exported() {
				export(obj, [][]Content{e.ofConst(obj)})
			}
		case *types.Var:
			if obj.Exported() {
				export(obj, [][]Content{e.ofVar(obj)})
			}
		}
	}
	for _, f := range e.exportedFields() {
		var s Set
		for _, v := range e.fields[f] {
			s.add(e.of(v))
		}
		export(f, [][]Content{contents(s)})
	}
	for _, fn := range e.funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || !obj.Exported() {
			continue
		}
		var results [][]Content
		for i := range fn.Signature.Results().Len() {
			results = append(results, contents(e.result(fn, i)))
		}
		export(obj.Origin(), results)
	}
}

func (e *evaluator) ofConst(c *types.Const) []Content {
	if c.Val().Kind() != constant.String {
		return nil
	}
	text := constant.StringVal(c.Val())
	return contents(Set{Materials: []*Material{{[]byte(text), e.originOf(text)}}})
}

func (e *evaluator) ofVar(v *types.Var) []Content {
	if embed := e.embeds[v]; embed != nil {
		return embed.contents()
	}
	if g, ok := e.prog.Package().Members[v.Name()].(*ssa.Global); ok {
		return contents(e.of(g))
	}
	return nil
}

// exportedFields returns the fields of the package that importers can read and
// that something is stored to, in source order.
func (x *index) exportedFields() []*types.Var {
	var out []*types.Var
	for f := range x.fields {
		if f.Exported() && f.Pkg() == x.pass.Pkg {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b *types.Var) int { return cmp.Compare(a.Pos(), b.Pos()) })
	return out
}

// contents returns those materials that hold a key or a certificate.
func contents(s Set) []Content {
	var out []Content
	for _, m := range s.Materials {
		if len(m.Text) >= minText && (len(Keys(m.Text)) > 0 || len(Certificates(m.Text)) > 0) {
			out = append(out, Content{m.Text, m.Origin.File})
		}
	}
	return out
}
