// Package vetted decides, with all code of a module in view, whether a number that
// would make a finding true can be what its field, variable or parameter holds: code
// in another function or package may compare it, or only constants get there.
//
// A check notes in a [Summary] of a package where the numbers of its findings come
// from; [Holds] is its hook of that name.
package vetted

import (
	"slices"

	"github.com/leapguard/leapguard/internal/calendar/bounds"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

// An Origin is a field, a variable of a package or a parameter, and the numbers that
// it would have to hold for a finding to be true.
type Origin struct {
	Package string // import path of what declares it
	Object  Object // the field, the variable, or the function of the parameter
	Param   int    // index of the parameter, -1 for none
	// Wrapped is the name of the field of Object, a struct that wraps one number for
	// whoever decodes it, that holds the number; "" if Object does.
	Wrapped string
	Bad     bounds.Range
}

// An Object is known in all packages by its name and where that is declared.
type Object struct {
	Name string
	File string
	Line int
}

// A Doubt is about a finding that is true only if a number of one of the origins is
// bad.
type Doubt struct {
	Place   finding.Range
	Origins []Origin
	// Difference says that there are two origins, and that the second is to hold as
	// much as the first, or more.
	Difference bool
}

// A Summary is what [Holds] needs to know of a package.
type Summary struct {
	Package string // import path
	Doubts  []Doubt
}

// Note leaves the doubts about the findings of a package.
func Note(pass *rule.Pass, doubts []Doubt) {
	if len(doubts) > 0 {
		pass.Summarize(&Summary{pass.Pkg.Path(), doubts})
	}
}

// Holds reports whether a finding is one in view of the whole program. It is not if
// none of its origins can be bad.
func Holds(program *rule.Program, f finding.Finding) bool {
	if program.Code == nil {
		return true
	}
	for _, s := range program.Summaries {
		s := s.(*Summary)
		if s.Package != f.Package {
			continue
		}
		i := slices.IndexFunc(s.Doubts, func(d Doubt) bool { return d.Place == f.Range })
		if i >= 0 {
			a := &asker{code: program.Code, whole: program.Whole, asking: make(map[Origin]bool), steps: maxSteps}
			return !a.settles(s.Doubts[i])
		}
	}
	return true
}

// maxSteps bounds the expressions that are looked at for one finding.
const maxSteps = 300

// An asker decides about one finding.
type asker struct {
	code   rule.Code
	whole  bool
	asking map[Origin]bool
	steps  int
}

// settles reports whether a finding cannot be true.
func (a *asker) settles(d Doubt) bool {
	if d.Difference {
		return len(d.Origins) == 2 && a.ordered(d.Origins[0], d.Origins[1])
	}
	return len(d.Origins) > 0 && !slices.ContainsFunc(d.Origins, func(o Origin) bool { return !a.clears(o) })
}

// clears reports whether an origin cannot hold a bad number.
func (a *asker) clears(o Origin) bool {
	if a.asking[o] {
		return true // unless it comes from elsewhere, too
	}
	a.asking[o] = true
	defer delete(a.asking, o)
	if a.steps--; a.steps <= 0 {
		return false
	}
	if o.Param >= 0 {
		return a.passed(o)
	}
	return a.validated(o) || o.Wrapped == "" && a.assigned(o)
}
