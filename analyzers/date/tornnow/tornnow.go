package tornnow

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/calendar/layout"
	"github.com/leapguard/leapguard/internal/calendar/schedule"
	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

//go:embed doc.go
var page string

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:       "tornnow",
		Title:      "one date or key built from several calls of time.Now",
		Family:     rule.Date,
		Severity:   finding.Info,
		Confidence: rule.High,
		Profile:    config.Default,
		Triggers: rule.Triggers{
			{"Now"},
			{"Year", "Month", "Day", "YearDay", "Hour", "Minute", "2006", "20060102", "15", "150405"},
		},
		Since:         "0.1.0",
		CWE:           []int{682},
		Fix:           rule.SafeFix,
		SilentInTests: true, // which hardly ever run when a year ends
		Page:          page,
	},
	Run: run,
})

// Analyzer is the check's analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	c := &check{pass: pass, names: make(map[ast.Node]map[string]bool), hoisted: make(map[ast.Stmt]bool)}
	var done token.Pos // of what a finding is about, nothing is looked at again
	for n := range pass.Nodes() {
		if expr, ok := n.(ast.Expr); ok && expr.Pos() >= done && c.visit(expr) {
			done = expr.End()
		}
	}
	return nil
}

type check struct {
	pass    *rule.Pass
	names   map[ast.Node]map[string]bool // that a function declaration uses
	hoisted map[ast.Stmt]bool            // statements that a fix puts a variable before
}

// visit reports an expression that joins what several calls of time.Now yield,
// and whether it is one.
func (c *check) visit(expr ast.Expr) bool {
	reads := c.joined(expr)
	if !torn(reads) {
		return false
	}
	enclosing := c.pass.Enclosing(expr)
	if c.asked(enclosing, expr) || c.numbersZone(reads) || c.drawn(expr, enclosing) || dates(reads) && c.byDay(expr) {
		return false
	}
	before, after, made := example(reads)
	d := analysis.Diagnostic{
		Pos:     reads[0].now.Pos(), // the whole is another check's, if the date is wrong
		End:     reads[len(reads)-1].now.End(),
		Message: fmt.Sprintf("read between %s and %s, the %d calls of time.Now make %s", before, after, len(reads), made),
	}
	if fix, ok := c.hoist(expr, reads, enclosing); ok {
		d.SuggestedFixes = []analysis.SuggestedFix{fix}
	}
	c.pass.Report(d)
	return true
}

// lastHour is the one at the end of which a day ends.
const lastHour = 23

// byDay reports whether an expression is evaluated by schedules which are never
// due shortly before midnight.
func (c *check) byDay(expr ast.Expr) bool {
	found := schedule.Of(c.pass.Pass, expr.Pos())
	return len(found) > 0 && !slices.ContainsFunc(found, func(s schedule.Schedule) bool { return s.DueAt(lastHour) })
}

// numbersZone reports whether reads become the serial number of a zone, in which nobody
// reads a date: it is compared with others (RFC 1035, section 3.3.13), and the next one
// is greater.
func (c *check) numbersZone(reads []read) bool {
	enclosing := c.pass.Enclosing(reads[0].now)
	for i, n := range enclosing {
		field, ok := n.(*ast.KeyValueExpr)
		if !ok || i == 0 {
			continue
		}
		key, ok := field.Key.(*ast.Ident)
		lit, isLit := enclosing[i-1].(*ast.CompositeLit)
		if !ok || !isLit || key.Name != "Serial" {
			continue
		}
		t := c.pass.TypesInfo.TypeOf(lit)
		if ptr, ok := types.Unalias(t).(*types.Pointer); ok { // in a list of pointers
			t = ptr.Elem()
		}
		if named, ok := types.Unalias(t).(*types.Named); ok && strings.HasPrefix(named.Obj().Name(), "SOA") {
			return true
		}
	}
	return false
}

// dates reports whether reads are of dates alone, not of clocks.
func dates(reads []read) bool {
	return !slices.ContainsFunc(reads, func(r read) bool {
		return r.fields.Has(layout.Hour, layout.Hour12, layout.Minute, layout.Second)
	})
}

// torn reports whether reads are parts of one date: each pair of them is
// about the same fields or about none in common, and some are about others.
func torn(reads []read) bool {
	several := false
	for i, a := range reads {
		for _, b := range reads[:i] {
			if a.fields != b.fields && a.fields&b.fields != 0 {
				return false
			}
			several = several || a.fields != b.fields
		}
	}
	return several
}
