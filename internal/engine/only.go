package engine

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/rule"
)

// setAside marks the roots of which nothing is to be reported.
func (g *graph) setAside(only func(path string) bool) {
	for _, u := range g.candidates {
		u.aside = u.root && only != nil && !only(u.PkgPath)
	}
}

// reported reports whether the findings in a unit are.
func (u *unit) reported() bool { return u.root && !u.aside }

// ofProgram reports whether what a rule reports in one package depends on what it
// left of others.
func ofProgram(r *rule.Rule) bool { return r.Finish != nil || r.Holds != nil && !r.Own }

// leaveUnneeded takes out of the run what bears on no package that is reported:
// units set aside, unless such a one imports them, or they are to compile, or a rule
// of the whole program looks at them or at one that imports them.
func (e *engine) leaveUnneeded() {
	if e.opts.Only == nil {
		return
	}
	needed := newBitset(len(e.graph.candidates))
	for i, u := range e.graph.candidates {
		if u.reported() || u.compile || u.root && slices.ContainsFunc(e.decisions[i].analyzers, e.plan.ofProgram) {
			needed.add(i)
			needed.union(u.closure)
		}
	}
	for i, u := range e.graph.candidates {
		if !needed.has(i) {
			u.unneeded, e.decisions[i] = true, new(decision)
		}
	}
}

func (p *plan) ofProgram(a *analysis.Analyzer) bool {
	r := p.byRule[a]
	return r != nil && ofProgram(r)
}
