package deleteall

import (
	_ "embed"
	"go/ast"
	"slices"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/models"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

//go:embed doc.go
var page string

// ddl makes the check report DROP and TRUNCATE.
var ddl = rule.Option[bool]{
	Name:   "ddl",
	Strict: true,
	Doc:    "also reports statements that drop or truncate a table, schema or database",
}

// runs are the names of what runs SQL statements.
var runs = []string{"Exec", "ExecContext", "MustExec", "NamedExec", "NamedExecContext"}

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:       "deleteall",
		Title:      "a statement or call that deletes or changes everything, where one thing is meant",
		Family:     rule.Guard,
		Severity:   finding.Error,
		Confidence: rule.Medium,
		Profile:    config.Default,
		Triggers: rule.Either(
			rule.Triggers{{"DELETE", "UPDATE", "delete", "update"}, runs},
			rule.Triggers{{"WithPrefix"}},
			rule.Triggers{{"DeleteAllOf"}},
			rule.Triggers{{"DeleteCollection"}},
			rule.Triggers{{"AllowGlobalUpdate"}},
		),
		Since:         "0.1.0",
		CWE:           []int{1284},
		Fix:           rule.NoFix,
		SilentInTests: true,
		Options:       []rule.AnyOption{ddl},
		OptionTriggers: map[string]rule.Triggers{
			ddl.Name: {{"DROP", "TRUNCATE", "drop", "truncate"}, runs},
		},
		Page: page,
	},
	Cores: []*rule.Core{flow.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	c := &check{pass: pass}
	for n := range pass.Nodes() {
		switch n := n.(type) {
		case *ast.CallExpr:
			if report := c.reports(syntax.CalledName(n)); report != nil && !c.apart(n) {
				report(n)
			}
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && key.Name == "AllowGlobalUpdate" && !c.apart(n) {
				c.global(n)
			}
		}
	}
	return nil
}

type check struct {
	pass  *rule.Pass
	files map[*ast.File]bool // see apart
}

// reports returns what looks at the calls of functions of a name, or nil.
func (c *check) reports(name string) func(*ast.CallExpr) {
	switch name {
	case "DeleteAllOf":
		return c.selected
	case "DeleteCollection":
		return c.collection
	case "Delete", "OpDelete":
		return c.keyed
	}
	if slices.Contains(runs, name) {
		return c.statement
	}
	return nil
}

// known returns what the models know of the callee of a call, or nil.
func (c *check) known(call *ast.CallExpr) *models.DeleteFunc {
	fn := c.pass.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	return models.DeleteFunction(flow.Name(fn))
}
