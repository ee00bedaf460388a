package weakserial

import (
	_ "embed"
	"go/ast"
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
		Slug:          "weakserial",
		Title:         "a certificate with a serial number that is constant, predictable or short",
		Family:        rule.Cert,
		Severity:      finding.Warning,
		Confidence:    rule.Medium,
		Profile:       config.Default,
		Triggers:      template.Triggers,
		Since:         "0.1.0",
		CWE:           []int{330, 341},
		Fix:           rule.UnsafeFix,
		Overlaps:      []string{"gosec G404 (any use of math/rand)"},
		SilentInTests: true,
		Options:       []rule.AnyOption{clock, bits, fresh},
		Path:          rule.Following,
		Page:          page,
	},
	Cores: []*rule.Core{template.Core, flow.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

// clock is off by default: no issuer that waits for a signature creates two
// certificates in one nanosecond, and nobody gains from guessing a serial number
// where hashes do not collide.
var clock = rule.Option[bool]{
	Name: "clock", Strict: true,
	Doc: "also reports serial numbers that are the clock in nanoseconds or microseconds",
}

// bits is what few certificates need by default: of 48 random bits, twenty million
// certificates make two probably the same.
var bits = rule.Option[int]{
	Name: "bits", Default: 48, Strict: 63,
	Doc: "number of random bits below which a serial number is reported",
}

// fresh is off by default: where each key signs one certificate of a number, only
// those mind who know issuers by their names, such as browsers and revocation lists.
var fresh = rule.Option[bool]{
	Name: "fresh", Strict: true,
	Doc: "also reports constant serial numbers of roots, and of what a key signs that is drawn anew for it",
}

func run(pass *rule.Pass) error {
	c := &check{
		pass: pass, pkg: template.Of(pass.Pass), reported: make(map[token.Pos]bool),
		example: rule.IsExample(pass.WithinModule()), clock: clock.In(pass), bits: bits.In(pass), fresh: fresh.In(pass),
	}
	for _, creation := range c.pkg.Creations {
		if !creation.Used() || creation.KeyOnly() || creation.ForChallenge() {
			continue
		}
		for _, s := range creation.Field("SerialNumber") {
			if s.Kind != template.Stored || afterError(flow.ConditionsAt(s.Instr.Block())) {
				continue
			}
			for _, f := range c.flaws(s.Value) {
				if c.counts(creation, f) {
					c.report(creation, s, f)
				}
			}
		}
	}
	return nil
}

// counts reports whether a flaw matters in a certificate. One signed by its own
// key has no other issuer, whose numbers it could meet: only one that is made anew
// with the same number can be confused with another.
func (c *check) counts(creation *template.Creation, f flaw) bool {
	if f.fine && !c.clock {
		return false
	}
	if !creation.SelfSigned() {
		return c.fresh || f.number == "" || f.number == "0" || !c.alone(creation, f)
	}
	if f.number == "" || c.example || brief(creation) || c.dated(creation) {
		return false
	}
	return f.number == "0" || c.fresh && (c.madeAnew(creation, f) || c.oneOfMany(creation) || !c.firstOfMany(creation))
}

// brief reports whether a certificate is valid for a day at most: if it is signed
// by its own key, the next one with the same serial number comes when it has ended.
func brief(creation *template.Creation) bool {
	_, _, seconds, ok := creation.Lifetime()
	return ok && seconds <= 24*60*60
}

// dated reports whether a certificate begins to be valid on a date that the code
// names: it is made to be the same again, its serial number included.
func (c *check) dated(creation *template.Creation) bool {
	begin, _ := creation.Only("NotBefore")
	if begin == nil {
		return false
	}
	at, known := c.pkg.Instant(begin.Value)
	return known && at.Base.Fixed
}

type check struct {
	pass     *rule.Pass
	pkg      *template.Package
	reported map[token.Pos]bool
	example  bool // the package is one

	clock, fresh bool // values of the options
	bits         int
}

// report reports a flaw where the number comes from: where it is stored to the
// template, where a caller passes it, or where the counter starts.
func (c *check) report(creation *template.Creation, s template.Source, f flaw) {
	stored := template.Place(c.pass.Pass, s.Instr)
	at := stored
	switch {
	case f.counter != nil:
		at = template.Place(c.pass.Pass, f.counter)
	case f.argument != nil:
		at = f.argument.Expr(c.pass.Pass)
	}
	if at == nil || c.reported[at.Pos()] {
		return
	}
	c.reported[at.Pos()] = true
	d := analysis.Diagnostic{Pos: at.Pos(), End: at.End(), Message: syntax.Text(at) + " " + f.says}
	if stored != nil && stored != at {
		d.Related = append(d.Related, related(stored, "becomes the serial number here"))
	}
	if call := c.pass.CallAt(creation.Call.Common().Pos()); call != nil {
		d.Related = append(d.Related, related(call.Fun, "the certificate is created here"))
	}
	if stored == at {
		d.SuggestedFixes = c.fix(creation, at)
	}
	c.pass.Report(d)
}

func related(e ast.Expr, text string) analysis.RelatedInformation {
	return analysis.RelatedInformation{Pos: e.Pos(), End: e.End(), Message: text}
}
