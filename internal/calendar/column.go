package calendar

import (
	"go/constant"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// instantColumn matches what stands before the placeholder of a value with which
// SQL compares a column that is named for a point in time: created_at >= ?,
// "e"."startTime" BETWEEN $1 AND $2.
var instantColumn = regexp.MustCompile(`(?:\w_(?:at|AT|time|TIME)|\w(?:At|Time)|(?i:time_?stamp|datetime))["\x60]?\s*(?:[<>]=?|(?i:between)(?:\s+(?:\?|\$\d+)\s+(?i:and))?)\s*$`)

var placeholder = regexp.MustCompile(`\?|\$\d+`)

// A Listing is a place in the variadic arguments of a call.
type Listing struct {
	Call  *ssa.Call
	Index int
}

// Listings returns where a value, in an interface perhaps, stands in variadic
// arguments.
func Listings(v ssa.Value) []Listing {
	var out []Listing
	for _, ref := range *v.Referrers() {
		store, ok := ref.(*ssa.Store)
		if !ok || store.Val != v {
			continue
		}
		element, ok := store.Addr.(*ssa.IndexAddr)
		if !ok || element.X.Referrers() == nil {
			continue
		}
		if index, ok := element.Index.(*ssa.Const); ok {
			for _, call := range listCalls(element.X) {
				out = append(out, Listing{call, int(index.Int64())})
			}
		}
	}
	return out
}

// listCalls returns the calls that are passed a list as variadic arguments.
func listCalls(list ssa.Value) []*ssa.Call {
	var out []*ssa.Call
	for _, ref := range *list.Referrers() {
		slice, ok := ref.(*ssa.Slice)
		if !ok {
			continue
		}
		for _, ref := range *slice.Referrers() {
			if call, ok := ref.(*ssa.Call); ok && call.Call.Signature().Variadic() && call.Call.Args[len(call.Call.Args)-1] == ssa.Value(slice) {
				out = append(out, call)
			}
		}
	}
	return out
}

// Column returns the call by which SQL compares the value of a use with a column
// that is named for a point in time, such as created_at; nil if it does not, as
// far as can be seen: text and list of values must stand in one call.
func (p *Program) Column(u Use) *ssa.Call {
	box, ok := u.Instr.(*ssa.MakeInterface)
	if !ok {
		return nil
	}
	for _, l := range Listings(box) {
		if p.comparesColumn(l.Call, l.Index) {
			return l.Call
		}
	}
	return nil
}

// comparesColumn reports whether the text before a list of variadic arguments
// compares the element of an index with a column of points in time.
func (p *Program) comparesColumn(call *ssa.Call, index int) bool {
	args := flow.Args(call)
	if len(args) < 2 {
		return false
	}
	text := flow.Resolve(args[len(args)-2])
	if box, ok := text.(*ssa.MakeInterface); ok {
		text = box.X
	}
	k, ok := p.flow.Fold(text)
	if !ok || k.Kind() != constant.String {
		return false
	}
	query := constant.StringVal(k)
	for i, at := range placeholder.FindAllStringIndex(query, -1) {
		n := i
		if one, err := strconv.Atoi(strings.TrimPrefix(query[at[0]:at[1]], "$")); err == nil {
			n = one - 1
		}
		if n == index && instantColumn.MatchString(query[:at[0]]) {
			return true
		}
	}
	return false
}
