package noverify

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

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
		Slug:       "noverify",
		Title:      "a verification callback that accepts every certificate, or an identity that nothing verifies",
		Family:     rule.Cert,
		Severity:   finding.Error,
		Confidence: rule.High,
		Profile:    config.Default,
		Triggers: rule.Either(
			rule.Triggers{{"VerifyPeerCertificate", "VerifyConnection"}, {"InsecureSkipVerify", "RequireAnyClientCert"}},
			rule.Triggers{{"RequireAnyClientCert", "RequestClientCert"}, {"PeerCertificates"}},
		),
		Since:         "0.1.0",
		CWE:           []int{295, 297},
		Fix:           rule.NoFix,
		SilentInTests: true,
		Page:          page,
	},
	Cores: []*rule.Core{flow.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

// A settings is what a function sets of one tls.Config.
type settings struct {
	skips     bool // InsecureSkipVerify is true
	mayVerify bool // InsecureSkipVerify is, or may be, false elsewhere
	auth      int64
	authStore *ssa.Store
	callbacks []*ssa.Store // VerifyPeerCertificate and VerifyConnection
	perClient bool         // GetConfigForClient may give another one
	config    *ssa.Alloc   // where the function makes it; nil if it does not
}

// The values of tls.ClientAuthType with which a server takes certificates
// without verifying them.
const (
	requestClientCert    = 1
	requireAnyClientCert = 2
)

func run(pass *rule.Pass) error {
	if rule.ForTests(pass.Pass) || !relevant(pass) {
		return nil
	}
	c := &check{pass: pass, prog: flow.Of(pass.Pass)}
	for _, fn := range c.prog.Funcs() {
		for _, s := range c.configs(fn) {
			c.callbacks(s)
			c.anyClient(s)
		}
	}
	return nil
}

// relevant reports whether the package sets a callback or asks for any client
// certificate. Others need no SSA.
func relevant(pass *rule.Pass) bool {
	for id, obj := range pass.TypesInfo.Uses {
		switch id.Name {
		case "VerifyPeerCertificate", "VerifyConnection", "RequireAnyClientCert", "RequestClientCert":
			if obj.Pkg() != nil && obj.Pkg().Path() == "crypto/tls" {
				return true
			}
		}
	}
	return false
}

type check struct {
	pass *rule.Pass
	prog *flow.Program
}

// configs returns what a function sets of each tls.Config, in order of the
// first store to it.
func (c *check) configs(fn *ssa.Function) []*settings {
	var list []*settings
	byPath := make(map[flow.Path]*settings)
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			st, ok := instr.(*ssa.Store)
			if !ok {
				continue
			}
			addr, ok := st.Addr.(*ssa.FieldAddr)
			if !ok {
				continue
			}
			owner, name := field(addr.X.Type(), addr.Field)
			path, known := flow.PathOf(addr.X)
			if owner != "crypto/tls.Config" || !known {
				continue
			}
			s := byPath[path]
			if s == nil {
				s = &settings{auth: -1}
				s.config, _ = flow.Resolve(addr.X).(*ssa.Alloc)
				byPath[path] = s
				list = append(list, s)
			}
			s.set(name, st)
		}
	}
	return list
}

// set notes a store to a field.
func (s *settings) set(name string, st *ssa.Store) {
	k, isConst := st.Val.(*ssa.Const)
	switch name {
	case "InsecureSkipVerify":
		if isConst && constant.BoolVal(k.Value) {
			s.skips = true
		} else {
			s.mayVerify = true
		}
	case "ClientAuth":
		s.auth, s.authStore = -1, nil
		if isConst {
			s.auth, s.authStore = k.Int64(), st
		}
	case "VerifyPeerCertificate", "VerifyConnection":
		if !isConst {
			s.callbacks = append(s.callbacks, st)
		}
	case "GetConfigForClient":
		s.perClient = true
	}
}

// callbacks reports callbacks that accept everything where nothing else
// verifies: crypto/tls does so itself unless it is told not to.
func (c *check) callbacks(s *settings) {
	unverified := s.skips && !s.mayVerify || s.auth == requireAnyClientCert
	if !unverified || len(s.callbacks) == 0 {
		return
	}
	for _, st := range s.callbacks {
		fn := c.callback(st.Val)
		if fn == nil || !accepts(fn) || wanted(st) {
			return
		}
	}
	st := s.callbacks[0]
	if s.skips && (c.inspects() || indifferent(c.callback(st.Val)) && s.looksAround()) {
		return
	}
	_, name := field(st.Addr.(*ssa.FieldAddr).X.Type(), st.Addr.(*ssa.FieldAddr).Field)
	why := "with InsecureSkipVerify nothing verifies the peer"
	if !s.skips {
		why = "with RequireAnyClientCert nothing verifies the client"
	}
	rng := c.place(st)
	d := analysis.Diagnostic{
		Pos: rng.Pos(), End: rng.End(),
		Message: fmt.Sprintf("%s returns nil on every path, and %s", name, why),
	}
	if fn := c.callback(st.Val); fn.Pos().IsValid() {
		d.Related = []analysis.RelatedInformation{{Pos: fn.Pos(), Message: "the callback is here"}}
	}
	c.pass.Report(d)
}

// place returns the value that a store puts into a field.
func (c *check) place(st *ssa.Store) analysis.Range {
	var found analysis.Range = pki.Range{Begin: st.Pos(), Finish: st.Pos()}
	file := c.pass.FileOf(st.Pos())
	if file == nil {
		return found
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if n.Colon == st.Pos() {
				found = head(n.Value)
			}
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				sel, ok := ast.Unparen(lhs).(*ast.SelectorExpr)
				if ok && len(n.Lhs) == len(n.Rhs) && (sel.Sel.Pos() == st.Pos() || n.TokPos == st.Pos()) {
					found = head(n.Rhs[i])
				}
			}
		}
		return n == nil || n.Pos() <= st.Pos() && st.Pos() <= n.End()
	})
	return found
}

// head returns an expression, of a function literal its type: the body would
// fill the screen.
func head(e ast.Expr) analysis.Range {
	if lit, ok := ast.Unparen(e).(*ast.FuncLit); ok {
		return lit.Type
	}
	return e
}

// field returns the struct, and the name, of a field of base or of what that
// points to.
func field(base types.Type, i int) (owner, name string) {
	if ptr, ok := base.Underlying().(*types.Pointer); ok {
		base = ptr.Elem()
	}
	s, ok := base.Underlying().(*types.Struct)
	if !ok {
		return "", ""
	}
	if named, ok := types.Unalias(base).(*types.Named); ok && named.Obj().Pkg() != nil {
		owner = named.Obj().Pkg().Path() + "." + named.Obj().Name()
	}
	return owner, s.Field(i).Name()
}
