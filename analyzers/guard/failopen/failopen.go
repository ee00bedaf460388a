package failopen

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/guard"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

//go:embed doc.go
var page string

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:          "failopen",
		Title:         "an error of what decides about a destructive call lets control go on to it",
		Family:        rule.Guard,
		Severity:      finding.Error,
		Confidence:    rule.Medium,
		Profile:       config.Default,
		Triggers:      triggers,
		Since:         "0.1.0",
		CWE:           []int{636, 755},
		Fix:           rule.NoFix,
		SilentInTests: true,
		Path:          step,
		Page:          page,
	},
	Cores: []*rule.Core{flow.Core, guard.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

// mayFail ends the message of a probe.
const mayFail = " may fail here"

// step tells what a related position is to the path through a finding.
func step(message string) rule.Step {
	if strings.HasSuffix(message, mayFail) {
		return rule.Before
	}
	return rule.After
}

func run(pass *rule.Pass) error {
	reportBlank(pass)
	funcs := candidates(pass)
	c := &checker{pass: pass, known: guard.Of(pass.Pass), keeps: make(map[*ssa.Parameter]bool)}
	aborts := c.known.HasAborts()
	if len(funcs) == 0 && !aborts {
		return nil
	}
	for _, fn := range flow.Of(pass.Pass).Funcs() {
		looks := within(funcs, fn)
		if !looks && !aborts {
			continue
		}
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				call, ok := instr.(*ssa.Call)
				if ok && !c.mustAbort(call) && looks {
					c.check(call)
				}
			}
		}
	}
	return nil
}

// within reports whether a function is one of the declarations or stands in one.
func within(funcs []*ast.FuncDecl, fn *ssa.Function) bool {
	for _, decl := range funcs {
		if decl.Pos() <= fn.Pos() && fn.Pos() < decl.End() {
			return true
		}
	}
	return false
}

type checker struct {
	pass  *rule.Pass
	known *guard.Package
	keeps map[*ssa.Parameter]bool // what keepsOnly found
}

// check reports what a failure of a call leads to.
func (c *checker) check(call *ssa.Call) {
	callee := flow.Callee(call)
	if callee == nil || !fails(call) {
		return
	}
	for _, given := range givenBy(call) {
		f := guard.FailureOf(call, given)
		if f == nil {
			return
		}
		f.Again = func(other ssa.CallInstruction) bool { return repeats(other, call) }
		if d := c.destroys(f, given); d != nil {
			c.report(f, d, nil)
			return
		}
	}
}

// mustAbort reports a check of which a model says that its error must end the
// path, and does not. It returns false for other calls.
func (c *checker) mustAbort(call *ssa.Call) bool {
	var found *danger
	for _, kind := range c.known.Aborts(call) {
		f := guard.FailureOf(call, guard.Fallback)
		if f == nil || found != nil {
			break
		}
		f.Follow(func(r guard.Reached) bool {
			if c.known.Endangers(r.Call, kind) {
				found = &danger{call: r.Call, how: declared, what: kind}
			}
			return found == nil
		})
		if found == nil {
			continue
		}
		c.report(f, found, c.known.WaivedAt(call.Pos(), kind))
	}
	return found != nil
}

// A danger is a destructive call that is reached because another one failed.
type danger struct {
	call  ssa.CallInstruction
	how   how
	guard token.Pos // of the test that the failure makes worthless
	what  string    // the object
}

// A how tells why the failure matters.
type how int

const (
	undecided how = iota // a test of what the call did not return lets it through
	partial              // it deletes what is missing from the result
	held                 // the call was to let go of the object that is destroyed
	leftOut              // the answer counts only where there is no error
	declared             // an error of the call must end the path
)

// destroys returns the first destructive call that the failure lets control
// come to, or nil.
func (c *checker) destroys(f *guard.Failed, given guard.Given) *danger {
	var found *danger
	f.Follow(func(r guard.Reached) bool {
		switch {
		case r.Call.Parent() != f.Call.Parent():
		case given != guard.Fallback && c.deletesMissing(f, r.Call) && (given == guard.Zero || len(r.Decided) > 0):
			found = &danger{call: r.Call, how: partial}
		case given == guard.Partial || !destructive(r.Call) || undoes(f.Call, r.Call):
		case len(r.Decided) > 0:
			if branch := f.Skipped(r.Call); branch != nil && !own(r.Call) && !refusesTwin(branch) && !slices.ContainsFunc(operands(r.Call), f.Gives) {
				found = &danger{call: r.Call, guard: posOf(branch.Cond)}
			}
		case given == guard.Zero:
			if what := heldBy(f.Call, r.Call); what != "" {
				found = &danger{call: r.Call, how: held, what: what}
			} else if branch := unanswered(f, r.Call); branch != nil {
				found = &danger{call: r.Call, how: leftOut, guard: posOf(branch.Cond)}
			}
		}
		return found == nil
	})
	return found
}

// posOf returns the position of a condition, or of what it looks at.
func posOf(v ssa.Value) token.Pos {
	for range 4 {
		instr, ok := v.(ssa.Instruction)
		if v.Pos().IsValid() || !ok || len(instr.Operands(nil)) == 0 {
			break
		}
		op := *instr.Operands(nil)[0]
		if op == nil {
			break
		}
		v = op
	}
	return v.Pos()
}

// report reports a failure that leads to a danger, unless it is waived.
func (c *checker) report(f *guard.Failed, d *danger, w *guard.Waiver) {
	probe, end := c.pass.CallAt(f.Call.Pos()), c.pass.CallAt(d.call.Pos())
	if probe == nil || end == nil {
		return
	}
	var at ast.Expr = probe
	if test := f.Test(); test != nil {
		if e := c.pass.ExprAt(test.Pos()); e != nil {
			at = e
		}
	}
	name, destroyed := callText(probe), callText(end)
	message := fmt.Sprintf("if %s fails, control goes on to %s", name, destroyed)
	related := []analysis.RelatedInformation{
		{Pos: probe.Pos(), End: probe.End(), Message: name + mayFail},
		{Pos: end.Pos(), End: end.End(), Message: destroyed + " is reached all the same"},
	}
	switch d.how {
	case undecided:
		if line := c.pass.Fset.Position(d.guard).Line; line > 0 {
			message += fmt.Sprintf(", since the test at line %d looks at what was not returned", line)
		}
	case leftOut:
		message += ", as if the answer had been that nothing speaks against it"
	case partial:
		message += ", which deletes what is missing from its result"
	case declared:
		message += fmt.Sprintf(", a danger of kind %s", d.what)
	case held:
		message += fmt.Sprintf(", which destroys %s", d.what)
	}
	guard.Report(c.pass, w, analysis.Diagnostic{Pos: at.Pos(), End: at.End(), Message: message, Related: related})
}

// maxCall is the length in bytes beyond which the text of a call does without
// its arguments.
const maxCall = 50

func callText(call *ast.CallExpr) string {
	if text := syntax.Text(call); len(text) <= maxCall {
		return text
	}
	return syntax.Text(call.Fun) + "(...)"
}
