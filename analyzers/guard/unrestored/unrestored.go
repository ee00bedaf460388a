package unrestored

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"

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
		Slug:       "unrestored",
		Title:      "a protection that is switched off stays off on some path",
		Family:     rule.Guard,
		Severity:   finding.Error,
		Confidence: rule.High,
		Profile:    config.Default,
		Triggers: rule.Either(
			rule.Triggers{{"leapguard"}, {rule.OffVerb}},
			rule.Triggers{settings},
			rule.Triggers{{"DISABLE", "disable"}, {"TRIGGER", "trigger"}},
		),
		Since:         "0.1.0",
		CWE:           []int{460},
		Fix:           rule.NoFix,
		SilentInTests: true,
		Path:          step,
		Page:          page,
	},
	Cores: []*rule.Core{guard.Core},
	Run:   run,
})

// settings are words of what switches the protections of internal/models off,
// or on again.
var settings = []string{
	"foreign_keys", "FOREIGN_KEYS", "foreign_key_checks", "FOREIGN_KEY_CHECKS",
	"session_replication_role", "SESSION_REPLICATION_ROLE",
	"RunCordonOrUncordon", "Uncordon", "UnCordon", "uncordon", "unCordon",
	"UncordonNode", "UnCordonNode", "uncordonNode", "unCordonNode",
	"FIFREEZE", "fsfreeze",
}

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

// leaves is the message of an exit.
const leaves = "control leaves here"

// step tells what a related position is to the path through a finding.
func step(message string) rule.Step {
	if message == leaves {
		return rule.End
	}
	return rule.Aside
}

func run(pass *rule.Pass) error {
	g := guard.Of(pass.Pass)
	if !g.MentionsOff() {
		return nil
	}
	for _, leak := range g.Unrestored() {
		guard.Report(pass, leak.Waiver, analysis.Diagnostic{
			Pos:     leak.Call.Pos(),
			End:     leak.Call.End(),
			Message: message(pass, leak),
			Related: related(pass, leak),
		})
	}
	return nil
}

// stays says what the state is without the protection.
func stays(leak *guard.Leak) string {
	if leak.Model == nil {
		return "the protection of kind " + leak.What + " off"
	}
	return leak.What
}

func message(pass *rule.Pass, leak *guard.Leak) string {
	line := func(e guard.Exit) int { return pass.Fset.Position(e.Pos).Line }
	first := leak.Exits[0]
	call := syntax.Text(leak.Call)
	switch first.How {
	case guard.Panics:
		return fmt.Sprintf("%s is not undone when line %d panics, which leaves %s%s", call, line(first), stays(leak), reason(pass, leak))
	case guard.NextRound:
		return fmt.Sprintf("%s is not undone when the loop goes on at line %d, which leaves %s%s", call, line(first), stays(leak), reason(pass, leak))
	case guard.Again:
		return fmt.Sprintf("%s is followed by the same again, deferred at line %d, which leaves %s", call, line(first), stays(leak))
	case guard.Inverse:
		return fmt.Sprintf("%s leaves %s in a function that is to undo that", call, stays(leak))
	}
	return fmt.Sprintf("%s is not undone when the function returns at line %d, which leaves %s%s", call, line(first), stays(leak), reason(pass, leak))
}

// reason tells why a restore on the way does not help.
func reason(pass *rule.Pass, leak *guard.Leak) string {
	switch {
	case leak.Miss == nil:
		return ""
	case leak.Miss.Over:
		return fmt.Sprintf("; the context is over at line %d", pass.Fset.Position(leak.Miss.Pos).Line)
	}
	return fmt.Sprintf("; line %d restores another object", pass.Fset.Position(leak.Miss.Pos).Line)
}

// maxRelated bounds the number of exits and restores that are named.
const maxRelated = 4

func related(pass *rule.Pass, leak *guard.Leak) []analysis.RelatedInformation {
	var out []analysis.RelatedInformation
	for _, e := range leak.Exits[:min(len(leak.Exits), maxRelated)] {
		out = append(out, analysis.RelatedInformation{Pos: e.Pos, Message: leaves})
	}
	for _, call := range leak.Restores[:min(len(leak.Restores), maxRelated)] {
		out = append(out, position(call, types.ExprString(call.Fun)+" restores it on other paths"))
	}
	if fn := leak.Callee; fn != nil && fn.Pos().IsValid() && pass.InModule(fn.Pkg()) {
		out = append(out, analysis.RelatedInformation{Pos: fn.Pos(), Message: fn.Name() + " switches it off"})
	}
	return out
}

func position(call *ast.CallExpr, message string) analysis.RelatedInformation {
	return analysis.RelatedInformation{Pos: call.Pos(), End: call.End(), Message: message}
}
