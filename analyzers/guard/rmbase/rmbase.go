package rmbase

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/models"
	"github.com/leapguard/leapguard/internal/pathname"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

//go:embed doc.go
var page string

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:          "rmbase",
		Title:         "a recursive delete whose target can be its own base directory",
		Family:        rule.Guard,
		Severity:      finding.Error,
		Confidence:    rule.Medium,
		Profile:       config.Default,
		Triggers:      rule.Triggers{{"RemoveAll"}},
		Since:         "0.1.0",
		CWE:           []int{22, 73},
		Fix:           rule.NoFix,
		SilentInTests: true,
		Page:          page,
	},
	Cores:     []*rule.Core{flow.Core},
	FactTypes: []analysis.Fact{new(RemovesBelow)},
	Run:       run,
	Holds:     holds,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	c := &check{
		pass:     pass,
		removals: make(map[token.Pos]removal),
		passes:   make(map[token.Pos]passing),
		facts:    make(map[*types.Func]*RemovesBelow),
	}
	for n := range pass.Nodes() {
		if call, ok := n.(*ast.CallExpr); ok {
			c.collect(call)
		}
	}
	if len(c.removals)+len(c.passes) > 0 {
		c.paths = pathname.New(pass.Pass)
		for _, fn := range flow.Of(pass.Pass).Funcs() {
			for call := range flow.Calls(fn) {
				if r, ok := c.removals[call.Common().Pos()]; ok {
					c.examine(call, r)
				} else if p, ok := c.passes[call.Common().Pos()]; ok {
					c.examinePassing(call, p)
				}
			}
		}
	}
	for fn, fact := range c.facts {
		pass.ExportObjectFact(fn, fact)
	}
	c.summarize()
	return nil
}

type check struct {
	pass     *rule.Pass
	paths    *pathname.Program
	removals map[token.Pos]removal // by the opening parenthesis, as SSA has it
	passes   map[token.Pos]passing // likewise
	facts    map[*types.Func]*RemovesBelow
	doubtful []Doubtful
}

// collect notes a call that removes, or that passes something to a function of
// another package that does.
func (c *check) collect(call *ast.CallExpr) {
	fn := c.pass.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		return
	}
	if fn.Name() == "RemoveAll" {
		if known := models.PathFunction(flow.Name(fn)); known != nil && known.Removes && !isLiteral(call.Args[len(call.Args)-1]) {
			c.removals[call.Lparen] = removal{call, known.Of}
			return
		}
	}
	if fact := c.factOf(fn); fact != nil {
		c.passes[call.Lparen] = passing{call, fn, fact}
	}
}

// A removal is a call that removes what argument target names, counted from 0
// with the receiver first.
type removal struct {
	expr   *ast.CallExpr
	target int
}

func isLiteral(arg ast.Expr) bool {
	_, ok := ast.Unparen(arg).(*ast.BasicLit)
	return ok
}

// examine reports a removal whose target can be its base, or a directory that
// somebody else chose.
func (c *check) examine(call ssa.CallInstruction, r removal) {
	args := flow.Args(call)
	if r.target >= len(args) {
		return
	}
	target := args[r.target]
	if f := c.find(c.paths.At(target, call)); f != nil && !removes(call.Parent()) {
		c.note(r.expr, f)
		if in := outside(f.inputs); in != nil {
			c.report(r.expr, in, c.baseText(f.base))
			return
		}
	}
	if in := c.paths.Chosen(target, call); in != nil && !intended(call.Parent()) {
		c.reportChosen(r.expr, in)
		return
	}
	if param, ok := flow.Resolve(target).(*ssa.Parameter); ok {
		c.passed(param)
	}
}

// A find is what a path can be with no name in it: its base.
type find struct {
	inputs []*pathname.Input // each makes it that, if nothing else is in the name
	base   []pathname.Element
	name   pathname.Element
}

// find returns what makes a path its own base, or nil.
func (c *check) find(path pathname.Text) *find {
	elements := c.paths.Elements(path)
	last := len(elements) - 1
	if last < 1 || c.paths.IsNew(elements[0][0]) {
		return nil
	}
	inputs := c.paths.Vanishes(elements[last])
	if len(inputs) == 0 {
		return nil
	}
	return &find{inputs, elements[:last], elements[last]}
}

// outside returns an input that comes from outside as far as the package shows, or
// nil: rather one that does for certain than a parameter, about which callers in
// other packages have the last word.
func outside(inputs []*pathname.Input) *pathname.Input {
	var found *pathname.Input
	for _, in := range inputs {
		if in.Outside() && (found == nil || found.Kind == pathname.Parameter && in.Kind != pathname.Parameter) {
			found = in
		}
	}
	return found
}

// baseText writes the elements of a path but the last; "" if it cannot.
func (c *check) baseText(elements []pathname.Element) string {
	var texts []string
	for _, e := range elements {
		text := ""
		if len(e) == 1 {
			text = c.paths.Text(e[0])
		}
		if text == "" {
			return ""
		}
		texts = append(texts, text)
	}
	if len(texts) == 1 {
		return texts[0]
	}
	return "filepath.Join(" + strings.Join(texts, ", ") + ")"
}

// maxBase is the length in bytes beyond which a message does without the base.
const maxBase = 60

// report reports a call that removes a base; related positions go on behind the
// way that the input takes.
func (c *check) report(expr *ast.CallExpr, in *pathname.Input, base string, related ...analysis.RelatedInformation) {
	if base == "" || len(base) > maxBase {
		base = "the directory above"
	}
	effect := "removes " + base + " itself"
	if in.Example == ".." {
		effect = "removes the parent of " + base
	}
	if in.Kind == pathname.Constant {
		c.pass.Reportf(expr, "%s %s: the last element is empty", syntax.Text(expr), effect)
		return
	}
	c.doubt(expr, in)
	c.pass.Report(analysis.Diagnostic{
		Pos:     expr.Pos(),
		End:     expr.End(),
		Message: fmt.Sprintf("%s with %s %q %s", syntax.Text(expr), in.Name, in.Example, effect),
		Related: append(c.way(in), related...),
	})
}

// way returns where an input comes in, and the calls that it takes from there.
func (c *check) way(in *pathname.Input) []analysis.RelatedInformation {
	var out []analysis.RelatedInformation
	for _, call := range in.Calls {
		if expr := c.pass.CallAt(call.Common().Pos()); expr != nil {
			out = append(out, analysis.RelatedInformation{Pos: expr.Pos(), End: expr.End(), Message: in.Name + " is passed on here"})
		}
	}
	if pos := in.Value.Pos(); in.Kind == pathname.Parameter && pos.IsValid() {
		out = append(out, analysis.RelatedInformation{Pos: pos, Message: "nothing tests what callers pass for " + in.Name})
	}
	return out
}

func (c *check) reportChosen(expr *ast.CallExpr, in *pathname.Input) {
	c.pass.Reportf(expr, "%s removes the directory that %s names, with what was in it before", syntax.Text(expr), in.Name)
}

// passed reports the calls of an unexported function of the package that pass it
// a path for it to remove.
func (c *check) passed(param *ssa.Parameter) {
	if obj, ok := param.Parent().Object().(*types.Func); !ok || obj.Exported() && c.pass.Pkg.Name() != "main" {
		return
	}
	for _, call := range c.paths.Callers(param.Parent()) {
		arg := c.paths.Argument(call, param)
		expr := c.pass.CallAt(call.Common().Pos())
		if arg == nil || expr == nil || removes(call.Parent()) || c.pass.Silent(expr.Pos()) {
			continue
		}
		if f := c.find(c.paths.At(arg, call)); f != nil {
			c.note(expr, f)
			if in := outside(f.inputs); in != nil {
				c.report(expr, in, c.baseText(f.base))
			}
		}
	}
}
