package badca

import (
	"crypto/x509"
	_ "embed"
	"fmt"
	"go/token"
	"slices"

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
		Slug:          "badca",
		Title:         "flags of a certificate that contradict each other, or a server without a name",
		Family:        rule.Cert,
		Severity:      finding.Warning,
		Confidence:    rule.Medium,
		Profile:       config.Default,
		Triggers:      template.Triggers,
		Since:         "0.1.0",
		CWE:           []int{295},
		Fix:           rule.NoFix,
		SilentInTests: true,
		Options:       []rule.AnyOption{pathlen},
		Path:          rule.Following,
		Page:          page,
	},
	Cores: []*rule.Core{template.Core, flow.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

// pathlen is off by default: where nobody makes a CA below another, none is missed
// that forbids it.
var pathlen = rule.Option[bool]{
	Name: "pathlen", Strict: true,
	Doc: "also reports MaxPathLen 0 without MaxPathLenZero where the package makes no CA below",
}

func run(pass *rule.Pass) error {
	c := &check{pass: pass, pkg: template.Of(pass.Pass), reported: make(map[token.Pos]bool), pathlen: pathlen.In(pass)}
	for _, creation := range c.pkg.Creations {
		if !creation.Used() || creation.WritesFlags() {
			continue
		}
		switch creation.Bool("IsCA") {
		case template.True:
			c.authority(creation)
		case template.False:
			c.leaf(creation)
		}
	}
	return nil
}

type check struct {
	pass     *rule.Pass
	pkg      *template.Package
	reported map[token.Pos]bool
	pathlen  bool // the value of the option
}

// report reports a finding about what a field holds, if that is one value.
func (c *check) report(creation *template.Creation, field, format string, args ...any) {
	s, _ := creation.Only(field)
	if s == nil {
		return
	}
	e := template.Place(c.pass.Pass, s.Instr)
	if e == nil || c.reported[e.Pos()] {
		return
	}
	c.reported[e.Pos()] = true
	d := analysis.Diagnostic{Pos: e.Pos(), End: e.End(), Message: field + " " + syntax.Text(e) + " " + fmt.Sprintf(format, args...)}
	if call := c.pass.CallAt(creation.Call.Common().Pos()); call != nil {
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: call.Fun.Pos(), End: call.Fun.End(), Message: "the certificate is created here"})
	}
	c.pass.Report(d)
}

// authority looks at the certificate of a CA.
func (c *check) authority(creation *template.Creation) {
	constraints := creation.Bool("BasicConstraintsValid")
	if constraints == template.False {
		if c.ownUse(creation) || creation.SelfSigned() && creation.EndEntity() && !creation.Nameless() && !c.pkg.Issues() {
			return // trusted or not, it is so for itself
		}
		c.report(creation, "IsCA", "is without effect, for BasicConstraintsValid is false, so what the certificate signs is not accepted")
		return
	}
	if masks, ok := creation.Masks("KeyUsage"); ok && !slices.ContainsFunc(masks, mayVerify) && !c.ownUse(creation) &&
		!(creation.SelfSigned() && !slices.ContainsFunc(masks, func(m int64) bool { return !encryptsOnly(m) })) {
		c.report(creation, "KeyUsage", "of a CA lacks KeyUsageCertSign, so what the certificate signs is not accepted")
	}
	if constraints != template.True {
		return
	}
	lengths, ok := creation.Masks("MaxPathLen")
	if !ok || len(lengths) != 1 {
		return
	}
	switch zero := creation.Bool("MaxPathLenZero"); {
	case lengths[0] == 0 && zero == template.False && (c.pathlen || creation.IssuesCA()):
		c.report(creation, "MaxPathLen", "sets no limit, for MaxPathLenZero is false")
	case lengths[0] > 0 && zero == template.True:
		c.report(creation, "MaxPathLenZero", "is without effect, for MaxPathLen is %d", lengths[0])
	}
}

// ownUse reports whether a certificate signs nothing but itself and is not given
// away: whoever meets it does so in a handshake, and cannot trust it anyhow.
func (c *check) ownUse(creation *template.Creation) bool {
	return creation.SelfSigned() && creation.Served() && !creation.Signs() && (creation.EndEntity() || !c.pkg.Issues())
}

// mayVerify reports whether a key of such usage may sign certificates: if it
// has no usage, it has all.
func mayVerify(usage int64) bool {
	return usage == 0 || x509.KeyUsage(usage)&x509.KeyUsageCertSign != 0
}

// encryptsOnly reports whether a key of such usage is there for secrets that others
// send: a certificate that is signed by such a key itself carries it, whatever its
// flags say.
func encryptsOnly(usage int64) bool {
	const encrypts = x509.KeyUsageKeyEncipherment | x509.KeyUsageDataEncipherment | x509.KeyUsageKeyAgreement | x509.KeyUsageEncipherOnly | x509.KeyUsageDecipherOnly
	return x509.KeyUsage(usage)&^encrypts == 0
}

// isOPC reports whether a usage is that of a self-signed certificate of OPC UA,
// which is to have KeyUsageCertSign though it is of no CA.
func isOPC(creation *template.Creation, usage int64) bool {
	const opc = x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment | x509.KeyUsageKeyEncipherment | x509.KeyUsageDataEncipherment
	return x509.KeyUsage(usage)&opc == opc && creation.SelfSigned()
}

// leaf looks at a certificate that is not that of a CA.
func (c *check) leaf(creation *template.Creation) {
	if masks, ok := creation.Masks("KeyUsage"); ok && !creation.Anonymous() && !c.ownUse(creation) && !slices.ContainsFunc(masks, func(m int64) bool { return m == 0 || !mayVerify(m) || isOPC(creation, m) }) {
		c.report(creation, "KeyUsage", "has KeyUsageCertSign, which RFC 5280 allows with IsCA only")
	}
	if creation.Bool("BasicConstraintsValid") == template.True {
		lengths, ok := creation.Masks("MaxPathLen")
		switch {
		case ok && len(lengths) == 1 && lengths[0] > 0:
			c.report(creation, "MaxPathLen", "makes CreateCertificate fail, for IsCA is false")
		case ok && len(lengths) == 1 && lengths[0] == 0 && creation.Bool("MaxPathLenZero") == template.True:
			c.report(creation, "MaxPathLenZero", "makes CreateCertificate fail, for IsCA is false")
		}
	}
	c.server(creation)
}
