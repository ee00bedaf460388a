package sharedcert

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/pki"
	"github.com/leapguard/leapguard/internal/rule"
)

//go:embed doc.go
var page string

const slug = "sharedcert"

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:          slug,
		Title:         "one certificate of the source identifies several servers or clients, or several expire together",
		Family:        rule.Cert,
		Severity:      finding.Error,
		Confidence:    rule.Medium,
		Profile:       config.Default,
		Triggers:      pki.Triggers,
		Since:         "0.1.0",
		CWE:           []int{1394},
		Fix:           rule.NoFix,
		SilentInTests: true,
		Page:          page,
	},
	Cores:  []*rule.Core{pki.Core},
	Run:    run,
	Finish: finish,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

// An identity is a certificate in the source and where it is put to use.
type identity struct {
	holding
	pairs []*pki.Use // where it becomes part of a key pair
	roles []*role
}

func run(pass *rule.Pass) error {
	known := pki.Of(pass.Pass)
	var all []*identity
	byPrint := make(map[string]*identity)
	get := func(h holding) *identity {
		print := h.print()
		id := byPrint[print]
		if id == nil {
			id = &identity{holding: h}
			byPrint[print] = id
			all = append(all, id)
		}
		return id
	}
	for _, use := range known.Uses {
		if use.Sink.Kind == pki.Certificate && !pass.Silent(use.Pos()) {
			for _, m := range use.Set.Materials {
				if cert := pki.Leaf(m.Text); cert != nil {
					id := get(holding{cert, m})
					id.pairs = append(id.pairs, use)
				}
			}
		}
	}
	for _, r := range roles(pass, known) {
		id := get(r.holdings[0])
		id.roles = append(id.roles, r)
	}
	for _, id := range all {
		id.reportRoles(pass)
	}
	reportTogether(pass, all)
	pass.Summarize(summarize(pass, all))
	return nil
}

// shorten cuts a list of names to a number of elements.
func shorten(list []string, most int) []string {
	if len(list) <= most {
		return list
	}
	return append(list[:most-1:most-1], fmt.Sprintf("%d more", len(list)-most+1))
}

func and(list []string) string {
	if len(list) == 1 {
		return list[0]
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}
