package longcert

import (
	_ "embed"
	"fmt"
	"go/token"
	"time"

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
		Slug:          "longcert",
		Title:         "the certificate of a server that is valid longer than clients accept",
		Family:        rule.Cert,
		Severity:      finding.Info,
		Confidence:    rule.Medium,
		Profile:       config.Strict,
		Triggers:      template.Triggers,
		Since:         "0.1.0",
		CWE:           []int{298},
		Fix:           rule.NoFix,
		SilentInTests: true,
		Options:       []rule.AnyOption{public},
		Page:          page,
	},
	Cores: []*rule.Core{template.Core, flow.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

var public = rule.Option[bool]{
	Name: "public",
	Doc:  "takes the issuers for public ones, whose certificates may live for less by the date of issue",
}

// A limit is the number of days for which the certificate of a server may be
// valid if it is issued from a date on, in Unix seconds.
type limit struct {
	from int64
	days int64
}

// private is what clients of Apple accept, of private issuers too.
var private = limit{days: 825}

// baseline are the limits of section 6.3.2 of the baseline requirements of the
// CA/Browser Forum, after ballots 193, SC-031 (what browsers demanded) and
// SC-081v3; earliest first.
var baseline = []limit{
	{days: 825},
	{unix(2020, time.September, 1), 398},
	{unix(2026, time.March, 15), 200},
	{unix(2027, time.March, 15), 100},
	{unix(2029, time.March, 15), 47},
}

func unix(year int, month time.Month, day int) int64 {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix()
}

// limitFor returns the limit of public issuers for what is issued at an instant.
// What is issued when the program runs is so on the reference date or later;
// where there is none, after the second of the limits came into force.
func limitFor(issued template.Instant, now time.Time) limit {
	at := baseline[1].from
	switch {
	case issued.Base.Fixed:
		at = issued.Min
	case !now.IsZero():
		at = max(at, now.Unix())
	}
	out := baseline[0]
	for _, l := range baseline {
		if l.from <= at {
			out = l
		}
	}
	return out
}

// who says who demands a limit, and from when on.
func (l limit) who() string {
	if l == private {
		return "clients refuse more than 825"
	}
	return fmt.Sprintf("public issuers may give %d at most from %s on", l.days, time.Unix(l.from, 0).UTC().Format("2 January 2006"))
}

func run(pass *rule.Pass) error {
	reported := make(map[token.Pos]bool)
	for _, creation := range template.Of(pass.Pass).Creations {
		begin, seconds, _, ok := creation.Lifetime()
		if server, _ := creation.IsServer(); !server || !ok {
			continue
		}
		limit := private
		if public.In(pass) {
			limit = limitFor(begin, pass.Config.Now)
		}
		days := seconds / (24 * 60 * 60)
		if days <= limit.days {
			continue
		}
		after, _ := creation.Only("NotAfter")
		element := template.Element(pass.Pass, after.Instr)
		if element == nil || reported[element.Pos()] {
			continue
		}
		reported[element.Pos()] = true
		value := template.Place(pass.Pass, after.Instr)
		pass.Report(analysis.Diagnostic{
			Pos: element.Pos(), End: element.End(),
			Message: fmt.Sprintf("NotAfter %s makes the certificate of a server valid for %d days or more, and %s",
				syntax.Text(value), days, limit.who()),
		})
	}
	return nil
}
