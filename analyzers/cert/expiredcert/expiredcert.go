package expiredcert

import (
	"crypto/x509"
	_ "embed"
	"fmt"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/pki"
	"github.com/leapguard/leapguard/internal/rule"
)

//go:embed doc.go
var page string

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:          "expiredcert",
		Title:         "a certificate in the source is used though it has expired, or soon will",
		Family:        rule.Cert,
		Severity:      finding.Error,
		Confidence:    rule.High,
		Profile:       config.Default,
		Triggers:      pki.Triggers,
		Options:       []rule.AnyOption{pki.Within},
		Since:         "0.1.0",
		CWE:           []int{298},
		Fix:           rule.NoFix,
		DateDependent: true,
		SilentInTests: true,
		Path:          step,
		Page:          page,
	},
	Cores: []*rule.Core{pki.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

// A dead certificate is one of the source that has expired, or soon will, and
// its uses.
type dead struct {
	cert     *x509.Certificate
	material *pki.Material
	uses     []*pki.Use
}

// A search collects dead certificates in order of their first use.
type search struct {
	pass  *rule.Pass
	known *pki.Package
	// valid is the time at which certificates are to be valid.
	valid   time.Time
	found   []*dead
	byPrint map[string]*dead
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
	if pass.Config.Now.IsZero() || known.PinsTime() {
		return nil
	}
	s := &search{
		pass:    pass,
		known:   known,
		valid:   pki.Horizon(pass.Config),
		byPrint: make(map[string]*dead),
	}
	for _, use := range known.Uses {
		switch use.Sink.Kind {
		case pki.Certificate, pki.Server, pki.Client:
			if takenApart(use) {
				continue
			}
			for _, m := range s.materials(use) {
				if leaf := pki.Leaf(m.Text); leaf != nil && pki.Ended(leaf, s.valid) {
					s.add(leaf, m, use)
				}
			}
		}
	}
	for _, uses := range known.Pools() {
		s.pool(uses)
	}
	for _, d := range s.found {
		d.report(pass)
	}
	return nil
}

// materials returns what a use may use and this package is to speak of.
func (s *search) materials(use *pki.Use) []*pki.Material {
	if s.pass.Silent(use.Pos()) {
		return nil
	}
	var out []*pki.Material
	for _, m := range use.Set.Materials {
		if !(m.Origin.Foreign && m.Origin.Used) && !s.known.Excluded(use, m) {
			out = append(out, m)
		}
	}
	return out
}

// pool finds the certificates of a pool of trusted ones if all of them that
// stand in the source have expired: while others are valid, an old one among
// them is harmless. A large pool is a trust store, which has somebody to look
// after it.
func (s *search) pool(uses []*pki.Use) {
	n := 0
	for _, use := range uses {
		for _, m := range use.Set.Materials {
			for _, cert := range pki.Certificates(m.Text) {
				if n++; n > pki.TrustStore || !pki.Ended(cert, s.valid) {
					return
				}
			}
		}
	}
	for _, use := range uses {
		for _, m := range s.materials(use) {
			for _, cert := range pki.Certificates(m.Text) {
				s.add(cert, m, use)
			}
		}
	}
}

func (s *search) add(cert *x509.Certificate, m *pki.Material, use *pki.Use) {
	print := pki.Fingerprint(cert)
	d := s.byPrint[print]
	if d == nil {
		d = &dead{cert: cert, material: m}
		s.byPrint[print] = d
		s.found = append(s.found, d)
	}
	d.uses = append(d.uses, use)
}

// report reports the certificate where it stands. One that stands in another
// package, or together with a key or with other certificates in one text, it
// reports where it is used.
func (d *dead) report(pass *rule.Pass) {
	origin, uses := d.material.Origin, d.uses
	out := analysis.Diagnostic{Pos: origin.Pos, End: origin.End, Message: d.message(pass.Config.Now)}
	place := analysis.RelatedInformation{Pos: origin.Pos, End: origin.End, Message: "the certificate stands here"}
	if origin.File != "" {
		place.Message = "the certificate is embedded from " + origin.File
	}
	if origin.Foreign || !origin.Pos.IsValid() || len(pki.Certificates(d.material.Text)) > 1 || len(pki.Keys(d.material.Text)) > 0 {
		rng := uses[0].Place(pass.Files)
		out.Pos, out.End = rng.Pos(), rng.End()
		uses = uses[1:]
		if origin.Pos.IsValid() {
			out.Related = append(out.Related, place)
		}
	}
	for _, u := range uses {
		rng := u.Place(pass.Files)
		out.Related = append(out.Related, analysis.RelatedInformation{Pos: rng.Pos(), End: rng.End(), Message: goesTo + u.Sink.Name() + " here"})
	}
	pass.Report(out)
}

// message states until when the certificate is valid, and the reference date.
func (d *dead) message(now time.Time) string {
	what := "certificate"
	if d.cert.IsCA {
		what = "CA certificate"
	}
	end := "expired on " + pki.Until(d.cert)
	if !pki.Ended(d.cert, now) {
		end = "expires on " + pki.Until(d.cert)
	}
	return fmt.Sprintf("the %s of %s in the source %s and reaches %s; reference date %s",
		what, pki.Subject(d.cert), end, d.uses[0].Sink.Name(), now.Format(config.DateLayout))
}
