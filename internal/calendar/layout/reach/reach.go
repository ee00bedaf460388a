// Package reach finds the constant layouts that reach the functions of package
// time which take one: through constants, variables, tables, struct fields,
// results and parameters of functions.
//
// It works on syntax and types alone and does not tell paths apart: what is
// stored in a variable anywhere counts wherever the variable is read. A layout
// is hardly ever anything else.
package reach

import (
	"cmp"
	"go/ast"
	"go/types"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

// A Use tells what is done with a layout.
type Use uint8

// The uses.
const (
	Parse Use = 1 << iota
	Print
)

// A Layout is a constant that is used as a layout.
type Layout struct {
	// Expr is where the layout is written, or named if that is in another
	// package.
	Expr  ast.Expr
	Value string
	Use   Use
	// Call is a call that the layout reaches. It is of package time, or of a
	// function of another package that passes the layout on.
	Call *ast.CallExpr
	// Argument says that all calls have the constant for an argument and are
	// of package time.
	Argument bool
	// Siblings are the constants that may be there for the layout: those of its
	// table, or of the variable, field or function that yields it.
	Siblings []string
}

// Core provides the layouts of every package as a []*[Layout], in source
// order, and facts about functions that pass on layouts. Functions that do so
// mostly name the parameter after that.
var Core = rule.NewCore(&analysis.Analyzer{
	Name:       "leapguardlayouts",
	Doc:        "finds the layouts of times for the checks of leapguard",
	ResultType: reflect.TypeFor[[]*Layout](),
	FactTypes:  []analysis.Fact{new(LayoutParam)},
	Run:        run,
}, rule.Triggers{
	{"Parse", "ParseInLocation", "Format", "AppendFormat"},
	{"layout", "layouts", "format", "formats", "timeLayout", "timeFormat", "dateLayout", "dateFormat"},
	{"time"},
})

// Of returns the layouts of the package under analysis. The analyzer must
// require Core.
func Of(pass *analysis.Pass) []*Layout {
	return pass.ResultOf[Core.Analyzer].([]*Layout)
}

// LayoutParam is the fact that a function passes parameters on as layouts.
type LayoutParam struct {
	Params []Param
}

// A Param is a parameter that holds a layout.
type Param struct {
	Index int
	Elem  bool // it is a slice, array or map, the elements of which are layouts
	Use   Use
}

// AFact marks a fact.
func (*LayoutParam) AFact() {}

// Refines marks a fact that need not wake the packages that use the function:
// those that pass a layout of their own have it in their text.
func (*LayoutParam) Refines() {}

func (f *LayoutParam) String() string {
	var params []string
	for _, p := range f.Params {
		text := strconv.Itoa(p.Index)
		if p.Elem {
			text += " elem"
		}
		params = append(params, text)
	}
	return "layoutParam " + strings.Join(params, ", ")
}

func run(pass *analysis.Pass) (any, error) {
	if pass.ResultOf[config.Analyzer].(*config.Config).Outside {
		return []*Layout(nil), nil
	}
	t := &tracer{
		pass:  pass,
		found: make(map[ast.Expr]*Layout),
		done:  make(map[visit]bool),
		param: make(map[*types.Func][]Param),
	}
	t.collect()
	for _, s := range t.sinks {
		t.sink = s
		t.trace(s.arg, s.path, s.use)
	}
	for fn, params := range t.param {
		slices.SortFunc(params, func(a, b Param) int { return cmp.Compare(a.Index, b.Index) })
		pass.ExportObjectFact(fn, &LayoutParam{params})
	}
	return slices.SortedFunc(maps.Values(t.found), func(a, b *Layout) int { return cmp.Compare(a.Expr.Pos(), b.Expr.Pos()) }), nil
}

// A sink is an argument that is a layout.
type sink struct {
	call *ast.CallExpr
	arg  ast.Expr
	path path
	use  Use
	time bool // the callee is of package time
}

// layoutArgs tells which argument of a function of package time is a layout.
var layoutArgs = map[string]struct {
	index int
	use   Use
}{
	"Parse": {0, Parse}, "ParseInLocation": {0, Parse},
	"Format": {0, Print}, "AppendFormat": {1, Print},
}

// collect finds the sinks of the package.
func (t *tracer) collect() {
	passing := t.passing()
	for _, file := range t.pass.Files {
		for _, n := range syntax.NodesOf(t.pass, file) {
			if call, ok := n.(*ast.CallExpr); ok {
				t.call(call, passing)
			}
		}
	}
}

// passing returns the functions of other packages that pass layouts on.
func (t *tracer) passing() map[string][]*types.Func {
	out := make(map[string][]*types.Func)
	for _, f := range t.pass.AllObjectFacts() {
		if fn, ok := f.Object.(*types.Func); ok {
			if _, ok := f.Fact.(*LayoutParam); ok {
				out[fn.Name()] = append(out[fn.Name()], fn)
			}
		}
	}
	return out
}

func (t *tracer) call(call *ast.CallExpr, passing map[string][]*types.Func) {
	name := syntax.CalledName(call)
	arg, known := layoutArgs[name]
	if !known && passing[name] == nil {
		return
	}
	fn := typeutil.StaticCallee(t.pass.TypesInfo, call)
	if fn == nil || fn.Pkg() == nil {
		return
	}
	if known && ofTime(fn) {
		if arg.index < len(call.Args) {
			t.sinks = append(t.sinks, sink{call, call.Args[arg.index], "", arg.use, true})
		}
		return
	}
	var fact LayoutParam
	if fn.Pkg() == t.pass.Pkg || !t.pass.ImportObjectFact(fn.Origin(), &fact) {
		return
	}
	for _, p := range fact.Params {
		for _, a := range argsOf(call, fn, p.Index, p.path()) {
			t.sinks = append(t.sinks, sink{call, a.expr, a.path, p.Use, false})
		}
	}
}

// ofTime reports whether fn is a function of package time or a method of
// time.Time.
func ofTime(fn *types.Func) bool {
	if fn.Pkg().Path() != "time" {
		return false
	}
	recv := fn.Signature().Recv()
	if recv == nil {
		return true
	}
	named, ok := types.Unalias(recv.Type()).(*types.Named)
	return ok && named.Obj().Name() == "Time"
}

func (p Param) path() path {
	if p.Elem {
		return elem
	}
	return ""
}

// An argument is an expression passed for a parameter, and the way from it to
// the layout.
type argument struct {
	expr ast.Expr
	path path
}

// argsOf returns what a call passes for a parameter.
func argsOf(call *ast.CallExpr, fn *types.Func, index int, p path) []argument {
	sig := fn.Signature()
	if index >= len(call.Args) {
		return nil
	}
	if !sig.Variadic() || index != sig.Params().Len()-1 || call.Ellipsis.IsValid() {
		return []argument{{call.Args[index], p}}
	}
	var out []argument
	if rest, ok := p.cut(elem); ok {
		for _, arg := range call.Args[index:] {
			out = append(out, argument{arg, rest})
		}
	}
	return out
}
