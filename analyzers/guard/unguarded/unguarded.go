package unguarded

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"unicode/utf8"

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
		Slug:          "unguarded",
		Title:         "a destructive call is reached though no check of its kind holds for its object",
		Family:        rule.Guard,
		Severity:      finding.Error,
		Confidence:    rule.High,
		Profile:       config.Default,
		Triggers:      guard.Triggers,
		Since:         "0.1.0",
		CWE:           []int{862, 693},
		Fix:           rule.NoFix,
		SilentInTests: true,
		Path:          step,
		Page:          page,
	},
	Cores: []*rule.Core{guard.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

// leadsTo begins the message of a call on the way to the danger.
const leadsTo = "leads to "

// step tells what a related position is to the path through a finding.
func step(message string) rule.Step {
	if strings.HasPrefix(message, leadsTo) {
		return rule.After
	}
	return rule.Aside
}

func run(pass *rule.Pass) error {
	// A call that needs several checks is reported once.
	byCall := make(map[*ast.CallExpr][]*guard.Site)
	var calls []*ast.CallExpr
	known := guard.Of(pass.Pass)
	for _, site := range known.Unguarded() {
		switch {
		case site.Waiver != nil:
			if site.Call == nil {
				pass.Use(site.Waiver.Comment)
			} else {
				pass.Waive(site.Waiver.Comment, diagnostic(pass, []*guard.Site{site}))
			}
		case known.IsIgnored(site): // the report is at the check
		case site.Call != nil:
			if byCall[site.Call] == nil {
				calls = append(calls, site.Call)
			}
			byCall[site.Call] = append(byCall[site.Call], site)
		}
	}
	for _, call := range calls {
		pass.Report(diagnostic(pass, byCall[call]))
	}
	return nil
}

// diagnostic is the report of a call, of which the sites tell what checks it needs.
func diagnostic(pass *rule.Pass, sites []*guard.Site) analysis.Diagnostic {
	first := sites[0]
	kinds := []string{first.Kind}
	related := related(pass, first)
	for _, other := range sites[1:] {
		if other.Object == first.Object && !slices.Contains(kinds, other.Kind) {
			kinds = append(kinds, other.Kind)
		} else {
			related = append(related, position(other.Call, message(pass, other, []string{other.Kind})))
		}
	}
	return analysis.Diagnostic{
		Pos:     first.Call.Pos(),
		End:     first.Call.End(),
		Message: message(pass, first, kinds),
		Related: related,
	}
}

const (
	// maxCall is the length in bytes beyond which the text of a call does
	// without its arguments.
	maxCall = 60
	// maxMessage is the length in bytes beyond which a message does without
	// what explains it.
	maxMessage = 190
)

func callText(call *ast.CallExpr) string {
	if text := types.ExprString(call); len(text) <= maxCall {
		return text
	}
	return types.ExprString(call.Fun) + "(...)"
}

func message(pass *rule.Pass, site *guard.Site, kinds []string) string {
	what := callText(site.Call) + " is reached"
	if !site.Danger {
		what = callText(site.Call) + " leads to " + destination(site)
	}
	if kinds := strings.Join(kinds, " or "); site.Object == "" {
		what += fmt.Sprintf(" though no check of kind %s holds", kinds)
	} else {
		what += fmt.Sprintf(" though no check of kind %s holds for %s", kinds, site.Object)
	}
	if why := explain(pass, site); why != "" && len(what)+len(why)+2 <= maxMessage {
		what += "; " + why
	}
	return what
}

// destination names what a call that destroys nothing itself leads to.
func destination(site *guard.Site) string {
	if end := last(site); end != site && end.Callee != nil {
		return end.Callee.Name()
	}
	return "a danger"
}

// last returns the call of the danger that a site leads to.
func last(site *guard.Site) *guard.Site {
	for site.Next != nil {
		site = site.Next
	}
	return site
}

// explain tells why the check that comes nearest does not help.
func explain(pass *rule.Pass, site *guard.Site) string {
	near := site.Near
	if near == nil {
		return ""
	}
	line := pass.Fset.Position(near.Pos).Line
	check := fmt.Sprintf("the check %s at line %d", near.Text, line)
	if near.Flag {
		check = fmt.Sprintf("the test of %s at line %d", near.Text, line)
	}
	switch near.Why {
	case guard.Inverted:
		return check + " refuses on this path"
	case guard.OtherKind:
		return check + " is a check of kind " + near.Kind
	case guard.Detached:
		return fmt.Sprintf("what is checked before the goroutine starts at line %d may have changed", line)
	case guard.OtherObject, guard.Unrelated:
		if near.Namesake && mentions(near.Text, site.Object) {
			return check + " is of another " + site.Object
		}
		return check + " is of another object"
	}
	if near.Why == guard.Unclear {
		return check + " is not known to permit it on this path"
	}
	return check + " does not decide whether control comes here"
}

// mentions reports whether an object occurs in the text of a check.
func mentions(check, object string) bool {
	if object == "" {
		return false
	}
	for i := range check {
		if strings.HasPrefix(check[i:], object) && !partOfName(check, i-1) && !partOfName(check, i+len(object)) {
			return true
		}
	}
	return false
}

// partOfName reports whether byte i of a text is there and part of a name.
func partOfName(text string, i int) bool {
	if i < 0 || i >= len(text) {
		return false
	}
	return text[i] == '_' || text[i] >= utf8.RuneSelf || '0' <= text[i] && text[i] <= '9' || 'A' <= text[i]&^0x20 && text[i]&^0x20 <= 'Z'
}

// related returns the calls that lead to the danger, its declaration, the
// checks that come near, and calls of the same function that are guarded.
func related(pass *rule.Pass, site *guard.Site) []analysis.RelatedInformation {
	var out []analysis.RelatedInformation
	for s := site; s != nil; s = s.Next {
		if s.Call != nil && s != site {
			out = append(out, position(s.Call, leadsTo+types.ExprString(s.Call.Fun)))
		}
		if s.Near != nil && s.Near.Text != "" {
			near := span{s.Near.Pos, s.Near.End}
			if s == site {
				out = append(out, position(near, s.Near.Text+" is a check of kind "+s.Near.Kind))
			} else {
				out = append(out, position(near, explain(pass, s)))
			}
		}
	}
	if end := last(site); end.Callee != nil && end.Callee.Pos().IsValid() && pass.InModule(end.Callee.Pkg()) {
		verb := " needs a check of kind "
		if end.Danger {
			verb = " is declared a danger of kind "
		}
		name := span{end.Callee.Pos(), end.Callee.Pos() + token.Pos(len(end.Callee.Name()))}
		out = append(out, position(name, end.Callee.Name()+verb+site.Kind))
	}
	for _, call := range site.Guarded() {
		out = append(out, position(call, types.ExprString(call.Fun)+" is called behind a check here"))
	}
	return out
}

type span struct{ pos, end token.Pos }

func (s span) Pos() token.Pos { return s.pos }
func (s span) End() token.Pos { return s.end }

func position(rng analysis.Range, message string) analysis.RelatedInformation {
	return analysis.RelatedInformation{Pos: rng.Pos(), End: rng.End(), Message: message}
}
