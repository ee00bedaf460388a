package staticcert

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"path"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/pki/written"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

//go:embed doc.go
var page string

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:       "staticcert",
		Title:      "a server that reads its certificate once and has no way to renew it",
		Family:     rule.Cert,
		Severity:   finding.Info,
		Confidence: rule.Medium,
		Profile:    config.Strict,
		Triggers: rule.Either(
			rule.Triggers{{"ListenAndServeTLS", "ServeTLS", "RunTLS", "StartTLS", "ListenTLS", "NewServerTLSFromFile"}},
			rule.Triggers{{"LoadX509KeyPair"}, {"Certificates"}, {"Listen", "NewListener", "TLSConfig", "Creds"}},
		),
		Since:         "0.1.0",
		CWE:           []int{298},
		Fix:           rule.NoFix,
		SilentInTests: true,
		Page:          page,
	},
	Cores: []*rule.Core{flow.Core, written.Core},
	Run:   run,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

// A server is a function that serves with a certificate that it reads from
// files. Cert is the index of the argument that names the file, that of the key
// follows; addr is the index of the address, -1 for none. The receiver does not
// count.
type server struct{ cert, addr int }

var servers = map[string]server{
	"net/http.ListenAndServeTLS":                              {1, 0},
	"net/http.ServeTLS":                                       {2, -1},
	"(*net/http.Server).ListenAndServeTLS":                    {0, -1},
	"(*net/http.Server).ServeTLS":                             {1, -1},
	"(*github.com/gin-gonic/gin.Engine).RunTLS":               {1, 0},
	"(*github.com/labstack/echo/v4.Echo).StartTLS":            {1, 0},
	"(*github.com/gofiber/fiber/v2.App).ListenTLS":            {1, 0},
	"github.com/valyala/fasthttp.ListenAndServeTLS":           {1, 0},
	"(*github.com/valyala/fasthttp.Server).ListenAndServeTLS": {1, 0},
	"google.golang.org/grpc/credentials.NewServerTLSFromFile": {0, -1},
}

func run(pass *rule.Pass) error {
	if rule.ForTests(pass.Pass) || forShow(pass) {
		return nil
	}
	calls := find(pass)
	if len(calls) == 0 || reloads(pass) {
		return nil
	}
	var loaded map[token.Pos]bool
	repeats := newAgain(pass)
	idle := unrenewed(pass, calls)
	for _, c := range calls {
		if repeats.starts(c.in) || idle[c.expr.Lparen] {
			continue
		}
		if !c.loads {
			c.report(pass)
			continue
		}
		if loaded == nil {
			loaded = served(flow.Of(pass.Pass))
		}
		if loaded[c.expr.Lparen] {
			c.report(pass)
		}
	}
	return nil
}

// A call reads a certificate from files.
type call struct {
	expr  *ast.CallExpr
	in    *types.Func
	cert  int  // index of the argument that names the file
	loads bool // it only loads: what becomes of the certificate is to be found out
}

func (c *call) report(pass *rule.Pass) {
	verb := "serves with the certificate that it reads now"
	if c.loads {
		verb = "is served as it is read now"
	}
	// The function, not the call: certdrop reports that where it drops the error.
	pass.Report(analysis.Diagnostic{
		Pos: c.expr.Fun.Pos(), End: c.expr.Fun.End(),
		Message: fmt.Sprintf("%s %s until the process ends: nothing in the package reads a renewed one", syntax.Text(c.expr), verb),
	})
}

// find returns the calls in the package that read certificates from files for
// servers, in order of their positions.
func find(pass *rule.Pass) []*call {
	var out []*call
	for _, file := range pass.Files {
		if pass.Silent(file.Package) {
			continue
		}
		ast.PreorderStack(file, nil, func(n ast.Node, stack []ast.Node) bool {
			expr, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			fn := syntax.Callee(pass.TypesInfo, expr)
			if fn == nil || fn.Pkg() == nil {
				return true
			}
			name := flow.Name(fn)
			s, serves := servers[name]
			loads := name == "crypto/tls.LoadX509KeyPair"
			if loads && !inCallback(stack) || serves && s.fromFiles(pass, expr) && !repeated(stack) && !tried(stack) {
				out = append(out, &call{expr, within(pass, stack), s.cert, loads})
			}
			return true
		})
	}
	return out
}

// tried reports whether a call's first result is dropped: it only asks whether the
// files can be read.
func tried(stack []ast.Node) bool {
	assign, ok := stack[len(stack)-1].(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != 2 {
		return false
	}
	id, ok := assign.Lhs[0].(*ast.Ident)
	return ok && id.Name == "_"
}

// fromFiles reports whether a call names files, and the address is not one for
// this machine alone.
func (s server) fromFiles(pass *rule.Pass, expr *ast.CallExpr) bool {
	if s.addr >= 0 && s.addr < len(expr.Args) {
		if addr, ok := text(pass, expr.Args[s.addr]); ok && (strings.HasPrefix(addr, "localhost:") || strings.HasPrefix(addr, "127.0.0.1:")) {
			return false
		}
	}
	if len(expr.Args) == 1 { // f(g()), where g returns both names
		return s.cert == 0
	}
	for _, i := range []int{s.cert, s.cert + 1} {
		if i >= len(expr.Args) {
			return false
		}
		if name, ok := text(pass, expr.Args[i]); ok && (name == "" || forLocalhost(name)) || isOwnFile(pass, expr.Args[i]) {
			return false
		}
	}
	return true
}

// forLocalhost reports whether a file is named for the machine of a developer,
// whose certificate nobody renews.
func forLocalhost(name string) bool { return strings.HasPrefix(path.Base(name), "localhost") }

// isOwnFile reports whether a name is that of a file that the program has opened,
// to write there what it was given: nobody renews that.
func isOwnFile(pass *rule.Pass, e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := pass.Callee(call)
	return fn != nil && flow.Name(fn) == "(*os.File).Name"
}

// text returns the value of a constant string.
func text(pass *rule.Pass, e ast.Expr) (string, bool) {
	v := pass.TypesInfo.Types[e].Value
	if v == nil || v.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(v), true
}

// repeated reports whether a call stands in a loop that may serve again.
func repeated(stack []ast.Node) bool {
	for _, s := range slices.Backward(stack) {
		switch s.(type) {
		case *ast.ForStmt:
			return true
		case *ast.FuncDecl, *ast.FuncLit:
			return false
		}
	}
	return false
}

// within returns the declared function that the innermost of the nodes is in.
func within(pass *rule.Pass, stack []ast.Node) *types.Func {
	for _, n := range stack {
		if decl, ok := n.(*ast.FuncDecl); ok {
			fn, _ := pass.TypesInfo.Defs[decl.Name].(*types.Func)
			return fn
		}
	}
	return nil
}

// inCallback reports whether a call stands in a function literal, which may be
// called again for the next connection.
func inCallback(stack []ast.Node) bool {
	return slices.ContainsFunc(stack, func(n ast.Node) bool { _, ok := n.(*ast.FuncLit); return ok })
}
