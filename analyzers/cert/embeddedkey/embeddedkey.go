package embeddedkey

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/pki"
	"github.com/leapguard/leapguard/internal/rule"
)

//go:embed doc.go
var page string

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:          "embeddedkey",
		Title:         "a private key in the source is put to use",
		Family:        rule.Cert,
		Severity:      finding.Error,
		Confidence:    rule.High,
		Profile:       config.Default,
		Triggers:      pki.Triggers,
		Since:         "0.1.0",
		CWE:           []int{321, 798},
		Fix:           rule.NoFix,
		Overlaps:      []string{"gosec G101", "gitleaks private-key", "CodeQL go/hardcoded-credentials"},
		SilentInTests: true,
		Path:          step,
		Page:          page,
	},
	Cores: []*rule.Core{pki.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

// A shared is one key of the source and its uses.
type shared struct {
	key      pki.Key
	material *pki.Material
	uses     []*pki.Use
}

// goesTo begins the message of a use.
const goesTo = "goes to "

// step tells what a related position is to the path through a finding.
func step(message string) rule.Step {
	if strings.HasPrefix(message, goesTo) {
		return rule.End
	}
	return rule.Before
}

func run(pass *rule.Pass) error {
	known := pki.Of(pass.Pass)
	var keys []*shared
	byID := make(map[string]*shared)
	for _, use := range known.Uses {
		if use.Sink.Kind != pki.PrivateKey || pass.Silent(use.Pos()) || refused(known, use) {
			continue
		}
		for _, m := range use.Set.Materials {
			if m.Origin.Foreign && m.Origin.Used || known.Excluded(use, m) {
				continue
			}
			for _, k := range pki.Keys(m.Text) {
				if k.Encrypted && !known.Decrypted(use) {
					continue
				}
				s := byID[k.ID]
				if s == nil {
					s = &shared{key: k, material: m}
					byID[k.ID] = s
					keys = append(keys, s)
				}
				s.uses = append(s.uses, use)
			}
		}
	}
	for _, s := range keys {
		s.report(pass)
	}
	return nil
}

// refused reports whether keys go to X509KeyPair together with texts that are known
// too, of which none holds a certificate that parses: then it fails, and the keys
// authenticate nobody.
func refused(known *pki.Package, use *pki.Use) bool {
	if use.Call == nil || !flow.IsCallTo(use.Call, "crypto/tls.X509KeyPair") {
		return false
	}
	certs := known.Materials(use.Args[0])
	if len(certs.Materials) == 0 || len(certs.Params)+len(certs.Fields) > 0 {
		return false
	}
	return !slices.ContainsFunc(certs.Materials, func(m *pki.Material) bool { return len(pki.Certificates(m.Text)) > 0 })
}

// report reports the key where it stands, or where it is used if it stands in
// another package.
func (s *shared) report(pass *rule.Pass) {
	first, origin := s.uses[0], s.material.Origin
	where := "in the source"
	if origin.File != "" {
		where = "embedded from " + origin.File
	}
	d := analysis.Diagnostic{
		Pos: origin.Pos, End: origin.End,
		Message: fmt.Sprintf("%s private key %s reaches %s, so every installation shares it", s.key.Kind, where, first.Sink.Name()),
	}
	uses := s.uses
	if origin.Foreign || !origin.Pos.IsValid() {
		rng := first.Place(pass.Files)
		d.Pos, d.End = rng.Pos(), rng.End()
		uses = uses[1:]
	}
	if origin.Foreign {
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: origin.Pos, End: origin.End, Message: "the key is held by " + origin.Name})
	}
	for _, u := range uses {
		rng := u.Place(pass.Files)
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: rng.Pos(), End: rng.End(), Message: goesTo + u.Sink.Name() + " here"})
	}
	pass.Report(d)
}
