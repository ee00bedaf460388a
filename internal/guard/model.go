package guard

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/models"
	"github.com/leapguard/leapguard/internal/rule"
)

// addModels adds what models say of the functions and fields in the import
// closure of the package. Models of the configuration speak like comments, and
// a mistake in one is an error. Those that leapguard comes with count only
// where the project speaks of their kind: their dangers where it has a check,
// what guards where it has anything.
func (p *Package) addModels(configured []*config.Model) error {
	wanted := make(map[string][]*config.Model) // by package
	for _, m := range configured {
		wanted[m.Package()] = append(wanted[m.Package()], m)
	}
	spoken, _ := p.spokenKinds()
	if len(configured)+len(spoken) == 0 {
		return nil
	}
	packages := closureOf(p.pass.Pkg)
	for _, pkg := range packages {
		for _, m := range wanted[unvendored(pkg.Path())] {
			if err := p.addModel(pkg, m); err != nil {
				return err
			}
		}
	}
	spoken, checked := p.spokenKinds()
	if len(spoken) > 0 {
		for _, pkg := range packages[1:] {
			for _, m := range models.Guards(unvendored(pkg.Path())) {
				guards := m.Verb == rule.CheckVerb || m.Verb == rule.FlagVerb
				if !checked[m.Kind] && !(guards && spoken[m.Kind]) {
					continue
				}
				// A version of the package that lacks what is modelled is none
				// that it speaks of.
				_ = p.addModel(pkg, m)
			}
		}
	}
	p.abroad.sortMethods()
	return nil
}

// closureOf returns a package and all that it imports, each once.
func closureOf(pkg *types.Package) []*types.Package {
	out := []*types.Package{pkg}
	seen := map[*types.Package]bool{pkg: true}
	for i := 0; i < len(out); i++ {
		for _, imp := range out[i].Imports() {
			if !seen[imp] {
				seen[imp] = true
				out = append(out, imp)
			}
		}
	}
	return out
}

func unvendored(path string) string {
	if i := strings.LastIndex(path, "/vendor/"); i >= 0 {
		return path[i+len("/vendor/"):]
	}
	return path
}

// addModel adds one model of something that pkg declares.
func (p *Package) addModel(pkg *types.Package, m *config.Model) error {
	problem := func(text string) error { return fmt.Errorf("%s: %s of %s %s", m.Where, m.Verb, m.Name, text) }
	if m.Verb == rule.CheckVerb || m.Verb == rule.FlagVerb {
		p.modelled[m.Kind] = true
	}
	a := &annotations{fset: token.NewFileSet(), pkg: pkg}
	if m.Field {
		v, _ := modelled(pkg, m).(*types.Var)
		if v == nil {
			return problem("speaks of no field that is there")
		}
		when, err := parseOutcome(m.When, v.Type(), place{a.fset, pkg, token.NoPos})
		if err != nil {
			return problem(err.Error())
		}
		all := &FlagFact{[]Flag{{m.Kind, when}}}
		if fact := p.abroad.flags[v]; fact != nil {
			all.Flags = append(all.Flags, fact.Flags...)
		}
		p.abroad.flags[v] = all
		return nil
	}
	fn, _ := modelled(pkg, m).(*types.Func)
	if fn == nil {
		return problem("speaks of no function that is there")
	}
	fact, text := a.modelFact(fn, m)
	if text != "" {
		return problem(text)
	}
	fact.merge(p.abroad.funcs[fn])
	p.abroad.funcs[fn] = fact
	if interfaceOf(fn) != nil && !slices.Contains(p.abroad.methods, fn) {
		p.abroad.methods = append(p.abroad.methods, fn)
	}
	return nil
}

// modelled returns what a model speaks of, nil if it is not there.
func modelled(pkg *types.Package, m *config.Model) types.Object {
	typ, name := m.Names()
	if typ == "" {
		return pkg.Scope().Lookup(name)
	}
	named, ok := pkg.Scope().Lookup(typ).(*types.TypeName)
	if !ok {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(named.Type(), true, pkg, name)
	switch obj := obj.(type) {
	case *types.Func:
		return obj.Origin()
	case *types.Var:
		return obj.Origin()
	}
	return nil
}

// modelFact returns what a model says of a function, or what is wrong with it.
func (a *annotations) modelFact(fn *types.Func, m *config.Model) (fact *FuncFact, problem string) {
	obj, t, problem := a.object(fn, m.Obj)
	if problem != "" {
		return nil, problem
	}
	fact = new(FuncFact)
	switch m.Verb {
	case rule.DangerVerb:
		fact.Dangers = []Effect{{m.Kind, obj}}
	case rule.NeedsVerb:
		fact.Needs = []Effect{{m.Kind, obj}}
	case rule.CheckVerb:
		check := Check{Kind: m.Kind, Obj: obj, Abort: m.Abort}
		var when []string
		if m.When != "" {
			when = []string{"when=" + m.When}
		}
		if problem := a.usable(&check, fn.Signature(), when, token.NoPos); problem != "" {
			return nil, problem
		}
		if m.Abort && check.Err < 0 {
			return nil, "has err: must-abort, but no error result"
		}
		fact.addCheck(check)
	case rule.OffVerb:
		off := Off{Kind: m.Kind, Obj: obj, Result: -1}
		if !a.restorer(&off, fn, t, m.Restore) {
			return nil, fmt.Sprintf("restores by %s, which is no function of the package, method or result", m.Restore)
		}
		fact.Offs = []Off{off}
	}
	return fact, ""
}

// spokenKinds returns the kinds that annotations, in this package and those
// that it imports, and models of the configuration speak of, and those that
// they declare a check or flag of.
func (p *Package) spokenKinds() (spoken, checked map[string]bool) {
	spoken, checked = make(map[string]bool), make(map[string]bool)
	for _, funcs := range []map[*types.Func]*FuncFact{p.own.funcs, p.abroad.funcs} {
		for _, fact := range funcs {
			for _, e := range fact.assumed() {
				spoken[e.Kind] = true
			}
			for _, o := range fact.Offs {
				spoken[o.Kind] = true
			}
			for _, c := range fact.Checks {
				spoken[c.Kind], checked[c.Kind] = true, true
			}
		}
	}
	for _, flags := range []map[*types.Var]*FlagFact{p.own.flags, p.abroad.flags} {
		for _, fact := range flags {
			for _, f := range fact.Flags {
				spoken[f.Kind], checked[f.Kind] = true, true
			}
		}
	}
	return spoken, checked
}

// Wakes returns the names of the modelled dangers that a check guards from:
// packages that use them are worth a look though they do not check.
func (f *FuncFact) Wakes() []string {
	var names []string
	for _, c := range f.Checks {
		names = append(names, models.DangersOf(c.Kind)...)
	}
	return names
}

// Wakes is that of FuncFact.
func (f *FlagFact) Wakes() []string {
	var names []string
	for _, g := range f.Flags {
		names = append(names, models.DangersOf(g.Kind)...)
	}
	return names
}
