package isoyear

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/calendar/layout"
	"github.com/leapguard/leapguard/internal/flow"
)

// A part is a part of a time, named as [calendar.PartOf] does.
type part struct {
	of   ssa.Value
	name string
}

// A join is what is put together in one place.
type join struct{ parts []part }

// printing holds the functions that put their arguments together as text.
var printing = map[string]bool{
	"fmt.Sprintf": true, "fmt.Sprint": true, "fmt.Sprintln": true, "fmt.Fprintf": true, "fmt.Fprint": true,
	"fmt.Fprintln": true, "fmt.Printf": true, "fmt.Print": true, "fmt.Println": true, "fmt.Errorf": true,
	"fmt.Appendf": true, "path.Join": true, "path/filepath.Join": true,
}

// numeral holds the functions that write their first argument as a number.
var numeral = map[string]bool{"strconv.Itoa": true, "strconv.FormatInt": true, "strconv.FormatUint": true}

// joinOf returns the parts among the operands of a call or concatenation,
// through text made of them.
func joinOf(instr ssa.Instruction) join {
	var j join
	switch v := instr.(type) {
	case *ssa.Call:
		name := calleeName(v)
		for _, arg := range flow.Args(v) {
			for _, e := range elements(arg) {
				j.add(e, printing[name])
			}
		}
	case *ssa.BinOp:
		j.add(v.X, true)
		j.add(v.Y, true)
	}
	return j
}

// add adds a part, or those of a text if texts count. A time as a whole counts
// as its day.
func (j *join) add(v ssa.Value, texts bool) {
	if of, name := calendar.PartOf(v); name != "" {
		j.parts = append(j.parts, part{of, name})
		return
	}
	if calendar.IsTime(flow.Resolve(v).Type()) {
		j.parts = append(j.parts, part{flow.Resolve(v), "Day"})
		return
	}
	v = calendar.Unconvert(v)
	switch v := v.(type) {
	case *ssa.BinOp:
		if of, name := calendar.PartOf(v.X); (name == "Month" || name == "Day") && isConst(v.Y) && (v.Op == token.ADD || v.Op == token.SUB) {
			j.parts = append(j.parts, part{of, name}) // a month or day near by
		}
		if texts && isText(v.Type()) {
			j.parts = append(j.parts, joinOf(v).parts...)
		}
	case *ssa.Call:
		switch name := calleeName(v); {
		case !texts:
		case numeral[name]:
			j.add(flow.Args(v)[0], true)
		case name == "(time.Month).String":
			j.add(flow.Args(v)[0], true)
		case printing[name]:
			j.parts = append(j.parts, joinOf(v).parts...)
		case name == "(time.Time).Format":
			j.format(flow.Args(v)[0], flow.Args(v)[1])
		}
	}
}

// format adds the parts that a layout names.
func (j *join) format(of, l ssa.Value) {
	text, ok := textConst(l)
	if !ok {
		return
	}
	fields := layout.Fields(text)
	for _, f := range []struct {
		field layout.Field
		name  string
	}{{layout.Year, "Year"}, {layout.Month, "Month"}, {layout.Day, "Day"}, {layout.YearDay, "YearDay"}} {
		if fields.Has(f.field) {
			j.parts = append(j.parts, part{of, f.name})
		}
	}
}

func calleeName(call *ssa.Call) string {
	if fn := flow.Callee(call); fn != nil {
		return flow.Name(fn)
	}
	return ""
}

func textConst(v ssa.Value) (string, bool) {
	c, ok := flow.Resolve(v).(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c.Value), true
}

// elements returns the values of the list that the compiler makes of variadic
// arguments, or the argument itself.
func elements(v ssa.Value) []ssa.Value {
	s, ok := v.(*ssa.Slice)
	if !ok {
		return []ssa.Value{v}
	}
	alloc, ok := s.X.(*ssa.Alloc)
	if !ok || alloc.Comment != "varargs" {
		return []ssa.Value{v}
	}
	var out []ssa.Value
	for _, ref := range *alloc.Referrers() {
		addr, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, use := range *addr.Referrers() {
			if store, ok := use.(*ssa.Store); ok && store.Addr == addr {
				out = append(out, store.Val)
			}
		}
	}
	return out
}

// fields returns the parts that are stored in the fields or elements of a
// variable in one block, and the last store; nil if there are fewer than two.
func fields(alloc *ssa.Alloc) (j join, last *ssa.Store) {
	if alloc.Comment == "varargs" {
		return j, nil
	}
	var stores []*ssa.Store
	for _, ref := range *alloc.Referrers() {
		addr, ok := ref.(ssa.Value)
		if !ok {
			continue
		}
		for _, use := range *addr.Referrers() {
			if store, ok := use.(*ssa.Store); ok && store.Addr == addr {
				stores = append(stores, store)
			}
		}
	}
	if len(stores) < 2 {
		return j, nil
	}
	end := stores[len(stores)-1]
	for _, store := range stores {
		if store.Block() == end.Block() {
			j.add(store.Val, true)
		}
	}
	return j, end
}

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// operandOfText reports whether a text is part of another text that is looked
// at instead.
func operandOfText(v ssa.Value) bool {
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.BinOp:
			if isText(ref.Type()) {
				return true
			}
		case *ssa.MakeInterface:
			if operandOfList(ref) {
				return true
			}
		}
	}
	return operandOfList(v)
}

// operandOfList reports whether v is among the variadic arguments of a function
// that prints.
func operandOfList(v ssa.Value) bool {
	for _, ref := range *v.Referrers() {
		store, ok := ref.(*ssa.Store)
		if !ok {
			continue
		}
		addr, ok := store.Addr.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, use := range *addr.X.Referrers() {
			if s, ok := use.(*ssa.Slice); ok {
				for _, user := range *s.Referrers() {
					if call, ok := user.(*ssa.Call); ok && printing[calleeName(call)] {
						return true
					}
				}
			}
		}
	}
	return false
}
