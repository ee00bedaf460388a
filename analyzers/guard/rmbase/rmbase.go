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
	Cores: []*rule.Core{flow.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	c := &check{pass: pass, removals: make(map[token.Pos]removal)}
	for n := range pass.Nodes() {
		call, ok := n.(*ast.CallExpr)
		if !ok || syntax.CalledName(call) != "RemoveAll" {
			continue
		}
		if fn := pass.Callee(call); fn != nil && fn.Pkg() != nil {
			if known := models.PathFunction(flow.Name(fn)); known != nil && known.Removes && c.built(call) {
				c.removals[call.Lparen] = removal{call, known.Of}
			}
		}
	}
	if len(c.removals) == 0 {
		return nil
	}
	c.paths = pathname.New(pass.Pass)
	for _, fn := range flow.Of(pass.Pass).Funcs() {
		for call := range flow.Calls(fn) {
			if r, ok := c.removals[call.Common().Pos()]; ok {
				c.examine(call, r)
			}
		}
	}
	return nil
}

type check struct {
	pass     *rule.Pass
	paths    *pathname.Program
	removals map[token.Pos]removal // by the opening parenthesis, as SSA has it
}

// A removal is a call that removes what argument target names, counted from 0
// with the receiver first.
type removal struct {
	expr   *ast.CallExpr
	target int
}

// built reports whether the target of a removal may be put together of others,
// as far as the syntax tells.
func (c *check) built(call *ast.CallExpr) bool {
	switch arg := ast.Unparen(call.Args[len(call.Args)-1]).(type) {
	case *ast.BasicLit:
		return false
	case *ast.SelectorExpr:
		v, ok := c.pass.TypesInfo.Uses[arg.Sel].(*types.Var)
		return ok && !v.IsField() || strings.Contains(strings.ToLower(arg.Sel.Name), "t") // see pathname.Chosen
	}
	return true
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
		c.report(r.expr, f)
		return
	}
	if in := c.paths.Chosen(target, call); in != nil && !intended(call.Parent()) {
		c.reportChosen(r.expr, in)
		return
	}
	if param, ok := flow.Resolve(target).(*ssa.Parameter); ok {
		c.passed(param)
	}
}

// A find is an input, and the base that is removed with it.
type find struct {
	input *pathname.Input
	base  string
}

// find returns the input that makes a path its own base, or nil.
func (c *check) find(path pathname.Text) *find {
	elements := c.paths.Elements(path)
	last := len(elements) - 1
	if last < 1 || c.paths.IsNew(elements[0][0]) {
		return nil
	}
	in := c.paths.Vanishes(elements[last])
	if in == nil {
		return nil
	}
	return &find{in, c.baseText(elements[:last])}
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

func (c *check) report(expr *ast.CallExpr, f *find) {
	base := f.base
	if base == "" || len(base) > 60 {
		base = "the directory above"
	}
	effect := "removes " + base + " itself"
	if f.input.Example == ".." {
		effect = "removes the parent of " + base
	}
	if f.input.Kind == pathname.Constant {
		c.pass.Reportf(expr, "%s %s: the last element is empty", syntax.Text(expr), effect)
		return
	}
	d := analysis.Diagnostic{
		Pos:     expr.Pos(),
		End:     expr.End(),
		Message: fmt.Sprintf("%s with %s %q %s", syntax.Text(expr), f.input.Name, f.input.Example, effect),
	}
	d.Related = c.way(f.input)
	c.pass.Report(d)
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
			c.report(expr, f)
		}
	}
}
