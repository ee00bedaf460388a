package guard

import (
	"fmt"
	"slices"
	"strings"

	"github.com/leapguard/leapguard/internal/flow"
)

// Indices of an [Object] that are no parameter.
const (
	Receiver = -1
	Any      = -2 // no object in particular
	Outer    = -3 // a variable declared around the function; of inferred checks only
)

// An Object names what an annotation speaks of: a parameter or the receiver of
// the annotated function, and the fields that lead from there to the object.
type Object struct {
	Param  int // index into the parameters of the signature, Receiver, Any or Outer
	Fields []string
	outer  flow.Path // of Outer, fields included; no other package can name it
}

// Equal reports whether two annotations of one function name the same object.
func (o Object) Equal(p Object) bool {
	return o.Param == p.Param && o.outer == p.outer && slices.Equal(o.Fields, p.Fields)
}

// eachElement, as a field of an object, stands for all elements of a collection.
const eachElement = "[*]"

// An Effect is a destruction of an object, or the need that it was checked.
type Effect struct {
	Kind string
	Obj  Object
}

// A Check says that Obj may be destroyed if, and only if, the result with index
// Result has the outcome When, and the error result with index Err is nil. An
// index of -1 means that the function has no such result: where both are -1 the
// function returns only if the object may be destroyed.
type Check struct {
	Kind        string
	Obj         Object
	When        Outcome
	Result, Err int
	Abort       bool // where Err is not nil, the path must end before a danger of the kind
	Inferred    bool // from what the function does
	Count       bool // declared to permit where the result is the number 0
}

// An Off says that a function switches the protection of Obj off, and what
// restores it.
type Off struct {
	Kind    string
	Obj     Object
	Restore string // full name of a function, see [types.Func.FullName]; "" for a result
	Result  int    // index of the result that restores, or -1
}

// A Yield says that a function returns, as the result with the given index,
// only objects that may be destroyed: that result, or all its elements.
type Yield struct {
	Kind   string
	Result int
	Elems  bool
}

// FuncFact is what is known of a function or an interface's method. Dangers,
// Needs and Offs are declared, Yields inferred, Checks either.
type FuncFact struct {
	Dangers []Effect
	Needs   []Effect
	Checks  []Check
	Offs    []Off
	Yields  []Yield
}

// AFact marks FuncFact as a fact of go/analysis.
func (*FuncFact) AFact() {}

func (f *FuncFact) String() string {
	var parts []string
	for _, d := range f.Dangers {
		parts = append(parts, fmt.Sprintf("danger %s %s", d.Kind, d.Obj))
	}
	for _, n := range f.Needs {
		parts = append(parts, fmt.Sprintf("needs %s %s", n.Kind, n.Obj))
	}
	for _, c := range f.Checks {
		parts = append(parts, fmt.Sprintf("check %s %s when=%s", c.Kind, c.Obj, c.When))
	}
	for _, o := range f.Offs {
		parts = append(parts, fmt.Sprintf("off %s %s", o.Kind, o.Obj))
	}
	for _, y := range f.Yields {
		parts = append(parts, fmt.Sprintf("yields %s #%d", y.Kind, y.Result))
	}
	return strings.Join(parts, "; ")
}

// String returns the object without the names of parameters: "recv", "#0.Disk",
// "any" or, for Outer, the path.
func (o Object) String() string {
	root := fmt.Sprintf("#%d", o.Param)
	switch o.Param {
	case Receiver:
		root = "recv"
	case Any:
		root = "any"
	case Outer:
		root = o.outer.String()
	}
	return strings.Join(append([]string{root}, o.Fields...), ".")
}

func (f *FuncFact) empty() bool {
	return f == nil || len(f.Dangers)+len(f.Needs)+len(f.Checks)+len(f.Offs)+len(f.Yields) == 0
}

// assumed returns what a caller has checked before it calls the function: the
// objects of its needs, and those that it destroys itself.
func (f *FuncFact) assumed() []Effect {
	if f == nil {
		return nil
	}
	return append(slices.Clone(f.Needs), f.Dangers...)
}

// merge adds what other knows and f does not.
func (f *FuncFact) merge(other *FuncFact) {
	if other == nil {
		return
	}
	f.Dangers = addEffects(f.Dangers, other.Dangers...)
	f.Needs = addEffects(f.Needs, other.Needs...)
	for _, c := range other.Checks {
		f.addCheck(c)
	}
	for _, y := range other.Yields {
		f.addYield(y)
	}
	for _, o := range other.Offs {
		if !slices.ContainsFunc(f.Offs, func(p Off) bool { return o.Kind == p.Kind && o.Obj.Equal(p.Obj) }) {
			f.Offs = append(f.Offs, o)
		}
	}
}

// addCheck reports whether the check is new. Of one function's checks of the
// same kind, object and outcome the one that does without an error is kept.
func (f *FuncFact) addCheck(c Check) bool {
	i := slices.IndexFunc(f.Checks, func(d Check) bool { return c.Kind == d.Kind && c.Obj.Equal(d.Obj) && c.When == d.When })
	switch {
	case i < 0:
		f.Checks = append(f.Checks, c)
	case c.Result == f.Checks[i].Result && c.Err < 0 && f.Checks[i].Err >= 0:
		f.Checks[i].Err = c.Err
	default:
		return false
	}
	return true
}

// addYield reports whether the yield is new.
func (f *FuncFact) addYield(y Yield) bool {
	if slices.Contains(f.Yields, y) {
		return false
	}
	f.Yields = append(f.Yields, y)
	return true
}

func addEffects(list []Effect, more ...Effect) []Effect {
	for _, e := range more {
		if !slices.ContainsFunc(list, func(d Effect) bool { return d.Kind == e.Kind && d.Obj.Equal(e.Obj) }) {
			list = append(list, e)
		}
	}
	return list
}

// A Flag says that the owner of a field may be destroyed if, and only if, the
// field has the outcome When.
type Flag struct {
	Kind string
	When Outcome
}

// FlagFact holds the flags that a struct field is.
type FlagFact struct {
	Flags []Flag
}

// AFact marks FlagFact as a fact of go/analysis.
func (*FlagFact) AFact() {}

func (f *FlagFact) String() string {
	var parts []string
	for _, g := range f.Flags {
		parts = append(parts, fmt.Sprintf("flag %s when=%s", g.Kind, g.When))
	}
	return strings.Join(parts, "; ")
}
