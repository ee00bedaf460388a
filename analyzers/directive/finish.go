package directive

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/guard"
	"github.com/leapguard/leapguard/internal/rule"
)

// A Summary is what Finish needs to know of a package.
type Summary struct {
	Dangers []Danger // those that nothing outside the module can call
	Checked []string // kinds that checks are declared for
}

// A Danger is a declaration.
type Danger struct {
	Kind, Name, Package string
	Decl                string // Name with the type of the receiver, if any
	Range               finding.Range
}

// summarize returns nil for a package without annotations.
func summarize(pass *rule.Pass, g *guard.Package) any {
	s := &Summary{Checked: g.Checked()}
	for _, d := range g.Declared() {
		if pass.Silent(d.Comment.Pos) || reachable(d.Func) {
			continue
		}
		pos, end := pass.Fset.Position(d.Comment.Pos), pass.Fset.Position(d.Comment.End)
		s.Dangers = append(s.Dangers, Danger{d.Kind, d.Func.Name(), pass.Pkg.Path(), declOf(d.Func), finding.Range{
			File: pos.Filename, Line: pos.Line, Column: max(pos.Column, 1), EndLine: end.Line, EndColumn: max(end.Column, 1),
		}})
	}
	if len(s.Dangers)+len(s.Checked) == 0 {
		return nil
	}
	return s
}

// declOf names a function, and a method with the type of its receiver.
func declOf(fn *types.Func) string {
	recv := fn.Signature().Recv()
	if recv == nil {
		return fn.Name()
	}
	unqualified := func(*types.Package) string { return "" }
	return "(" + types.TypeString(recv.Type(), unqualified) + ")." + fn.Name()
}

// reachable reports whether code outside the module can call a function, and
// so check before it does.
func reachable(fn *types.Func) bool {
	if fn.Pkg().Name() == "main" || slices.Contains(strings.Split(fn.Pkg().Path(), "/"), "internal") {
		return false
	}
	if recv := fn.Signature().Recv(); recv != nil {
		t := types.Unalias(recv.Type())
		if ptr, ok := t.(*types.Pointer); ok {
			t = types.Unalias(ptr.Elem())
		}
		if named, ok := t.(*types.Named); ok && !named.Obj().Exported() {
			return false
		}
	}
	return fn.Exported()
}

// finish reports dangers of a kind that no check of the module is of.
func finish(program *rule.Program) []finding.Finding {
	if !program.Whole {
		return nil
	}
	checked := make(map[string]bool)
	for _, s := range program.Summaries {
		for _, kind := range s.(*Summary).Checked {
			checked[kind] = true
		}
	}
	var out []finding.Finding
	seen := make(map[finding.Identity]int)
	for _, s := range program.Summaries {
		for _, d := range s.(*Summary).Dangers {
			if checked[d.Kind] {
				continue
			}
			// Of a comment, no source counts: what it says stands for it.
			id := finding.Identity{Analyzer: slug, Package: d.Package, Decl: d.Decl, Source: rule.DangerVerb + " " + d.Kind}
			seen[id]++
			id.Ordinal = seen[id] - 1
			out = append(out, finding.Finding{
				Range:       d.Range,
				Analyzer:    slug,
				Package:     d.Package,
				Decl:        d.Decl,
				Message:     fmt.Sprintf("%s is a danger of kind %s, of which the module declares no check", d.Name, d.Kind),
				Severity:    finding.Error,
				URL:         rule.URLPrefix + slug + ".md",
				Fingerprint: finding.Fingerprint(id),
			})
		}
	}
	return out
}
