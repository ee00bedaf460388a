package staleguard

import (
	_ "embed"
	"fmt"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/guard"
	"github.com/leapguard/leapguard/internal/rule"
)

//go:embed doc.go
var page string

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:          "staleguard",
		Title:         "a check whose answer may be out of date when the danger comes",
		Family:        rule.Guard,
		Severity:      finding.Warning,
		Confidence:    rule.Medium,
		Profile:       config.Strict,
		Triggers:      guard.Triggers,
		Since:         "0.1.0",
		CWE:           []int{367},
		Fix:           rule.NoFix,
		SilentInTests: true,
		Path:          rule.Leading,
		Page:          page,
	},
	Cores: []*rule.Core{guard.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	for _, c := range guard.Of(pass.Pass).Stale() {
		line := func(pos analysis.RelatedInformation) int { return pass.Fset.Position(pos.Pos).Line }
		check := analysis.RelatedInformation{Pos: c.Check, Message: "the check of kind " + c.Kind}
		change := analysis.RelatedInformation{Pos: c.Pos, Message: c.What}
		pass.Report(analysis.Diagnostic{
			Pos: c.Call.Pos(),
			End: c.Call.End(),
			Message: fmt.Sprintf("%s relies on the check of kind %s at line %d, since which %s at line %d",
				types.ExprString(c.Call.Fun), c.Kind, line(check), c.What, line(change)),
			Related: []analysis.RelatedInformation{check, change},
		})
	}
	return nil
}
