// Package audit lists every way to a destruction that the code declares, with
// the check that guards it: what an operator reviews before trusting a program.
package audit

import (
	"cmp"
	"go/token"
	"slices"
	"strings"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/guard"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

// NewRule returns the check that collects what [New] lists. It reports nothing.
func NewRule() *rule.Rule {
	return rule.New(rule.Def{
		Meta: rule.Meta{
			Slug:          "audit",
			Title:         "collects the ways to destruction",
			Family:        rule.Guard,
			Severity:      finding.Info,
			Confidence:    rule.High,
			Profile:       config.Default,
			Triggers:      rule.Either(guard.Triggers, rule.CommentTriggers),
			Fix:           rule.NoFix,
			SilentInTests: true,
		},
		Cores:      []*rule.Core{guard.Core},
		Everywhere: true,
		Run: func(pass *rule.Pass) error {
			known := guard.Of(pass.Pass)
			a := cmp.Or(known.Audit(), new(guard.Audit))
			a.Gaps = append(a.Gaps, unread(pass, known)...)
			if len(a.Ways)+len(a.Declared)+len(a.Gaps)+len(a.Implements) > 0 {
				pass.Summarize(a)
			}
			return nil
		},
	})
}

// unread lists the comments that were to declare something, and do not.
func unread(pass *rule.Pass, known *guard.Package) []guard.Gap {
	var out []guard.Gap
	add := func(c *rule.Comment, why string) {
		if !syntax.InTest(pass.Pass, c.Pos) {
			out = append(out, guard.Gap{Pos: pass.Fset.Position(c.Pos), Text: c.Text, Why: why})
		}
	}
	for _, c := range pass.Comments.All {
		if why := c.Unread(); why != "" {
			add(c, why)
		}
	}
	for _, p := range known.Problems() {
		add(p.Comment, "it "+p.Message)
	}
	return out
}

// A Way leads to a destruction: the call of the danger, and the calls that lead
// there from where a check permits it, or fails to.
type Way struct {
	Kind     string
	Object   string // source text, "" for any
	Call     string // source text of the call of the danger
	Function string // that holds it
	Pos      token.Position
	Standing guard.Standing
	Check    *guard.Proof // of guard.Guarded, nil where Reason tells why it needs none
	Reason   string       // of guard.Waived too
	Path     []Step       // outermost first; the last is the call of the danger
}

// A Step is a call on a way.
type Step struct {
	Function string // that holds the call
	Call     string // source text
	Pos      token.Position
}

// A List is what an audit shows.
type List struct {
	Ways []Way // by position
	// Uncalled are the declared dangers that nothing calls.
	Uncalled []guard.Danger
	Gaps     []guard.Gap
}

// A Package is what was collected in one package.
type Package struct {
	Root  bool // it is one of those that were asked for
	Audit *guard.Audit
}

// New joins what was collected: each danger that a function of the packages
// asked for can come to is listed once for each way in.
func New(packages []Package) *List {
	j := &joiner{callers: make(map[edge][]*guard.Way), binds: make(map[string][]string), asked: make(map[*guard.Way]bool)}
	for _, p := range packages {
		j.add(p)
	}
	l := new(List)
	called := make(map[edge]bool)
	for _, w := range j.ways {
		if !w.Danger {
			continue
		}
		called[edge{w.Kind, w.To}] = true
		l.Ways = append(l.Ways, j.waysTo(w)...)
	}
	for _, p := range packages {
		for _, d := range p.Audit.Declared {
			if p.Root && !called[edge{d.Kind, d.Func}] && !slices.ContainsFunc(l.Uncalled, func(e guard.Danger) bool { return e == d }) {
				l.Uncalled = append(l.Uncalled, d)
			}
		}
		for _, g := range p.Audit.Gaps {
			if !slices.Contains(l.Gaps, g) {
				l.Gaps = append(l.Gaps, g)
			}
		}
	}
	slices.SortStableFunc(l.Ways, compareWays)
	slices.SortStableFunc(l.Uncalled, func(a, b guard.Danger) int { return guard.ComparePositions(a.Pos, b.Pos) })
	slices.SortStableFunc(l.Gaps, func(a, b guard.Gap) int { return guard.ComparePositions(a.Pos, b.Pos) })
	return l
}

func compareWays(a, b Way) int {
	if c := cmp.Or(guard.ComparePositions(a.Pos, b.Pos), cmp.Compare(a.Kind, b.Kind), cmp.Compare(len(a.Path), len(b.Path))); c != 0 {
		return c
	}
	return guard.ComparePositions(a.Path[0].Pos, b.Path[0].Pos)
}

// An edge is what callers of a function are asked to check.
type edge struct{ kind, function string }

type joiner struct {
	ways    []*guard.Way // no call twice
	callers map[edge][]*guard.Way
	binds   map[string][]string // methods to the annotated ones that they implement
	asked   map[*guard.Way]bool // in a package that was asked for
}

func (j *joiner) add(p Package) {
	for _, w := range p.Audit.Ways {
		// A package is seen once more with its tests.
		same := func(o *guard.Way) bool { return o.Pos == w.Pos && o.To == w.To && o.Object == w.Object }
		key := edge{w.Kind, w.To}
		if i := slices.IndexFunc(j.callers[key], same); i >= 0 {
			j.asked[j.callers[key][i]] = j.asked[j.callers[key][i]] || p.Root
			continue
		}
		j.ways = append(j.ways, &w)
		j.callers[key] = append(j.callers[key], &w)
		j.asked[&w] = p.Root
	}
	for method, annotated := range p.Audit.Implements {
		for _, m := range annotated {
			if !slices.Contains(j.binds[method], m) {
				j.binds[method] = append(j.binds[method], m)
			}
		}
	}
}

// waysTo returns the ways to the call of a danger that a function of the
// packages asked for is on: the shortest one from each place where it is
// decided, so that their number stays in proportion to the code.
func (j *joiner) waysTo(danger *guard.Way) []Way {
	var out []Way
	type partial struct {
		top  *guard.Way
		path []Step
		root bool
	}
	queue := []partial{{danger, []Step{stepOf(danger)}, j.asked[danger]}}
	seen := map[*guard.Way]bool{danger: true}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		var above []*guard.Way
		if at.top.Standing == guard.Caller {
			above = j.above(at.top)
		}
		// What a call asks its callers to have checked may be several objects.
		if w := wayOf(danger, at.top, at.path); len(above) == 0 && at.root && !slices.ContainsFunc(out, w.same) {
			out = append(out, w)
		}
		for _, w := range above {
			if !seen[w] {
				seen[w] = true
				queue = append(queue, partial{w, append([]Step{stepOf(w)}, at.path...), at.root || j.asked[w]})
			}
		}
	}
	return out
}

// above returns the calls of the functions whose callers a call leaves the
// check to.
func (j *joiner) above(w *guard.Way) []*guard.Way {
	var out []*guard.Way
	for _, fn := range w.Askers {
		out = append(out, j.callers[edge{w.Kind, fn}]...)
		for _, m := range j.binds[fn] {
			out = append(out, j.callers[edge{w.Kind, m}]...)
		}
	}
	return out
}

func stepOf(w *guard.Way) Step { return Step{w.In, w.Call, w.Pos} }

func wayOf(danger, top *guard.Way, path []Step) Way {
	w := Way{
		Kind: danger.Kind, Object: danger.Object, Call: danger.Call, Function: danger.In, Pos: danger.Pos,
		Standing: top.Standing, Check: top.Check, Reason: top.Reason, Path: path,
	}
	if w.Standing == guard.Caller {
		w.Reason = "callers of " + strings.Join(top.Askers, " and ") + " must check"
	}
	return w
}

// same reports whether another way to the same danger takes the same calls and
// is guarded alike.
func (w Way) same(o Way) bool {
	alike := w.Check == o.Check || w.Check != nil && o.Check != nil && *w.Check == *o.Check
	return alike && w.Standing == o.Standing && w.Reason == o.Reason && slices.Equal(w.Path, o.Path)
}

// Unguarded reports whether a way in is not guarded.
func (l *List) Unguarded() bool {
	return slices.ContainsFunc(l.Ways, func(w Way) bool { return w.Standing == guard.Unguarded })
}
