package rmbase

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/pathname"
	"github.com/leapguard/leapguard/internal/rule"
)

// A Summary is what holds needs to know of a package.
type Summary struct {
	Package  string // import path
	Doubtful []Doubtful
	Used     []string // functions with the fact that it calls or passes on
}

// A Doubtful is a finding that depends on what the callers of a function pass.
type Doubtful struct {
	Package string // import path
	Func    string // see [flow.Name]
	Place   finding.Range
}

// doubt notes a finding about a parameter.
func (c *check) doubt(expr *ast.CallExpr, in *pathname.Input) {
	param, ok := in.Value.(*ssa.Parameter)
	if !ok {
		return
	}
	if fn, ok := param.Parent().Object().(*types.Func); ok {
		c.doubtful = append(c.doubtful, Doubtful{c.pass.Pkg.Path(), flow.Name(fn), c.pass.RangeOf(expr)})
	}
}

// summarize leaves what holds needs.
func (c *check) summarize() {
	used := make(map[*types.Func]bool)
	for id, obj := range c.pass.TypesInfo.Uses {
		fn, ok := obj.(*types.Func)
		if !ok || fn.Pkg() == nil || used[fn.Origin()] {
			continue
		}
		fn = fn.Origin()
		own := c.facts[fn] != nil && !fn.Scope().Contains(id.Pos())
		if (own || c.factOf(fn) != nil) && !c.pass.Silent(id.Pos()) {
			used[fn] = true
		}
	}
	s := &Summary{Package: c.pass.Pkg.Path(), Doubtful: c.doubtful}
	for fn := range used {
		s.Used = append(s.Used, flow.Name(fn))
	}
	if len(s.Doubtful)+len(s.Used) > 0 {
		slices.Sort(s.Used)
		c.pass.Summarize(s)
	}
}

// holds reports whether a finding about a parameter is one in view of all packages
// that were analysed. It is not where they call the function, which is then judged
// by what they pass. A call in the package itself counts only if all others were
// looked at: a method is there for them.
func holds(program *rule.Program, f finding.Finding) bool {
	about := doubtful(program, f)
	if about == nil {
		return true
	}
	return !slices.ContainsFunc(program.Summaries, func(s any) bool {
		from := s.(*Summary)
		return (program.Whole || from.Package != about.Package) && slices.Contains(from.Used, about.Func)
	})
}

// doubtful returns what was noted of a finding, or nil.
func doubtful(program *rule.Program, f finding.Finding) *Doubtful {
	for _, s := range program.Summaries {
		all := s.(*Summary).Doubtful
		if i := slices.IndexFunc(all, func(d Doubtful) bool { return d.Package == f.Package && d.Place == f.Range }); i >= 0 {
			return &all[i]
		}
	}
	return nil
}
