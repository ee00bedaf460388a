package staticcert

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

// closers end a server, which can be started anew then.
var closers = []string{
	"(*net/http.Server).Close", "(*net/http.Server).Shutdown",
	"(*google.golang.org/grpc.Server).Stop", "(*google.golang.org/grpc.Server).GracefulStop",
}

// again answers whether a server is ended and started anew within the process.
type again struct {
	pass *rule.Pass
	ends map[*types.Func]bool // the functions that end a server
	// commands are the methods that function literals call which are registered
	// under a name.
	commands map[*types.Func]bool
	// factory says that the package registers, when it is initialised, how its
	// objects are made: from a configuration, as often as that is read.
	factory bool
}

func newAgain(pass *rule.Pass) *again {
	a := &again{pass: pass, ends: make(map[*types.Func]bool), commands: make(map[*types.Func]bool)}
	for _, file := range pass.Files {
		if pass.Silent(file.Package) {
			continue
		}
		for _, decl := range file.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok && decl.Body != nil {
				a.function(decl)
			}
		}
	}
	return a
}

func (a *again) function(decl *ast.FuncDecl) {
	fn, _ := a.pass.TypesInfo.Defs[decl.Name].(*types.Func)
	initializes := decl.Name.Name == "init" && decl.Recv == nil
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if callee := syntax.Callee(a.pass.TypesInfo, call); callee != nil {
			if fn != nil && slices.Contains(closers, flow.Name(callee)) {
				a.ends[fn] = true
			}
			a.factory = a.factory || initializes && strings.Contains(strings.ToLower(callee.Name()), "register") && slices.ContainsFunc(call.Args, a.makes)
		}
		a.register(call)
		return true
	})
}

// makes reports whether an argument is a function that makes an object.
func (a *again) makes(arg ast.Expr) bool {
	sig, ok := a.pass.TypesInfo.TypeOf(arg).(*types.Signature)
	return ok && sig.Results().Len() > 0 && !syntax.IsError(sig.Results().At(0).Type())
}

// register notes the methods that a function literal calls which is an argument
// beside a name.
func (a *again) register(call *ast.CallExpr) {
	if !slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { name, ok := text(a.pass, arg); return ok && name != "" }) {
		return
	}
	for _, arg := range call.Args {
		lit, ok := ast.Unparen(arg).(*ast.FuncLit)
		if !ok {
			continue
		}
		ast.Inspect(lit.Body, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if fn := syntax.Callee(a.pass.TypesInfo, call); fn != nil && fn.Pkg() == a.pass.Pkg && fn.Signature().Recv() != nil {
					a.commands[fn] = true
				}
			}
			return true
		})
	}
}

// starts reports whether a server that a function starts is ended and started
// anew: by commands, or as an object that the package has a factory for.
func (a *again) starts(fn *types.Func) bool {
	if fn == nil || fn.Signature().Recv() == nil {
		return false
	}
	if a.factory && len(a.ends) > 0 {
		return true
	}
	if !a.commands[fn] {
		return false
	}
	for other := range a.ends {
		if other != fn && a.commands[other] && receiver(other) != nil && receiver(other) == receiver(fn) {
			return true
		}
	}
	return false
}

// receiver returns the named type whose method a function is, nil for none.
func receiver(fn *types.Func) *types.TypeName {
	recv := fn.Signature().Recv()
	if recv == nil {
		return nil
	}
	t := recv.Type()
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if named, ok := types.Unalias(t).(*types.Named); ok {
		return named.Obj()
	}
	return nil
}
