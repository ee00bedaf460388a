package statehole

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

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
		Slug:          "statehole",
		Title:         "a danger in the default case of a switch that does not list all states",
		Family:        rule.Guard,
		Severity:      finding.Info,
		Confidence:    rule.Medium,
		Profile:       config.Strict,
		Triggers:      guard.Triggers,
		Since:         "0.1.0",
		CWE:           []int{478},
		Fix:           rule.NoFix,
		SilentInTests: true,
		Path:          rule.Following,
		Page:          page,
	},
	Cores: []*rule.Core{guard.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	seen := make(map[*ast.SwitchStmt]bool)
	for _, site := range guard.Of(pass.Pass).Unguarded() {
		if site.Call == nil || site.Waiver != nil {
			continue
		}
		h := holeAt(pass, site.Call)
		if h == nil || seen[h.stmt] {
			continue
		}
		seen[h.stmt] = true
		pass.Report(analysis.Diagnostic{
			Pos: h.pos,
			End: h.end,
			Message: fmt.Sprintf("the switch over %s does not list %s, which it leads to %s",
				types.ExprString(h.stmt.Tag), list(h.missing), types.ExprString(site.Call.Fun)),
			Related: []analysis.RelatedInformation{{Pos: site.Call.Pos(), End: site.Call.End(), Message: "the danger"}},
		})
	}
	return nil
}

// A hole is where a switch leads the states that it does not list.
type hole struct {
	stmt     *ast.SwitchStmt
	pos, end token.Pos // of the default case's keyword, or else of the switch's
	missing  []string
}

// minMissing is the number of states a switch must leave out. What a default
// case is meant for is clear where there is one only.
const minMissing = 2

// holeAt returns the hole by which control comes to a call, or nil.
func holeAt(pass *rule.Pass, call *ast.CallExpr) *hole {
	path := pass.Enclosing(call)
	for i := len(path) - 1; i > 0; i-- {
		switch n := path[i].(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			return nil
		case *ast.CaseClause:
			// Between a clause and its switch stands the body of the switch.
			stmt, ok := path[max(i-2, 0)].(*ast.SwitchStmt)
			if !ok || n.List != nil {
				continue
			}
			if missing := unlisted(pass, stmt); len(missing) >= minMissing {
				return &hole{stmt, n.Case, n.Colon + 1, missing}
			}
		case *ast.BlockStmt:
			stmt := before(n.List, call)
			if stmt == nil || !leaves(stmt) {
				continue
			}
			if missing := unlisted(pass, stmt); len(missing) >= minMissing {
				return &hole{stmt, stmt.Switch, stmt.Tag.End(), missing}
			}
		}
	}
	return nil
}

// before returns the last switch among statements that ends before a call.
func before(stmts []ast.Stmt, call *ast.CallExpr) *ast.SwitchStmt {
	for _, stmt := range slices.Backward(stmts) {
		if s, ok := stmt.(*ast.SwitchStmt); ok && s.End() < call.Pos() {
			return s
		}
	}
	return nil
}

// leaves reports whether all cases of a switch, which has no default, leave the
// block that it is in.
func leaves(stmt *ast.SwitchStmt) bool {
	for _, s := range stmt.Body.List {
		clause := s.(*ast.CaseClause)
		if clause.List == nil || len(clause.Body) == 0 {
			return false
		}
		switch last := clause.Body[len(clause.Body)-1].(type) {
		case *ast.ReturnStmt:
		case *ast.BranchStmt:
			if last.Tok != token.CONTINUE {
				return false
			}
		default:
			return false
		}
	}
	return len(stmt.Body.List) > 0
}

// unlisted returns the names of the constants of the type of a switch's tag that
// no case lists; nil if the type is none of a set of constants, or if a case
// lists something else.
func unlisted(pass *rule.Pass, stmt *ast.SwitchStmt) []string {
	if stmt.Tag == nil {
		return nil
	}
	named, ok := types.Unalias(pass.TypesInfo.TypeOf(stmt.Tag)).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return nil
	}
	listed := make(map[string]bool)
	for _, s := range stmt.Body.List {
		for _, e := range s.(*ast.CaseClause).List {
			value := pass.TypesInfo.Types[e].Value
			if value == nil {
				return nil
			}
			listed[value.ExactString()] = true
		}
	}
	if len(listed) == 0 {
		return nil
	}
	var missing []*types.Const
	scope := named.Obj().Pkg().Scope()
	for _, name := range scope.Names() {
		c, ok := scope.Lookup(name).(*types.Const)
		if !ok || !types.Identical(c.Type(), named) || c.Pkg() != pass.Pkg && !c.Exported() || c.Val().Kind() == constant.Bool {
			continue
		}
		if value := c.Val().ExactString(); !listed[value] {
			listed[value] = true
			missing = append(missing, c)
		}
	}
	slices.SortFunc(missing, func(a, b *types.Const) int { return int(a.Pos() - b.Pos()) })
	var names []string
	for _, c := range missing {
		names = append(names, c.Name())
	}
	return names
}

// maxListed bounds the states that a message names.
const maxListed = 3

func list(names []string) string {
	if len(names) > maxListed {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:maxListed], ", "), len(names)-maxListed)
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
