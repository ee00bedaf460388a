package flow

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/cfg"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/leapguard/leapguard/internal/models"
)

// NoReturn is the fact that a function never returns to its caller: on every
// path it ends the process, panics or loops forever.
type NoReturn struct{}

// AFact marks a fact.
func (*NoReturn) AFact() {}

// Refines says that the fact does not make packages worth analysing.
func (*NoReturn) Refines() {}

func (*NoReturn) String() string { return "NoReturn" }

// noReturns knows which functions never return: those of the models, those
// that another package exported the fact of, and those of this package of
// which no path returns.
type noReturns struct {
	info  *types.Info
	funcs map[*types.Func]bool
	// initial holds the initialisers of package variables of function type.
	initial map[types.Object]ast.Expr
}

// function reports whether a function never returns.
func (n *noReturns) function(fn *types.Func) bool {
	return n.funcs[fn.Origin()] || modelled(fn)
}

// A declared function and its body.
type declared struct {
	fn   *types.Func
	body *ast.BlockStmt
}

// inferNoReturns finds the functions that never return and exports facts of
// those of this package. It works on the syntax, so that SSA stays lazy.
func inferNoReturns(pass *analysis.Pass) *noReturns {
	n := &noReturns{
		info:    pass.TypesInfo,
		funcs:   make(map[*types.Func]bool),
		initial: make(map[types.Object]ast.Expr),
	}
	for _, init := range pass.TypesInfo.InitOrder {
		if _, ok := init.Lhs[0].Type().Underlying().(*types.Signature); ok && len(init.Lhs) == 1 {
			n.initial[init.Lhs[0]] = init.Rhs
		}
	}
	for _, f := range pass.AllObjectFacts() {
		if fn, ok := f.Object.(*types.Func); ok {
			n.funcs[fn] = true
		}
	}
	for _, d := range n.settle(n.declared(pass.Files)) {
		if d.fn.Exported() {
			pass.ExportObjectFact(d.fn, new(NoReturn))
		}
	}
	return n
}

func (n *noReturns) declared(files []*ast.File) []declared {
	var out []declared
	for _, file := range files {
		for _, decl := range file.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok && decl.Body != nil {
				out = append(out, declared{n.info.Defs[decl.Name].(*types.Func), decl.Body})
			}
		}
	}
	return out
}

// settle assumes of all functions that they never return, and withdraws that
// from those that may until nothing changes: what calls nothing but itself
// does not return either. It returns the functions that remain.
func (n *noReturns) settle(decls []declared) []declared {
	for _, d := range decls {
		n.funcs[d.fn] = true
	}
	for {
		var remaining []declared
		for _, d := range decls {
			if n.reachesEnd(d.body.List) || !cfg.New(d.body, n.mayReturn).NoReturn() {
				delete(n.funcs, d.fn)
			} else {
				remaining = append(remaining, d)
			}
		}
		if len(remaining) == len(decls) {
			return remaining
		}
		decls = remaining
	}
}

// reachesEnd reports whether statements obviously come to their end or a
// return statement, which spares most functions the control flow graph.
func (n *noReturns) reachesEnd(list []ast.Stmt) bool {
	if len(list) == 0 {
		return true
	}
	switch last := list[len(list)-1].(type) {
	case *ast.ReturnStmt:
		return n.reachesEnd(list[:len(list)-1])
	case *ast.ExprStmt:
		call, ok := ast.Unparen(last.X).(*ast.CallExpr)
		return !ok || n.mayReturn(call)
	case *ast.ForStmt:
		return last.Cond != nil
	case *ast.IfStmt:
		return last.Else == nil
	case *ast.BlockStmt, *ast.BranchStmt, *ast.LabeledStmt, *ast.SelectStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt:
		return false
	}
	return true
}

// mayReturn reports whether a call may return.
func (n *noReturns) mayReturn(call *ast.CallExpr) bool {
	switch callee := typeutil.Callee(n.info, call).(type) {
	case *types.Builtin:
		return callee.Name() != "panic"
	case *types.Func:
		return !n.function(callee) && !n.endsEvent(call, callee)
	case *types.Var:
		fn, ok := funcOf(n.info, n.initial[callee])
		return !ok || !n.function(fn)
	}
	return true
}

// funcOf returns the function or method that an expression names.
func funcOf(info *types.Info, e ast.Expr) (*types.Func, bool) {
	switch e := e.(type) {
	case *ast.Ident:
		fn, ok := info.Uses[e].(*types.Func)
		return fn, ok
	case *ast.SelectorExpr:
		return funcOf(info, e.Sel)
	}
	return nil, false
}

// endsEvent is the counterpart in syntax of the function of that name on SSA.
func (n *noReturns) endsEvent(call *ast.CallExpr, fn *types.Func) bool {
	if fn.Signature().Recv() == nil || !models.NoReturnIdentifier(fn.Name()) {
		return false
	}
	end := Name(fn)
	for {
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			return false
		}
		if call, ok = ast.Unparen(sel.X).(*ast.CallExpr); !ok {
			return false
		}
		if begin := typeutil.StaticCallee(n.info, call); begin != nil && models.NoReturnEvent(Name(begin), end) {
			return true
		}
	}
}
