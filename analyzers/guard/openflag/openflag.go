package openflag

import (
	_ "embed"
	"fmt"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/guard"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

//go:embed doc.go
var page string

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:       "openflag",
		Title:      "what protects is off unless somebody thinks of it",
		Family:     rule.Guard,
		Severity:   finding.Warning,
		Confidence: rule.High,
		Profile:    config.Default,
		Triggers: rule.Triggers{
			{"leapguard"},
			{rule.FlagVerb, rule.DangerVerb, rule.NeedsVerb},
		},
		Since:         "0.1.0",
		CWE:           []int{636, 1188},
		Fix:           rule.NoFix,
		SilentInTests: true,
		Path:          rule.Following,
		Page:          page,
	},
	Cores: []*rule.Core{guard.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	g := guard.Of(pass.Pass)
	for _, f := range g.OpenFields() {
		guard.Report(pass, f.Waiver, analysis.Diagnostic{
			Pos: f.Field.Pos(),
			End: f.Field.Pos() + token.Pos(len(f.Field.Name())),
			Message: fmt.Sprintf("where %s was never set it is %s, which permits what kind %s guards",
				f.Field.Name(), f.Zero, f.Flag.Kind),
		})
	}
	for _, s := range g.OpenSwitches() {
		guard.Report(pass, s.Waiver, analysis.Diagnostic{
			Pos:     s.Expr.Pos(),
			End:     s.Expr.End(),
			Message: message(pass, s),
			Related: []analysis.RelatedInformation{{
				Pos: s.Danger.Pos(), End: s.Danger.End(), Message: syntax.Text(s.Danger) + " needs a check of kind " + s.Kind,
			}},
		})
	}
	return nil
}

func message(pass *rule.Pass, s *guard.OpenSwitch) string {
	line := pass.Fset.Position(s.Danger.Pos()).Line
	if s.Env {
		return fmt.Sprintf("where %s is not set it differs too, which lets control come to %s at line %d", s.Name, syntax.Text(s.Danger), line)
	}
	name := "the flag"
	if s.Name != "" {
		name = "--" + s.Name
	}
	return fmt.Sprintf("%s false sets the flag, which alone lets control come to %s at line %d", name, syntax.Text(s.Danger), line)
}
