package isoyear

import (
	"fmt"
	"go/constant"
	"strconv"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/flow"
)

// maxText is the length in bytes up to which a message holds a text.
const maxText = 40

// render returns the text of a value on a day, if it is made of parts of one
// time and constants alone, and short.
func render(v, of ssa.Value, on time.Time) (text string, ok bool) {
	text, ok = value(v, of, on).(string)
	return text, ok && len(text) <= maxText
}

// value returns a string, int or time.Month, or nil if the value is not known.
func value(v, of ssa.Value, on time.Time) any {
	if t, name := calendar.PartOf(v); name != "" {
		if !calendar.Same(t, of) {
			return nil
		}
		year, week := on.ISOWeek()
		return map[string]any{"Year": on.Year(), "Month": on.Month(), "Day": on.Day(), "YearDay": on.YearDay(), "ISOYear": year, "ISOWeek": week}[name]
	}
	switch v := calendar.Unconvert(v).(type) {
	case *ssa.Const:
		if s, ok := textConst(v); ok {
			return s
		}
		if v.Value != nil && v.Value.Kind() == constant.Int {
			return int(v.Int64())
		}
	case *ssa.BinOp:
		x, okX := value(v.X, of, on).(string)
		y, okY := value(v.Y, of, on).(string)
		if okX && okY {
			return x + y
		}
	case *ssa.Call:
		return result(v, of, on)
	}
	return nil
}

func result(call *ssa.Call, of ssa.Value, on time.Time) any {
	args := flow.Args(call)
	switch name := calleeName(call); {
	case name == "fmt.Sprintf":
		format, ok := textConst(args[0])
		var list []any
		for _, e := range elements(args[1]) {
			x := value(e, of, on)
			ok = ok && x != nil
			list = append(list, x)
		}
		if ok {
			return fmt.Sprintf(format, list...)
		}
	case name == "strconv.Itoa":
		if n, ok := value(args[0], of, on).(int); ok {
			return strconv.Itoa(n)
		}
	case name == "(time.Time).Format":
		if l, ok := textConst(args[1]); ok && calendar.Same(args[0], of) {
			return on.Format(l)
		}
	}
	return nil
}
