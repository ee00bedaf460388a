package calendar

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/models"
	"github.com/leapguard/leapguard/internal/syntax"
)

// concern says what a function has to do with dates, itself or by functions of
// the package that it uses, as far as syntax and types tell. SSA is built only
// where that gives reason to.
type concern uint8

const (
	reads  concern = 1 << iota // takes the year of a date
	makes                      // makes a date of parts
	leap                       // may know leap years
	builds                     // makes a struct that is a date
	tells                      // reads the clock
)

// A concerns holds the concern of the functions of a package; that of nil is
// the concern of code outside of functions.
type concerns struct {
	pass *analysis.Pass
	time map[string]bool // names of the functions of package time that are used
	// Of functions of libraries, such are used that move dates, move them to
	// where a month begins or ends, or to midnight.
	moves, months, midnights bool

	of      map[*types.Func]concern
	uses    map[*types.Func][]*types.Func // user by what is used
	foreign map[*types.Func]concern       // of what is used of other packages

	parts    bool // a function of another package is used that takes parts of a date
	helped   bool // one is used that can be run, and may add to a year
	shifted  bool // something is added to a year
	thirteen bool // a struct has the date of a calendar with 13 months
	years    bool // AddDate is called with years, and no months and days
}

func concernsOf(pass *analysis.Pass) *concerns {
	c := &concerns{pass: pass, time: make(map[string]bool), of: make(map[*types.Func]concern), uses: make(map[*types.Func][]*types.Func), foreign: make(map[*types.Func]concern)}
	decls := declarationsOf(pass)
	years := false // of structs
	for id, used := range pass.TypesInfo.Uses {
		switch used := used.(type) {
		case *types.Func:
			c.note(decls.at(id.Pos()), used.Origin())
		case *types.Var:
			years = years || id.Name == civilNames[0] && used.IsField()
		}
	}
	for _, file := range pass.Files {
		for _, n := range syntax.NodesOf(pass, file) {
			switch n := n.(type) {
			case *ast.CallExpr:
				c.years = c.years || addsYears(pass.TypesInfo, n)
			case *ast.CompositeLit:
				if t := pass.TypesInfo.TypeOf(n); t != nil && len(n.Elts) > 0 && civilOf(t) != (Civil{}) {
					years = true
					c.add(decls.at(n.Pos()), builds)
				}
			case *ast.BinaryExpr:
				if y, ok := n.Y.(*ast.BasicLit); ok && n.Op == token.REM && y.Value == "400" {
					c.add(decls.at(n.Pos()), leap)
				}
				c.thirteen = c.thirteen || hasThirteenMonths(pass.TypesInfo, n)
			}
		}
	}
	if years || c.time["(time.Time).Year"] || c.time["(time.Time).Date"] || c.parts {
		c.shifted = movesYear(pass)
	}
	return c
}

// A declaration is that of a function and where it ends.
type declaration struct {
	fn       *types.Func
	pos, end token.Pos
}

// declarations are those of the functions of a package, in order of their positions.
type declarations []declaration

func declarationsOf(pass *analysis.Pass) declarations {
	var out declarations
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok {
				if fn, ok := pass.TypesInfo.Defs[decl.Name].(*types.Func); ok {
					out = append(out, declaration{fn, decl.Pos(), decl.End()})
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b declaration) int { return cmp.Compare(a.pos, b.pos) })
	return out
}

// at returns the function that a position is in, nil outside of functions.
func (d declarations) at(pos token.Pos) *types.Func {
	i, found := slices.BinarySearchFunc(d, pos, func(x declaration, pos token.Pos) int { return cmp.Compare(x.pos, pos) })
	if found {
		return d[i].fn
	}
	if i > 0 && pos < d[i-1].end {
		return d[i-1].fn
	}
	return nil
}

// addsYears reports whether a call may be one of AddDate with years only.
func addsYears(info *types.Info, call *ast.CallExpr) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "AddDate" || len(call.Args) < 3 {
		return false
	}
	args := call.Args[len(call.Args)-3:] // also of a method expression
	for i, arg := range args {
		if v := info.Types[arg].Value; v != nil && (constant.Sign(v) == 0) == (i == 0) {
			return false
		}
	}
	return true
}

// note records that a function uses another.
func (c *concerns) note(user, used *types.Func) {
	if used.Pkg() == c.pass.Pkg {
		c.uses[used] = append(c.uses[used], user)
		c.add(user, c.of[used])
		return
	}
	what, known := c.foreign[used]
	if !known {
		what = c.concernOf(used)
		c.foreign[used] = what
	}
	c.add(user, what)
}

// concernOf returns the concern of those who use a function of another package,
// and notes what it is.
func (c *concerns) concernOf(used *types.Func) concern {
	switch pkg := used.Pkg(); {
	case pkg == nil:
		return 0
	case pkg.Path() == "time":
		name := flow.Name(used)
		c.time[name] = true
		return timeConcern[name]
	case models.HasDates(pkg.Path()):
		return c.library(used)
	}
	return c.imported(used)
}

// library records the use of a function that models describe.
func (c *concerns) library(used *types.Func) concern {
	f := library(used)
	switch {
	case f == nil:
	case f.As != "":
		c.time[f.As] = true
		return timeConcern[f.As]
	case f.Add != nil && !f.Clamps:
		c.moves = true
	default:
		c.months = c.months || namesMonth(f)
		c.midnights = c.midnights || f.Start != "" || f.In
	}
	return 0
}

// timeConcern is the concern of those who use functions of package time.
var timeConcern = map[string]concern{
	"(time.Time).Year": reads, "(time.Time).Date": reads, "(time.Time).Format": reads,
	"(time.Time).Month": leap, "(time.Time).Day": leap, "(time.Time).YearDay": leap, "(time.Time).AddDate": leap,
	"time.Now": tells, "time.Date": makes, "time.Parse": makes, "time.ParseInLocation": makes,
}

// imported returns the concern that a fact about a function tells.
func (c *concerns) imported(fn *types.Func) concern {
	var other Interpretable
	switch {
	case c.pass.ImportObjectFact(fn, new(DateMaker)):
		return makes
	case c.pass.ImportObjectFact(fn, new(DatePart)):
		c.parts = true
		return reads
	case !c.pass.ImportObjectFact(fn, &other):
		return 0
	}
	c.helped = true
	if other.Body.Leads {
		return reads | makes
	}
	return reads
}

// add adds to the concern of a function and of all its users.
func (c *concerns) add(fn *types.Func, what concern) {
	if c.of[fn]|what == c.of[fn] {
		return
	}
	c.of[fn] |= what
	for _, user := range c.uses[fn] {
		c.add(user, what)
	}
}

// exports reports whether a fact may be exported about a function.
func (c *concerns) exports(fn *types.Func) bool {
	return fn.Exported() && c.of[fn]&^tells != 0 && portable(fn.Signature())
}

// yields returns the index of the first result of an exported function that is
// a date, or -1.
func (c *concerns) yields(fn *types.Func) int {
	if fn.Exported() && (c.of[fn]&^tells != 0 || c.of[fn] != 0 && isClock(fn)) {
		results := fn.Signature().Results()
		for i := range results.Len() {
			if isTime(results.At(i).Type()) {
				return i
			}
		}
	}
	return -1
}

// exportsAny reports whether there may be a fact about some function of the
// package.
func (c *concerns) exportsAny() bool {
	for fn := range c.of {
		if fn != nil && (c.exports(fn) || c.yields(fn) >= 0) {
			return true
		}
	}
	return false
}

// MovesByYears reports whether the package may call AddDate with years, and no
// months and days, or a function of a library that moves dates. It costs no SSA.
func (p *Program) MovesByYears() bool {
	return p.concerns != nil && (p.concerns.years || p.concerns.moves)
}

// Mentions reports whether the package uses one of the functions and methods of
// package time that are given by their names as [flow.Name] writes them. It
// costs no SSA.
func (p *Program) Mentions(names ...string) bool {
	return p.concerns != nil && slices.ContainsFunc(names, func(name string) bool { return p.concerns.time[name] })
}
