package weakserial

import (
	_ "embed"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

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
		Page:          page,
	},
	Cores: []*rule.Core{template.Core, flow.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	example := rule.IsExample(pass.WithinModule())
	c := &check{pass: pass, pkg: template.Of(pass.Pass), reported: make(map[token.Pos]bool)}
	for _, creation := range c.pkg.Creations {
		if !creation.Used() || creation.KeyOnly() {
			continue
		}
		for _, s := range creation.Field("SerialNumber") {
			if s.Kind == template.Stored && !afterError(flow.ConditionsAt(s.Instr.Block())) && !forChallenge(s.Instr.Parent()) {
				for _, f := range flaws(c.pkg, s.Value) {
					if !creation.SelfSigned() || f.constant && !example && !brief(creation) && !c.dated(creation) && !c.firstOfMany(creation, f) {
						c.report(creation, s, f)
					}
				}
			}
		}
	}
	return nil
}

// firstOfMany reports whether a certificate is that of a CA, signed by its own key,
// for which the package issues others with numbers that it gets from elsewhere: a
// store counts them, and the root, which is made once, has the first. It cannot be
// 0. Who draws the others at random could have drawn that of the root too.
func (c *check) firstOfMany(creation *template.Creation, f flaw) bool {
	if f.zero || creation.Bool("IsCA") != template.True || creation.EndEntity() {
		return false
	}
	issues := false
	for _, other := range c.pkg.Creations {
		if other.SelfSigned() {
			continue
		}
		issues = true
		for _, s := range other.Field("SerialNumber") {
			if s.Kind == template.Absent || s.Kind == template.Stored && (len(flaws(c.pkg, s.Value)) > 0 || drawnAtRandom(c.pkg, s.Value, maxDraws)) {
				return false
			}
		}
	}
	return issues
}

// maxDraws bounds how far a number is followed to where it is drawn.
const maxDraws = 4

// drawnAtRandom reports whether a serial number is, or may be, one of crypto/rand.
func drawnAtRandom(pkg *template.Package, v template.Value, depth int) bool {
	v = v.Resolve()
	result := 0
	if x, ok := v.V.(*ssa.Extract); ok {
		result, v.V = x.Index, x.Tuple
	}
	call, ok := v.V.(*ssa.Call)
	if !ok || depth == 0 {
		return false
	}
	switch {
	case flow.IsCallTo(call, "crypto/rand.Int", "crypto/rand.Prime", "(*math/big.Int).SetBytes"):
		return true
	case flow.IsCallTo(call, "(*math/big.Int).Set"):
		return drawnAtRandom(pkg, template.Value{V: flow.Args(call)[1], Frame: v.Frame}, depth-1)
	}
	values, _ := pkg.Results(call, v.Frame, result)
	return slices.ContainsFunc(values, func(v template.Value) bool { return drawnAtRandom(pkg, v, depth-1) })
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

// forChallenge reports whether a function, by its name, makes a certificate
// that answers a challenge: whoever asked looks at it once.
func forChallenge(fn *ssa.Function) bool {
	name := strings.ToLower(fn.Name())
	return strings.Contains(name, "challenge") || strings.Contains(name, "alpn")
}

type check struct {
	pass     *rule.Pass
	pkg      *template.Package
	reported map[token.Pos]bool
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
