package engine

import (
	"go/ast"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

// renaming makes a check that reports each call of a function from, with a fix that
// renames it and the first argument.
func renaming(safety rule.FixSafety) *rule.Rule {
	return rule.New(rule.Def{
		Meta: rule.Meta{
			Slug: "renaming", Title: "renames", Family: rule.Date, Severity: finding.Error, Profile: config.Default,
			Triggers: rule.Triggers{{"from"}}, Fix: safety,
		},
		Run: func(p *rule.Pass) error {
			for n := range p.Nodes() {
				call, ok := n.(*ast.CallExpr)
				if !ok || len(call.Args) != 1 {
					continue
				}
				p.Report(analysis.Diagnostic{Pos: call.Pos(), End: call.End(), Message: "renamed", SuggestedFixes: []analysis.SuggestedFix{{
					Message: "rename",
					TextEdits: []analysis.TextEdit{
						{Pos: call.Fun.Pos(), End: call.Fun.End(), NewText: []byte("to")},
						{Pos: call.Args[0].Pos(), End: call.Args[0].End(), NewText: []byte("2")},
					},
				}}})
			}
			return nil
		},
	})
}

// TestFixes: a fix comes with the finding only if its edits are where the source was
// written, and none in what a comment suppresses.
func TestFixes(t *testing.T) {
	const head = "-- a.go --\npackage m\n\nfunc from(int) int { return 0 }\n\n"
	for _, tc := range []struct {
		name, src string
		fixes     int
	}{
		{"plain", head + "var x = from(1)\n", 1},
		{"named as it is", head + "//line a.go:6\nvar x = from(1)\n", 0},
		{"of another file", head + "//line gen.y:3\nvar x = from(1)\n", 0},
		{"of another file with another line", head + "//line gen.y:3:1\nvar x = from(1)\n-- gen.y --\n\n\nvar y = from(1)\n", 0},
		{"of another file with this line", head + "//line gen.y:3:1\nvar x = from(1)\n-- gen.y --\n\n\nvar x = from(1)\n", 1},
		{"reaching into what is suppressed", head + "var x = from(\n\t1, //leapguard:ignore renaming for a reason\n)\n", 0},
		{"suppressed for others", head + "var x = from(\n\t1, //leapguard:ignore other for a reason\n)\n", 1},
		{"suppressed without reason", head + "var x = from(\n\t1, //leapguard:ignore renaming\n)\n", 1},
	} {
		for _, safety := range []rule.FixSafety{rule.SafeFix, rule.UnsafeFix} {
			res, err := Run(t.Context(), Options{Dir: unpack(t, tc.src), Rules: []*rule.Rule{renaming(safety)}}, ".")
			if err != nil {
				t.Fatal(err)
			}
			if len(res.Findings) != 1 || len(res.Findings[0].Fixes) != tc.fixes {
				t.Errorf("%s: %+v", tc.name, res.Findings)
				continue
			}
			for _, fix := range res.Findings[0].Fixes {
				if fix.Safe != (safety == rule.SafeFix) || len(fix.Edits) != 2 {
					t.Errorf("%s: fix %+v of a check whose fixes are %s", tc.name, fix, safety)
				}
			}
		}
	}
}
