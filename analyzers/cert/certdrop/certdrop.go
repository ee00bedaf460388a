package certdrop

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/pki"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

//go:embed doc.go
var page string

// parameters makes the check report text that exported functions are passed.
var parameters = rule.Option[bool]{
	Name:   "parameters",
	Strict: true,
	Doc:    "also reports text that callers in other packages pass to an exported function",
}

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:       "certdrop",
		Title:      "an error or result of a call that reads, makes or verifies certificates or keys is dropped",
		Family:     rule.Cert,
		Severity:   finding.Error,
		Confidence: rule.Medium,
		Profile:    config.Default,
		Triggers: rule.Either(
			rule.Triggers{{
				"AppendCertsFromPEM", "ParseCertificate", "ParseCertificates", "ParseCertificateRequest",
				"ParsePKCS1PrivateKey", "ParsePKCS8PrivateKey", "ParseECPrivateKey", "ParsePKIXPublicKey",
				"CreateCertificate", "CreateCertificateRequest", "X509KeyPair", "LoadX509KeyPair", "GenerateKey",
				"VerifyHostname", "CheckSignature", "CheckSignatureFrom",
			}},
			rule.Triggers{{"Verify"}, {"VerifyOptions"}},
			rule.Triggers{{"Decode"}, {"pem"}},
		),
		Since:         "0.1.0",
		CWE:           []int{252, 295, 476},
		Fix:           rule.UnsafeFix,
		Overlaps:      []string{"errcheck", "gosec G104"},
		SilentInTests: true,
		Options:       []rule.AnyOption{parameters},
		Path:          rule.Following,
		Page:          page,
	},
	Cores:     []*rule.Core{flow.Core, pki.Core},
	FactTypes: []analysis.Fact{new(Encoded)},
	Run:       run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

// A kind groups the calls that fail alike.
type kind int

const (
	parses    kind = iota // fails on input that is malformed
	makes                 // fails on arguments that do not fit
	loads                 // fails where files cannot be read or do not match
	draws                 // fails where there are no random numbers
	verifies              // its only purpose is the error
	appends               // adds certificates to a pool
	decodesTo             // returns nil for text that is not PEM
)

// A target is a function whose failure must not pass unseen.
type target struct {
	kind   kind
	inputs []int // indexes of what it reads, the receiver counts
}

var targets = map[string]target{
	"crypto/x509.ParseCertificate":        {parses, []int{0}},
	"crypto/x509.ParseCertificates":       {parses, []int{0}},
	"crypto/x509.ParseCertificateRequest": {parses, []int{0}},
	"crypto/x509.ParsePKCS1PrivateKey":    {parses, []int{0}},
	"crypto/x509.ParsePKCS8PrivateKey":    {parses, []int{0}},
	"crypto/x509.ParseECPrivateKey":       {parses, []int{0}},
	"crypto/x509.ParsePKIXPublicKey":      {parses, []int{0}},
	"crypto/tls.X509KeyPair":              {parses, []int{0, 1}},
	"crypto/tls.LoadX509KeyPair":          {loads, nil},

	"crypto/x509.CreateCertificate":        {makes, nil},
	"crypto/x509.CreateCertificateRequest": {makes, nil},

	"crypto/rsa.GenerateKey":     {draws, nil},
	"crypto/ecdsa.GenerateKey":   {draws, nil},
	"crypto/ed25519.GenerateKey": {draws, nil},

	"(*crypto/x509.Certificate).Verify":                {verifies, nil},
	"(*crypto/x509.Certificate).VerifyHostname":        {verifies, nil},
	"(*crypto/x509.Certificate).CheckSignature":        {verifies, nil},
	"(*crypto/x509.Certificate).CheckSignatureFrom":    {verifies, nil},
	"(*crypto/x509.CertificateRequest).CheckSignature": {verifies, nil},
	"(*crypto/x509.RevocationList).CheckSignatureFrom": {verifies, nil},
	"(*crypto/tls.Conn).VerifyHostname":                {verifies, nil},
	"(*crypto/x509.CertPool).AppendCertsFromPEM":       {appends, []int{1}},
	"encoding/pem.Decode":                              {decodesTo, []int{0}},
}

func run(pass *rule.Pass) error {
	if rule.ForTests(pass.Pass) {
		return nil
	}
	c := &check{pass: pass, prog: flow.Of(pass.Pass), known: pki.Of(pass.Pass)}
	c.export()
	drops := dropped(pass)
	if len(drops) == 0 {
		return nil
	}
	for _, fn := range c.prog.Funcs() {
		for call := range flow.Calls(fn) {
			if d := drops[call.Common().Pos()]; d != nil {
				if value, ok := call.(*ssa.Call); ok {
					c.judge(d, value)
				}
			}
		}
	}
	return nil
}

type check struct {
	pass    *rule.Pass
	prog    *flow.Program
	known   *pki.Package
	callers map[*ssa.Function][]ssa.CallInstruction
	stores  map[*types.Var][]*ssa.Store
}

// judge reports a dropped result if what follows goes wrong because of it.
func (c *check) judge(d *drop, call *ssa.Call) {
	args := flow.Args(call)
	switch d.kind {
	case verifies:
		if value := result(call, 0); d.results > 1 && value != nil {
			if use := c.misused(value); use != nil {
				c.report(d, use, "and what follows panics where verification fails")
			}
			return
		}
		c.report(d, nil, "so a certificate that does not verify is accepted as one that does")
		return
	case appends:
		if c.good(args[1], maxSource) || c.optional(args[1]) || c.examined(args[1], call) || c.tried(args[1], call) || c.kept(args[1]) || c.vetted(args[1]) {
			return
		}
		if c.pooled(args[0]) || unread(args[0]) || c.listed(call) || d.loop && isRead(args[1]) {
			return
		}
		c.report(d, nil, fmt.Sprintf("where %s holds no certificate the pool stays without it", syntax.Text(unconverted(c.pass.TypesInfo, d.call.Args[0]))))
		return
	case makes:
		if ownMaking(call) {
			return
		}
	case draws:
		if c.cannotFail(d, args) {
			return
		}
	case parses, decodesTo:
		for _, i := range d.inputs {
			if c.good(args[i], maxSource) || !c.outside(args[i], make(map[ssa.Value]bool)) {
				return
			}
		}
		if d.kind == decodesTo && c.examined(args[0], call) {
			return
		}
	}
	value := result(call, 0)
	if value == nil {
		return
	}
	if use := c.misused(value); use != nil {
		c.report(d, use, d.consequence())
	}
}

// cannotFail reports whether a call that draws random numbers cannot return an
// error in the versions of Go that the file is for.
func (c *check) cannotFail(d *drop, args []ssa.Value) bool {
	if pki.RandomFails(c.pass.Pass, d.call.Pos()) {
		return false
	}
	if d.name != "crypto/rsa.GenerateKey" {
		return true
	}
	_, constant := c.prog.Fold(args[1])
	return constant
}

// report reports a dropped result. The consequence says what use does, or what
// follows if there is no use.
func (c *check) report(d *drop, use ssa.Instruction, consequence string) {
	what := "the error of"
	if d.kind == appends {
		what = "the result of"
	}
	message := fmt.Sprintf("%s %s is dropped, %s", what, syntax.Text(d.call), consequence)
	if d.kind == decodesTo {
		message = fmt.Sprintf("%s is not tested for nil, %s", syntax.Text(d.call), consequence)
	}
	diag := analysis.Diagnostic{Pos: d.call.Pos(), End: d.call.End(), Message: message}
	if use != nil && use.Pos().IsValid() {
		diag.Related = []analysis.RelatedInformation{{Pos: use.Pos(), Message: "used here"}}
	}
	if fix := d.fix(c.pass); fix != nil {
		diag.SuggestedFixes = []analysis.SuggestedFix{*fix}
	}
	c.pass.Report(diag)
}

// unconverted strips conversions from an expression.
func unconverted(info *types.Info, e ast.Expr) ast.Expr {
	for {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || !info.Types[call.Fun].IsType() {
			return e
		}
		e = call.Args[0]
	}
}

// result returns a result of a call; nil if it is not used.
func result(call *ssa.Call, i int) ssa.Value {
	if call.Call.Signature().Results().Len() == 1 {
		return call
	}
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == i && len(*x.Referrers()) > 0 {
			return x
		}
	}
	return nil
}

// A drop is a call whose error or result the code does not keep.
type drop struct {
	target
	name    string
	call    *ast.CallExpr
	results int
	stmt    ast.Stmt // that the call is, or is assigned by
	outer   ast.Node // the innermost function around it
	list    bool     // the statement stands in a list of statements
	loop    bool     // it stands in a loop
}
