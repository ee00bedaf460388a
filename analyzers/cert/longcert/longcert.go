package longcert

import (
	_ "embed"
	"fmt"
	"go/token"

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
		Page:          page,
	},
	Cores: []*rule.Core{template.Core, flow.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

// most is the number of days that clients of Apple accept of a server's
// certificate, that of a private issuer too.
const most = 825

func run(pass *rule.Pass) error {
	pkg := template.Of(pass.Pass)
	reported := make(map[token.Pos]bool)
	for _, creation := range pkg.Creations {
		days, after, ok := validity(pkg, creation)
		if !ok || days <= most {
			continue
		}
		element := template.Element(pass.Pass, after.Instr)
		if element == nil || reported[element.Pos()] {
			continue
		}
		reported[element.Pos()] = true
		value := template.Place(pass.Pass, after.Instr)
		pass.Report(analysis.Diagnostic{
			Pos: element.Pos(), End: element.End(),
			Message: fmt.Sprintf("NotAfter %s makes the certificate of a server valid for %d days or more, and clients refuse more than %d",
				syntax.Text(value), days, most),
		})
	}
	return nil
}

// validity returns the least number of days for which a server's certificate is
// valid.
func validity(pkg *template.Package, creation *template.Creation) (days int64, after *template.Source, ok bool) {
	if server, _ := creation.IsServer(); !server {
		return 0, nil, false
	}
	after, _ = creation.Only("NotAfter")
	before, _ := creation.Only("NotBefore")
	if after == nil || before == nil {
		return 0, nil, false
	}
	begin, ok := pkg.Instant(before.Value)
	end, ok2 := pkg.Instant(after.Value)
	least, _, ok3 := end.Since(begin)
	return least / (24 * 60 * 60), after, ok && ok2 && ok3
}
