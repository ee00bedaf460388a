package tornnow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"
	"time"

	"github.com/leapguard/leapguard/internal/calendar/layout"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// A read takes a part of what one call of time.Now yields.
type read struct {
	now    *ast.CallExpr
	fields layout.Set
	method string                    // of time.Time
	layout string                    // if that is Format
	moves  func(time.Time) time.Time // between the call and the read
}

// parts are the methods of time.Time that take a part of it.
var parts = map[string]layout.Set{
	"Year":    1 << layout.Year,
	"Month":   1 << layout.Month,
	"Weekday": 1 << layout.Weekday,
	"Day":     1 << layout.Day,
	"YearDay": 1 << layout.YearDay,
	"Hour":    1 << layout.Hour,
	"Minute":  1 << layout.Minute,
	"Second":  1 << layout.Second,
}

// joined returns the reads that an expression makes one value of, in the order
// of their evaluation; nil if it is no expression that joins parts.
func (c *check) joined(e ast.Expr) []read {
	var reads []read
	switch e := e.(type) {
	case *ast.BinaryExpr:
		reads = c.collect(nil, e)
	case *ast.CallExpr:
		if reads = c.collectAll(nil, e.Args); len(reads) < 2 {
			return nil
		}
		if fn := c.pass.Callee(e); fn == nil || !joins(fn) && !adjacent(reads) {
			return nil
		}
	case *ast.CompositeLit:
		if reads = c.collectAll(nil, e.Elts); !adjacent(reads) {
			return nil
		}
	}
	return reads
}

// asked reports whether a branch of the declaration around an expression depends
// on the clock otherwise: the date on which the reads differ may never come to it.
func (c *check) asked(enclosing []ast.Node, expr ast.Expr) bool {
	if len(enclosing) < 2 { // the file and the declaration
		return false
	}
	found := false
	ast.Inspect(enclosing[1], func(n ast.Node) bool {
		branch, ok := n.(*ast.IfStmt)
		found = found || ok && (expr.Pos() < branch.Cond.Pos() || branch.Cond.End() <= expr.Pos()) && c.readsClock(branch.Cond)
		return !found
	})
	return found
}

// readsClock reports whether time.Now is called in an expression.
func (c *check) readsClock(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			fn := c.pass.Callee(call)
			found = found || fn != nil && flow.Name(fn) == "time.Now"
		}
		return !found
	})
	return found
}

// joins reports whether a function makes one date or text of its arguments.
func joins(fn *types.Func) bool {
	switch name := flow.Name(fn); name {
	case "time.Date", "path.Join", "path/filepath.Join", "strings.Join":
		return true
	default:
		return strings.HasPrefix(name, "fmt.") && !strings.Contains(name, "can")
	}
}

// adjacent reports whether reads are of parts that say little without each
// other: a month is one of a year, a day one of a month.
func adjacent(reads []read) bool {
	var all layout.Set
	for _, r := range reads {
		all |= r.fields
	}
	return all.Has(layout.Month) && all.Has(layout.Year, layout.Day) || all.Has(layout.Hour) && all.Has(layout.Minute)
}

func (c *check) collectAll(reads []read, list []ast.Expr) []read {
	for _, e := range list {
		reads = c.collect(reads, e)
	}
	return reads
}

// collect adds the reads that an operand consists of, converted, joined to
// other text or reckoned with.
func (c *check) collect(reads []read, e ast.Expr) []read {
	switch e := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		return c.collect(reads, e.X)
	case *ast.KeyValueExpr:
		return c.collect(reads, e.Value)
	case *ast.CompositeLit:
		return c.collectAll(reads, e.Elts)
	case *ast.BinaryExpr:
		switch e.Op {
		case token.ADD, token.SUB, token.MUL, token.QUO, token.REM, token.OR, token.SHL:
			return c.collect(c.collect(reads, e.X), e.Y)
		}
	case *ast.CallExpr:
		if r, ok := c.read(e); ok {
			return append(reads, r)
		}
		if len(e.Args) == 1 && c.pass.TypesInfo.Types[e.Fun].IsType() {
			return c.collect(reads, e.Args[0])
		}
		if c.texts(e) {
			return c.collectAll(reads, e.Args)
		}
		// The name of a month is one of its parts.
		if sel, ok := e.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "String" && len(e.Args) == 0 {
			return c.collect(reads, sel.X)
		}
	}
	return reads
}

// texts reports whether a call is of a function that writes its arguments as
// text.
func (c *check) texts(call *ast.CallExpr) bool {
	switch syntax.CalledName(call) {
	case "Itoa", "FormatInt", "Sprintf", "Sprint", "Date":
	default:
		return false
	}
	fn := c.pass.Callee(call)
	if fn == nil {
		return false
	}
	switch flow.Name(fn) {
	case "strconv.Itoa", "strconv.FormatInt", "fmt.Sprintf", "fmt.Sprint", "time.Date":
		return true
	}
	return false
}

// read returns what a call reads of time.Now().
func (c *check) read(call *ast.CallExpr) (read, bool) {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || parts[sel.Sel.Name] == 0 && sel.Sel.Name != "Format" {
		return read{}, false
	}
	fn := c.pass.Callee(call)
	if fn == nil || flow.Name(fn) != "(time.Time)."+fn.Name() {
		return read{}, false
	}
	r := read{method: fn.Name(), fields: parts[fn.Name()]}
	if r.method == "Format" {
		value := c.pass.TypesInfo.Types[call.Args[0]].Value
		if value == nil || value.Kind() != constant.String {
			return read{}, false
		}
		r.layout = constant.StringVal(value)
		r.fields = layout.Fields(r.layout)
	}
	if r.fields == 0 {
		return read{}, false
	}
	r.now, r.moves = c.now(sel.X)
	return r, r.now != nil
}

// now returns the call of time.Now that an expression moves by a constant
// distance, or reads in another location.
func (c *check) now(e ast.Expr) (*ast.CallExpr, func(time.Time) time.Time) {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return nil, nil
	}
	fn := c.pass.Callee(call)
	if fn == nil {
		return nil, nil
	}
	switch flow.Name(fn) {
	case "time.Now":
		return call, func(t time.Time) time.Time { return t }
	case "(time.Time).UTC", "(time.Time).Local", "(time.Time).In":
		return c.receiver(call)
	case "(time.Time).AddDate":
		var n [3]int
		for i, arg := range call.Args {
			value := c.pass.TypesInfo.Types[arg].Value
			if value == nil {
				return nil, nil
			}
			k, _ := constant.Int64Val(value)
			n[i] = int(k)
		}
		now, moves := c.receiver(call)
		if now == nil {
			return nil, nil
		}
		return now, func(t time.Time) time.Time { return moves(t).AddDate(n[0], n[1], n[2]) }
	}
	return nil, nil
}

func (c *check) receiver(call *ast.CallExpr) (*ast.CallExpr, func(time.Time) time.Time) {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return nil, nil
	}
	return c.now(sel.X)
}
