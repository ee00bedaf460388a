package leaprule

import (
	_ "embed"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/rule"
)

//go:embed doc.go
var page string

// names are the usual ones of leap-year predicates, which make a package worth
// a look; they prove nothing.
var names = []string{"leap", "isLeap", "IsLeap", "leapYear", "isLeapYear", "IsLeapYear"}

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:       "leaprule",
		Title:      "leap-year rules and month lengths that are wrong for some year",
		Family:     rule.Date,
		Severity:   finding.Error,
		Confidence: rule.High,
		Profile:    config.Default,
		Triggers: rule.Triggers{
			{"3", "4", "5", "6", "7", "31", "365", "366"},
			append([]string{"28", "29", "100", "400", "365", "366", "Month", "YearDay"}, names...),
			append([]string{"year", "Year", "yr", "YearDay", "Month"}, names...),
		},
		Since: "0.1.0",
		CWE:   []int{682},
		Fix:   rule.NoFix,
		Page:  page,
	},
	Cores: []*rule.Core{calendar.Core, flow.Core},
	Run:   run,
})

// Analyzer is the check's analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	if foreign(pass.Pkg.Path()) {
		return nil
	}
	c := &check{pass: pass, names: make(map[*ast.FuncLit]string), named: namedCounts(pass.TypesInfo)}
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			c.decl(decl)
		}
	}
	return nil
}

type check struct {
	pass  *rule.Pass
	names map[*ast.FuncLit]string // of the variables that hold them
	named map[*ast.Ident]int64    // constants that are [counts]

	ssa      map[ast.Node]*ssa.Function         // see source
	literals map[types.Object]*ast.CompositeLit // see tables
}

// decl looks at the functions in a declaration, literals included.
func (c *check) decl(decl ast.Decl) {
	s := c.scan(decl)
	if s.idle() {
		return
	}
	ast.PreorderStack(decl, nil, func(n ast.Node, stack []ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if foreign(n.Name.Name) || n.Recv != nil && foreign(types.ExprString(n.Recv.List[0].Type)) {
				return false
			}
			if n.Body == nil {
				return false
			}
			if s.month {
				c.search(n)
			}
			return !c.function(function{n, n.Name.Name, n.Type, n.Body})
		case *ast.FuncLit:
			return !foreign(c.names[n]) && !c.function(function{n, c.names[n], n.Type, n.Body})
		case *ast.IndexExpr:
			c.index(n, decl, s)
		case ast.Expr:
			if c.isCondition(n) {
				c.condition(n, stack, s)
			}
		}
		return true
	})
}

// source returns the SSA form of a function declaration or literal.
func (c *check) source(n ast.Node) *ssa.Function {
	if c.ssa == nil {
		c.ssa = make(map[ast.Node]*ssa.Function)
		for _, fn := range flow.Of(c.pass.Pass).Funcs() {
			c.ssa[fn.Syntax()] = fn
		}
	}
	return c.ssa[n]
}
