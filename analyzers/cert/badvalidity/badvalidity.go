package badvalidity

import (
	_ "embed"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/pki/template"
	"github.com/leapguard/leapguard/internal/rule"
)

//go:embed doc.go
var page string

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:          "badvalidity",
		Title:         "a certificate that is never valid, or is not from some day on",
		Family:        rule.Cert,
		Severity:      finding.Error,
		Confidence:    rule.High,
		Profile:       config.Default,
		Triggers:      template.Triggers,
		Since:         "0.1.0",
		CWE:           []int{298, 682},
		Fix:           rule.NoFix,
		SilentInTests: true,
		Path:          step,
		Page:          page,
	},
	Cores: []*rule.Core{template.Core, flow.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

// createdHere is the message of the call that creates the certificate.
const createdHere = "the certificate is created here"

// step tells what a related position is to the path through a finding.
func step(message string) rule.Step {
	if message == createdHere {
		return rule.After
	}
	return rule.Aside
}

func run(pass *rule.Pass) error {
	c := &check{pass: pass, pkg: template.Of(pass.Pass), reported: make(map[token.Pos]bool)}
	for _, creation := range c.pkg.Creations {
		if creation.Used() && !creation.KeyOnly() && !creation.ForChallenge() {
			c.creation(creation)
		}
	}
	return nil
}

type check struct {
	pass     *rule.Pass
	pkg      *template.Package
	reported map[token.Pos]bool
}

func (c *check) creation(creation *template.Creation) {
	after, absent := creation.Only("NotAfter")
	if absent != nil {
		c.absent(creation, absent)
		return
	}
	if after == nil {
		return
	}
	if c.overflows(after) {
		return
	}
	end, ok := c.pkg.Instant(after.Value)
	if !ok {
		return
	}
	if before, _ := creation.Only("NotBefore"); before != nil {
		begin, ok := c.pkg.Instant(before.Value)
		if ok && (c.empty(before, after, begin, end) || c.fixed(before, after, begin, end)) {
			return
		}
	}
	c.outlives(creation, after, end)
}

// report reports a finding about a source of a field.
func (c *check) report(s *template.Source, related []analysis.RelatedInformation, message func(expr ast.Expr) string) {
	e := template.Place(c.pass.Pass, s.Instr)
	if e == nil || c.reported[e.Pos()] {
		return
	}
	c.reported[e.Pos()] = true
	c.pass.Report(analysis.Diagnostic{Pos: e.Pos(), End: e.End(), Message: message(e), Related: related})
}

// relate relates a finding to where a source is stored.
func (c *check) relate(s *template.Source, text string) []analysis.RelatedInformation {
	e := template.Place(c.pass.Pass, s.Instr)
	if e == nil {
		return nil
	}
	return []analysis.RelatedInformation{{Pos: e.Pos(), End: e.End(), Message: text}}
}

// absent reports a template that nothing gives an end.
func (c *check) absent(creation *template.Creation, s *template.Source) {
	call := c.pass.CallAt(creation.Call.Common().Pos())
	if call == nil {
		return
	}
	var at = call.Fun
	related := []analysis.RelatedInformation{{Pos: at.Pos(), End: at.End(), Message: createdHere}}
	what := "a template without NotAfter"
	if s.Kind == template.Stored {
		at = template.Place(c.pass.Pass, s.Instr)
		what = "NotAfter is the zero time, so the certificate"
	} else if lit := template.Literal(c.pass.Pass, s.Object); lit != nil && lit.Type != nil {
		at = lit.Type
		what = types.ExprString(lit.Type) + " has no NotAfter on any path, so the certificate"
	} else {
		related = nil
	}
	if at == nil || c.reported[at.Pos()] {
		return
	}
	c.reported[at.Pos()] = true
	c.pass.Report(analysis.Diagnostic{
		Pos: at.Pos(), End: at.End(),
		Message: what + " expired on 1 January of the year 1",
		Related: related,
	})
}
