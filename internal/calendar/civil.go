package calendar

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"regexp"
	"strings"
)

// Civil tells where a struct type holds a date of its own: the indices of its
// fields Year, Month and Day, plus one. The zero Civil is that of other types.
type Civil [3]uint8

var civilNames = [3]string{"Year", "Month", "Day"}

// otherCalendar matches the names of types and packages whose Year, Month and
// Day are not a day of the Gregorian calendar.
var otherCalendar = regexp.MustCompile(`(?i:lunar|chinese|hebrew|hebcal|hdate|jewish|jalali|persian|shamsi|hijri|islam|ethiop|coptic|buddh|saka|bikram|nepal|japan|julian)|` +
	`(?i:duration|period|interval|elapsed|offset)|(?:^|[a-z_])(?:Age|Era|Diff|Delta|Span)(?:[A-Z_]|$)|^(?:age|era|diff|delta|span)(?:[A-Z_]|$)|^(?:E[Tt]h?|EC|BS)Date`)

// civilOf returns where t, or what it points to, holds a date: fields of
// exactly these names, of integer types such as time.Month. Ages, durations and
// dates of other calendars are told by the names of their types.
func civilOf(t types.Type) Civil {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok || st.NumFields() < len(civilNames) || st.NumFields() > 255 {
		return Civil{}
	}
	var out Civil
	found := 0
	for i := range st.NumFields() {
		for part, name := range civilNames {
			if f := st.Field(i); f.Name() == name && isInteger(f.Type()) {
				out[part] = uint8(i + 1)
				found++
			}
		}
	}
	if found < len(civilNames) || isOtherCalendar(t) {
		return Civil{}
	}
	return out
}

func isOtherCalendar(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return false
	}
	obj := named.Obj()
	return otherCalendar.MatchString(obj.Name()) || obj.Pkg() != nil && otherCalendar.MatchString(obj.Pkg().Name())
}

// hasThirteenMonths reports whether a comparison with a constant tells that a
// struct holds a date of a calendar with a thirteenth month.
func hasThirteenMonths(info *types.Info, cmp *ast.BinaryExpr) bool {
	sel, ok := ast.Unparen(cmp.X).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != civilNames[1] || cmp.Op != token.EQL && cmp.Op != token.NEQ {
		return false
	}
	n := info.Types[cmp.Y].Value
	t := info.TypeOf(sel.X)
	return n != nil && constant.Compare(n, token.EQL, constant.MakeInt64(13)) && t != nil && civilOf(t) != Civil{}
}

func isInteger(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// part returns which part of the date field i is: 0 year, 1 month, 2 day; -1 for
// other fields.
func (c Civil) part(i int) int {
	for part, index := range c {
		if int(index) == i+1 {
			return part
		}
	}
	return -1
}

// value is the value of a struct that holds the date d.
func (c Civil) value(d Date, name string) Value {
	v := Value{Kind: Struct, Str: name, Civil: c}
	for part, n := range [3]int{d.Year, int(d.Month), d.Day} {
		origin := Origin{Parts: FromTime | Year<<part, Of: name, Base: d}
		v = v.with([]int{int(c[part]) - 1}, number(int64(n)).stemming(origin))
	}
	return v
}

// readCivil returns the part of a date that an instruction reads from a struct.
// A struct whose year is read is a date that may be assumed.
func (m *machine) readCivil(f *frame, in *Instr, v Value) Value {
	part := in.Civil.part(in.Index)
	if part < 0 {
		return v
	}
	if v.Kind == Unknown {
		if name, ok := strings.CutSuffix(v.Str, fmt.Sprintf(".%d", in.Index)); ok && part == 0 {
			m.out.addBase(Base{Name: name, Civil: in.Civil})
		}
		return v.marked(FromTime)
	}
	if v.has(dateParts) && f.number == 0 {
		o := v.origin()
		o.Written = token.NoPos
		if !o.At[part].IsValid() {
			o.At[part] = in.pos()
		}
		v = v.stemming(o)
	}
	return v
}

// storeCivil returns the number that an instruction stores in a struct that is a
// date, with the place.
func storeCivil(f *frame, in *Instr, v Value) Value {
	if v.has(dateParts) && f.number == 0 {
		o := v.origin()
		o.Written, o.Frame = in.pos(), 0
		v = v.stemming(o)
	}
	return v
}
