package ignoredguard

import (
	_ "embed"
	"fmt"
	"go/ast"
	"slices"

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
		Slug:          "ignoredguard",
		Title:         "the answer of a check is dropped, or overwritten before anything reads it",
		Family:        rule.Guard,
		Severity:      finding.Error,
		Confidence:    rule.High,
		Profile:       config.Default,
		Triggers:      guard.Triggers,
		Since:         "0.1.0",
		CWE:           []int{252, 563},
		Fix:           rule.NoFix,
		SilentInTests: true,
		Page:          page,
	},
	Cores: []*rule.Core{guard.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	for _, i := range guard.Of(pass.Pass).Ignored() {
		guard.Report(pass, i.Waiver, analysis.Diagnostic{Pos: i.Call.Pos(), End: i.Call.End(), Message: message(pass, i)})
	}
	return nil
}

func message(pass *rule.Pass, i *guard.Ignored) string {
	check := fmt.Sprintf("the answer of %s, a check of kind %s,", syntax.Text(i.Call), i.Kind)
	switch kept := isKept(pass, i.Call); {
	case i.Partly && !kept:
		return check + " is dropped, and only its error is looked at"
	case i.Partly:
		return check + " is never read, and only its error is looked at"
	case kept:
		return check + " is overwritten or lost before anything reads it"
	}
	return check + " is dropped"
}

// isKept reports whether the first result of a call is assigned to a variable.
func isKept(pass *rule.Pass, call *ast.CallExpr) bool {
	for _, n := range slices.Backward(pass.Enclosing(call)) {
		switch n := n.(type) {
		case *ast.ParenExpr:
			continue
		case *ast.AssignStmt:
			id, ok := n.Lhs[0].(*ast.Ident)
			return !ok || id.Name != "_"
		case *ast.ValueSpec:
			return n.Names[0].Name != "_"
		}
		break
	}
	return false
}
