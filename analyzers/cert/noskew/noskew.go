package noskew

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/pki/template"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

//go:embed doc.go
var page string

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:          "noskew",
		Title:         "a certificate for others that is not valid before the present",
		Family:        rule.Cert,
		Severity:      finding.Info,
		Confidence:    rule.Medium,
		Profile:       config.Strict,
		Triggers:      template.Triggers,
		Since:         "0.1.0",
		CWE:           []int{298},
		Fix:           rule.UnsafeFix,
		SilentInTests: true,
		Path:          rule.Following,
		Page:          page,
	},
	Cores: []*rule.Core{template.Core, flow.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	pkg := template.Of(pass.Pass)
	reported := make(map[token.Pos]bool)
	for _, creation := range pkg.Creations {
		before, _ := creation.Only("NotBefore")
		if before == nil {
			continue
		}
		at, ok := pkg.Instant(before.Value)
		if !ok || !at.Base.Now || at.Max < 0 || at.Min < 0 {
			continue
		}
		element := template.Element(pass.Pass, before.Instr)
		value := template.Place(pass.Pass, before.Instr)
		if element == nil || reported[element.Pos()] {
			continue
		}
		exit := creation.Exit()
		if exit == nil {
			continue
		}
		reported[element.Pos()] = true
		d := analysis.Diagnostic{
			Pos: element.Pos(), End: element.End(),
			Message:        fmt.Sprintf("NotBefore %s is in the future of every peer whose clock is slow, and the certificate goes to others", syntax.Text(value)),
			SuggestedFixes: fix(pass, value),
		}
		if n := syntax.NodeAt(pass.Pass, exit.Pos()); n != nil {
			d.Related = []analysis.RelatedInformation{{Pos: n.Pos(), End: n.End(), Message: "the certificate is passed on here"}}
		}
		pass.Report(d)
	}
	return nil
}

// fix sets NotBefore five minutes back, if it is a call or a variable.
func fix(pass *rule.Pass, value ast.Expr) []analysis.SuggestedFix {
	switch value.(type) {
	case *ast.CallExpr, *ast.Ident, *ast.SelectorExpr:
	default:
		return nil
	}
	for _, spec := range pass.FileOf(value.Pos()).Imports {
		name := pass.TypesInfo.PkgNameOf(spec)
		if name == nil || name.Imported().Path() != "time" || name.Name() == "_" || name.Name() == "." {
			continue
		}
		scope := pass.TypesInfo.Scopes[pass.FileOf(value.Pos())].Innermost(value.Pos())
		if _, obj := scope.LookupParent(name.Name(), value.Pos()); obj != name {
			return nil
		}
		return []analysis.SuggestedFix{{
			Message:   "Begin five minutes ago",
			TextEdits: []analysis.TextEdit{{Pos: value.End(), End: value.End(), NewText: []byte(".Add(-5 * " + name.Name() + ".Minute)")}},
		}}
	}
	return nil
}
