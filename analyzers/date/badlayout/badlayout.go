package badlayout

import (
	_ "embed"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/calendar/layout"
	"github.com/leapguard/leapguard/internal/calendar/layout/reach"
	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

//go:embed doc.go
var page string

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:       "badlayout",
		Title:      "layouts of times that do not print or parse what they are for",
		Family:     rule.Date,
		Severity:   finding.Error,
		Confidence: rule.High,
		Profile:    config.Default,
		Triggers:   rule.Triggers{words},
		Since:      "0.1.0",
		CWE:        []int{682},
		Fix:        rule.UnsafeFix,
		Overlaps:   []string{"go vet timeformat"},
		Path:       rule.Following,
		Page:       page,
	},
	Cores:     []*rule.Core{reach.Core},
	FactTypes: []analysis.Fact{new(SuspectLayout)},
	Run:       run,
})

// Analyzer is the check's analyzer.
var Analyzer = Rule.Analyzer

// words are those of which a layout with a flaw has one: layouts without any
// are not judged.
var words = []string{
	"2006", "01", "04", "05", "06",
	"20060201", "20060201150405", "20060201_150405",
	"20060101", "20060102140405", "20060102150105", "20060102030405", "20060102_030405", "20060102150406", "20060102_150406",
}

// SuspectLayout is the fact that a constant is a layout with a flaw, if it is
// a layout: those who use it are worth a look.
type SuspectLayout struct {
	Meant string // a layout without the flaw
}

// AFact marks a fact.
func (*SuspectLayout) AFact() {}

func (*SuspectLayout) String() string { return "suspectLayout" }

func run(pass *rule.Pass) error {
	export(pass)
	for _, l := range reach.Of(pass.Pass) {
		found, ok := flawOf(l.Value)
		if !ok || excused(pass, l, found) {
			continue
		}
		if text := show(l.Value, found.meant, l.Use&found.use, seriesOf(pass, l)); text != "" {
			report(pass, l, found, text)
		}
	}
	return nil
}

// export notes the constants that may be layouts with a flaw.
func export(pass *rule.Pass) {
	scope := pass.Pkg.Scope()
	for _, name := range scope.Names() {
		c, ok := scope.Lookup(name).(*types.Const)
		if !ok || !c.Exported() || c.Val().Kind() != constant.String {
			continue
		}
		if found, bad := flawOf(constant.StringVal(c.Val())); bad {
			pass.ExportObjectFact(c, &SuspectLayout{found.meant})
		}
	}
}

// excused reports whether a layout with a flaw is meant to be so, or left to
// go vet.
func excused(pass *rule.Pass, l *reach.Layout, found flaw) bool {
	use := l.Use & found.use
	switch {
	case use == 0:
		return true
	case found.use == reach.Print && l.Use != reach.Print:
		return true // it prints what it has read
	case l.Argument && vetted(pass, l):
		return true
	case found.swapped && slices.Contains(l.Siblings, found.meant):
		return true
	case found.bare && printsHalf(pass.FileOf(l.Expr.Pos())):
		return true
	}
	if !inTest(pass, l) {
		return false
	}
	return !l.Argument || use == reach.Parse && failureWanted(pass, l.Call) || failureRequired(pass, l.Call)
}

// vetted reports whether the timeformat analyzer of go vet reports the layout.
func vetted(pass *rule.Pass, l *reach.Layout) bool {
	sel, ok := ast.Unparen(l.Call.Fun).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Parse" && sel.Sel.Name != "Format" {
		return false
	}
	_, basic := pass.TypesInfo.TypeOf(l.Call.Args[0]).(*types.Basic)
	return basic && strings.Contains(l.Value, "2006-02-01")
}

// printsHalf reports whether a file has AM or PM on its own, as a layout or a
// word.
func printsHalf(file *ast.File) bool {
	found := false
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			text, err := strconv.Unquote(lit.Value)
			fields := layout.Fields(text)
			found = found || err == nil && (fields.Has(layout.Half) && !fields.Has(layout.Hour, layout.Hour12) || isHalf(text))
		}
		return !found
	})
	return found
}

func isHalf(text string) bool {
	switch strings.ToLower(strings.Trim(text, " .")) {
	case "am", "pm", "a.m", "p.m", "a", "p":
		return true
	}
	return false
}

func report(pass *rule.Pass, l *reach.Layout, found flaw, text string) {
	d := analysis.Diagnostic{Pos: l.Expr.Pos(), End: l.Expr.End(), Message: text}
	if l.Call.Pos() > d.Pos || l.Call.End() < d.End {
		d.Related = []analysis.RelatedInformation{{Pos: l.Call.Pos(), End: l.Call.End(), Message: "the layout is used here"}}
	}
	// A table may not hold the same key twice.
	if lit, ok := l.Expr.(*ast.BasicLit); ok && found.only && !slices.Contains(l.Siblings, found.meant) {
		if quote := lit.Value[:1]; lit.Value == quote+l.Value+quote {
			d.SuggestedFixes = []analysis.SuggestedFix{{
				Message:   "Use the layout " + strconv.Quote(found.meant),
				TextEdits: []analysis.TextEdit{{Pos: d.Pos, End: d.End, NewText: []byte(quote + found.meant + quote)}},
			}}
		}
	}
	pass.Report(d)
}
