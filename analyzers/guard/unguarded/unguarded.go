package unguarded

import (
	_ "embed"
	"fmt"
	"go/token"
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
		Page:          page,
	},
	Cores: []*rule.Core{guard.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	for _, site := range guard.Of(pass.Pass).Unguarded() {
		if site.Call == nil {
			continue
		}
		if site.Waiver != nil {
			pass.Use(site.Waiver.Comment)
			continue
		}
		pass.Report(analysis.Diagnostic{
			Pos:     site.Call.Pos(),
			End:     site.Call.End(),
			Message: message(pass, site),
			Related: related(site),
		})
	}
	return nil
}

// maxMessage is the length in bytes beyond which a message does without what
// explains it.
const maxMessage = 200

func message(pass *rule.Pass, site *guard.Site) string {
	what := types.ExprString(site.Call)
	if len(what) > 60 {
		what = types.ExprString(site.Call.Fun) + "(...)"
	}
	object := ""
	if site.Object != "" {
		object = " for " + site.Object
	}
	reached := fmt.Sprintf("%s is reached though no check of kind %s holds%s", what, site.Kind, object)
	if !site.Danger {
		reached = fmt.Sprintf("%s leads to %s though no check of kind %s holds%s", what, destination(site), site.Kind, object)
	}
	if why := explain(pass, site); why != "" && len(reached)+len(why)+2 <= maxMessage {
		reached += "; " + why
	}
	return reached
}

// destination names what a call that destroys nothing itself leads to.
func destination(site *guard.Site) string {
	end := site
	for end.Next != nil {
		end = end.Next
	}
	if end == site {
		return "a danger"
	}
	return end.Callee.Name()
}

// explain tells why the check that comes nearest does not help.
func explain(pass *rule.Pass, site *guard.Site) string {
	near := site.Near
	if near == nil {
		return ""
	}
	check := "the check " + near.Text
	if near.Flag {
		check = "the test of " + near.Text
	}
	line := pass.Fset.Position(near.Pos).Line
	switch near.Why {
	case guard.Inverted:
		return fmt.Sprintf("%s at line %d refuses on this path", check, line)
	case guard.OtherKind:
		return fmt.Sprintf("%s at line %d is a check of kind %s", check, line, near.Kind)
	case guard.Detached:
		return fmt.Sprintf("what is checked before the goroutine starts at line %d may have changed", line)
	case guard.OtherObject:
		return fmt.Sprintf("%s at line %d is of another object", check, line)
	}
	return fmt.Sprintf("%s at line %d does not decide whether control comes here", check, line)
}

// related returns the calls that lead to the danger, its declaration, the
// check that comes nearest, and calls of the same function that are guarded.
func related(site *guard.Site) []analysis.RelatedInformation {
	var out []analysis.RelatedInformation
	end := site
	for end.Next != nil {
		end = end.Next
		if end.Call != nil {
			out = append(out, analysis.RelatedInformation{
				Pos: end.Call.Pos(), End: end.Call.End(),
				Message: "leads to " + types.ExprString(end.Call.Fun),
			})
		}
	}
	if end.Callee != nil && end.Callee.Pos().IsValid() {
		verb := "needs a check of kind "
		if end.Danger {
			verb = "is declared a danger of kind "
		}
		out = append(out, analysis.RelatedInformation{Pos: end.Callee.Pos(), End: nameEnd(end.Callee), Message: end.Callee.Name() + " " + verb + site.Kind})
	}
	if near := site.Near; near != nil && near.Text != "" {
		out = append(out, analysis.RelatedInformation{Pos: near.Pos, End: near.End, Message: near.Text + " is a check of kind " + near.Kind})
	}
	for _, call := range site.Guarded() {
		out = append(out, analysis.RelatedInformation{
			Pos: call.Pos(), End: call.End(),
			Message: types.ExprString(call.Fun) + " is called behind a check here",
		})
	}
	return out
}

func nameEnd(fn *types.Func) token.Pos { return fn.Pos() + token.Pos(len(fn.Name())) }
