package leaprule

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"
)

// A scope holds what the text of a declaration shows.
type scope struct {
	// moduli holds the divisors of remainders, by the text of the dividend.
	// X&3 is X%4.
	moduli map[string]moduli
	// switched holds the dividends that are ordered relative to a year of the
	// Gregorian calendar, as where a country adopted it.
	switched map[string]bool
	numbers  map[int64]bool // the integer constants among counts, and literals
	leap     bool           // a function named after leap years is called
	yearDay  bool           // the day of a year is taken
	month    bool           // the month of a date is taken
}

type moduli map[int64]bool

// evidence tells how much remainders say about what a condition is for.
type evidence uint8

const (
	none      evidence = iota
	julian             // by 4, as for many other things
	centuries          // by 4 and 100 or 400
	gregorian          // by 4, 100 and 400, or 4, 25 and 16
)

func (m moduli) evidence() evidence {
	switch {
	case !m[4]:
		return none
	case m[100] && m[400] || m[25] && m[16]:
		return gregorian
	case m[100] || m[400]:
		return centuries
	}
	return julian
}

// namedYear reports whether a text names a year.
func namedYear(text string) bool {
	text = strings.ToLower(text)
	return text == "y" || text == "yr" || text == "yy" || text == "yyyy" || strings.Contains(text, "year")
}

func (m moduli) has(other moduli) bool {
	for n := range other {
		if !m[n] {
			return false
		}
	}
	return true
}

// idle reports whether nothing in the declaration is of interest.
func (s *scope) idle() bool {
	return len(s.moduli) == 0 && !s.numbers[28] && !s.numbers[29] && !s.month && !s.yearDay
}

// centuries reports whether remainders of centuries are taken of anything.
func (s *scope) centuries() bool {
	for _, m := range s.moduli {
		if m[100] || m[400] || m[25] {
			return true
		}
	}
	return false
}

// scan collects the scope of a declaration or a part of it.
func (c *check) scan(root ast.Node) *scope {
	s := &scope{moduli: make(map[string]moduli), switched: make(map[string]bool), numbers: make(map[int64]bool)}
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, rhs := range n.Rhs {
				if lit, ok := rhs.(*ast.FuncLit); ok && len(n.Lhs) == len(n.Rhs) {
					c.names[lit] = types.ExprString(n.Lhs[i])
				}
			}
		case *ast.ValueSpec:
			for i, value := range n.Values {
				if lit, ok := value.(*ast.FuncLit); ok && i < len(n.Names) {
					c.names[lit] = n.Names[i].Name
				}
			}
		case *ast.BinaryExpr:
			c.scanBinary(n, s)
		case *ast.SelectorExpr:
			s.yearDay = s.yearDay || n.Sel.Name == "YearDay"
			s.month = s.month || n.Sel.Name == "Month"
			s.leap = s.leap || namedLeap(n.Sel.Name) && c.isFunc(n.Sel)
		case *ast.Ident:
			s.leap = s.leap || namedLeap(n.Name) && c.isFunc(n)
			if v, ok := c.named[n]; ok {
				s.numbers[v] = true
			}
		case *ast.BasicLit:
			if n.Kind != token.INT {
				break
			}
			if v, err := strconv.ParseInt(n.Value, 0, 64); err == nil {
				s.numbers[v] = true
			}
		}
		return true
	})
	return s
}

// counts are the numbers of days in a February and in a year.
var counts = map[int64]bool{28: true, 29: true, 365: true, 366: true}

// namedCounts returns the values of the identifiers of a package that name
// counts.
func namedCounts(info *types.Info) map[*ast.Ident]int64 {
	out := make(map[*ast.Ident]int64)
	for id, obj := range info.Uses {
		if k, ok := obj.(*types.Const); ok && k.Val().Kind() == constant.Int {
			if v, exact := constant.Int64Val(k.Val()); exact && counts[v] {
				out[id] = v
			}
		}
	}
	return out
}

func (c *check) isFunc(id *ast.Ident) bool {
	_, ok := c.pass.TypesInfo.Uses[id].(*types.Func)
	return ok
}

func (c *check) scanBinary(n *ast.BinaryExpr, s *scope) {
	if x, k, ok := c.remainder(n); ok {
		if s.moduli[x] == nil {
			s.moduli[x] = make(moduli)
		}
		s.moduli[x][k] = true
	}
	switch n.Op {
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		for _, pair := range [][2]ast.Expr{{n.X, n.Y}, {n.Y, n.X}} {
			if k, ok := c.number(pair[1]); ok && firstYear <= k && k <= lastYear {
				s.switched[c.text(pair[0])] = true
			}
		}
	}
}

// remainder returns the text of X and the divisor k of X%k, or X&(k-1) with a
// power of 2.
func (c *check) remainder(n *ast.BinaryExpr) (x string, k int64, ok bool) {
	if n.Op != token.REM && n.Op != token.AND {
		return "", 0, false
	}
	k, ok = c.number(n.Y)
	switch {
	case !ok:
	case n.Op == token.REM:
		return c.text(n.X), k, interesting[k]
	case n.Op == token.AND && (k == 3 || k == 15):
		return c.text(n.X), k + 1, true
	}
	return "", 0, false
}

// interesting holds the divisors of leap-year rules.
var interesting = moduli{4: true, 16: true, 25: true, 100: true, 400: true}

// number returns the value of an integer constant.
func (c *check) number(e ast.Expr) (int64, bool) {
	v := c.pass.TypesInfo.Types[e].Value
	if v == nil || v.Kind() != constant.Int {
		return 0, false
	}
	return constant.Int64Val(v)
}

// text returns the source of an expression without parentheses and conversions
// between integers, by which two of them are compared.
func (c *check) text(e ast.Expr) string { return types.ExprString(c.strip(e)) }

func (c *check) strip(e ast.Expr) ast.Expr {
	for {
		e = ast.Unparen(e)
		call, ok := e.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || !c.pass.TypesInfo.Types[call.Fun].IsType() || !isInteger(c.typeOf(call.Args[0])) {
			return e
		}
		e = call.Args[0]
	}
}

func (c *check) typeOf(e ast.Expr) types.Type { return c.pass.TypesInfo.TypeOf(e) }

// isInteger reports whether t is an integer type, or a type parameter that
// stands for some.
func isInteger(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return t.Info()&types.IsInteger != 0
	case *types.Union:
		for term := range t.Terms() {
			if !isInteger(term.Type()) {
				return false
			}
		}
		return true
	case *types.Interface:
		for e := range t.EmbeddedTypes() {
			if isInteger(e) {
				return true
			}
		}
	}
	return false
}

func isBool(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// namedLeap reports whether a name is that of something about leap years.
func namedLeap(name string) bool {
	if !strings.Contains(name, "eap") { // cheap, and mostly decides
		return false
	}
	name = strings.ToLower(name)
	return strings.Contains(name, "leap") && !strings.Contains(name, "month") && !strings.Contains(name, "sec") && !strings.Contains(name, "frog")
}

// others are words in the names of calendars that have another rule.
var others = []string{
	"julian", "hebrew", "jewish", "hijri", "islamic", "muslim", "persian", "jalali", "shamsi", "coptic",
	"ethiop", "buddhist", "bahai", "badi", "saka", "bengali", "lunar", "chinese", "french", "republican",
	"soviet", "swedish", "milankovi", "armenian", "mayan", "martian", "darian", "noleap",
}

// foreign reports whether a name is that of something of another calendar.
func foreign(name string) bool {
	name = strings.ToLower(name)
	for _, word := range others {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}
