package certfatal

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"

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

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:          "certfatal",
		Title:         "a library ends the process where a certificate cannot be made or loaded",
		Family:        rule.Cert,
		Severity:      finding.Warning,
		Confidence:    rule.Medium,
		Profile:       config.Strict,
		Triggers:      rule.Triggers{{"CreateCertificate", "CreateCertificateRequest", "GenerateKey", "X509KeyPair", "LoadX509KeyPair"}},
		Since:         "0.1.0",
		CWE:           []int{705},
		Fix:           rule.NoFix,
		SilentInTests: true,
		Path:          rule.Leading,
		Page:          page,
	},
	Cores: []*rule.Core{flow.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

// sources are the functions that make or load the identity of a process. Those
// that draw random numbers do not fail from some version of Go on.
var sources = map[string]struct{ draws bool }{
	"crypto/x509.CreateCertificate":        {},
	"crypto/x509.CreateCertificateRequest": {},
	"crypto/tls.X509KeyPair":               {},
	"crypto/tls.LoadX509KeyPair":           {},
	"crypto/rsa.GenerateKey":               {true},
	"crypto/ecdsa.GenerateKey":             {true},
	"crypto/ed25519.GenerateKey":           {true},
}

func run(pass *rule.Pass) error {
	if pass.Pkg.Name() == "main" || rule.ForTests(pass.Pass) || ofCommand(pass) || !relevant(pass) {
		return nil
	}
	c := &check{pass: pass, prog: flow.Of(pass.Pass), seen: make(map[token.Pos]bool)}
	c.findIssuers()
	for _, fn := range c.prog.Funcs() {
		if mayEnd(fn) {
			continue
		}
		for call := range flow.Calls(fn) {
			if value, ok := call.(*ssa.Call); ok && c.fails(value) {
				c.arm(value)
			}
		}
	}
	return nil
}

// relevant reports whether the package calls a source. Others need no SSA.
func relevant(pass *rule.Pass) bool {
	for id, obj := range pass.TypesInfo.Uses {
		if obj.Pkg() == nil || !strings.HasPrefix(obj.Pkg().Path(), "crypto/") {
			continue
		}
		if _, ok := sources[obj.Pkg().Path()+"."+id.Name]; ok {
			return true
		}
	}
	return false
}

// ofCommand reports whether the package is part of a command: what ends there
// tells the user why.
func ofCommand(pass *rule.Pass) bool {
	path := pass.Pkg.Path()
	if pass.Module != nil {
		path = strings.TrimPrefix(path, pass.Module.Path)
	}
	return slices.ContainsFunc(strings.Split(path, "/"), func(elem string) bool {
		switch elem {
		case "cmd", "cmds", "command", "commands", "cli", "examples", "samples", "hack", "tools":
			return true
		}
		return false
	})
}

// mayEnd reports whether a function is one from which callers expect that it
// does not return: Must functions, and those that initialise the package.
func mayEnd(fn *ssa.Function) bool {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	name := strings.ToLower(fn.Name())
	return fn.Synthetic != "" || strings.HasPrefix(name, "must") || name == "init" || strings.HasPrefix(name, "init#") ||
		strings.Contains(name, "fatal") || strings.Contains(name, "orpanic") || strings.Contains(name, "ordie") || name == "main"
}

type check struct {
	pass *rule.Pass
	prog *flow.Program
	// issuers are the functions of the package that return the error of a
	// source.
	issuers map[*ssa.Function]bool
	seen    map[token.Pos]bool
}

// maxIssuers bounds through how many functions an error is handed on.
const maxIssuers = 4

// findIssuers finds the functions that return the error of a source, as it is
// or wrapped.
func (c *check) findIssuers() {
	c.issuers = make(map[*ssa.Function]bool)
	for range maxIssuers {
		before := len(c.issuers)
		for _, fn := range c.prog.Funcs() {
			for call := range flow.Calls(fn) {
				if value, ok := call.(*ssa.Call); ok && !c.issuers[fn] && c.fails(value) && handsOn(value) {
					c.issuers[fn] = true
				}
			}
		}
		if len(c.issuers) == before {
			return
		}
	}
}

// fails reports whether a call is one of a source, or of a function that
// returns the error of one, and can fail.
func (c *check) fails(call *ssa.Call) bool {
	if fn := flow.Callee(call); fn != nil && fn.Pkg() != nil && strings.HasPrefix(fn.Pkg().Path(), "crypto/") {
		if s, ok := sources[flow.Name(fn)]; ok {
			return !(s.draws && !pki.RandomFails(c.pass.Pass, call.Pos())) && !c.constant(call)
		}
	}
	return c.issuers[flow.Target(call)]
}

// constant reports whether all that is parsed stands in the source.
func (c *check) constant(call *ssa.Call) bool {
	if !flow.IsCallTo(call, "crypto/tls.X509KeyPair") {
		return false
	}
	_, cert := c.prog.Fold(call.Call.Args[0])
	_, key := c.prog.Fold(call.Call.Args[1])
	return cert && key
}

// failure returns the error of a call; nil if it is not used.
func failure(call *ssa.Call) ssa.Value {
	results := call.Call.Signature().Results()
	if results.Len() == 1 {
		return call
	}
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == results.Len()-1 {
			return x
		}
	}
	return nil
}

// arms returns the blocks to which control goes because a call failed.
func arms(err ssa.Value) []*ssa.BasicBlock {
	var out []*ssa.BasicBlock
	for _, ref := range *err.Referrers() {
		cmp, ok := ref.(*ssa.BinOp)
		if !ok || cmp.Op != token.EQL && cmp.Op != token.NEQ {
			continue
		}
		if k, ok := cmp.Y.(*ssa.Const); !ok || !k.IsNil() {
			continue
		}
		for _, ref := range *cmp.Referrers() {
			if branch, ok := ref.(*ssa.If); ok {
				arm := branch.Block().Succs[0]
				if cmp.Op == token.EQL {
					arm = branch.Block().Succs[1]
				}
				if len(arm.Preds) == 1 {
					out = append(out, arm)
				}
			}
		}
	}
	return out
}

// handsOn reports whether the function of a call returns its error, or another
// one because of it.
func handsOn(call *ssa.Call) bool {
	err := failure(call)
	results := call.Parent().Signature.Results()
	if err == nil || results.Len() == 0 || results.At(results.Len()-1).Type().String() != "error" {
		return false
	}
	failed := arms(err)
	for _, block := range call.Parent().Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		// Where calls are deferred, results are loaded from variables.
		last := flow.Resolve(ret.Results[len(ret.Results)-1])
		if last == err {
			return true
		}
		if k, ok := last.(*ssa.Const); ok && k.IsNil() {
			continue
		}
		if slices.ContainsFunc(failed, func(arm *ssa.BasicBlock) bool { return arm.Dominates(block) }) {
			return true
		}
	}
	return false
}

// arm reports what ends the process where a call failed.
func (c *check) arm(call *ssa.Call) {
	err := failure(call)
	if err == nil {
		return
	}
	for _, arm := range arms(err) {
		for _, block := range call.Parent().Blocks {
			if !arm.Dominates(block) {
				continue
			}
			for _, instr := range block.Instrs {
				switch instr := instr.(type) {
				case *ssa.Panic:
					c.report(call, instr.Pos())
				case *ssa.Call:
					if flow.Stops(instr) {
						c.report(call, instr.Pos())
					}
				}
			}
		}
	}
}

func (c *check) report(call *ssa.Call, end token.Pos) {
	expr, ok := syntax.ExprAt(c.pass.Pass, end).(*ast.CallExpr)
	if !ok || c.seen[end] {
		return
	}
	c.seen[end] = true
	d := analysis.Diagnostic{Pos: expr.Pos(), End: expr.End()}
	source := "the call"
	if made := syntax.CallAt(c.pass.Pass, call.Pos()); made != nil {
		source = syntax.Text(made)
		d.Related = []analysis.RelatedInformation{{Pos: made.Pos(), End: made.End(), Message: "this fails"}}
	}
	d.Message = fmt.Sprintf("%s ends the process of whoever uses this package where %s fails", syntax.Text(expr.Fun), source)
	c.pass.Report(d)
}
