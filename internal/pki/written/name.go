package written

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// nameOf writes down what a value is made of. Two values that are written down
// alike name the same file, as long as no variable changes.
func nameOf(v ssa.Value) string { return describe(v, maxParts) }

// maxParts bounds how deep what a name is made of is looked at.
const maxParts = 20

func describe(v ssa.Value, depth int) string {
	v = flow.Resolve(v)
	if depth == 0 {
		return unique(v)
	}
	depth--
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.String {
			return strconv.Quote(constant.StringVal(v.Value))
		}
	case *ssa.Global:
		return "<" + v.String() + ">"
	case *ssa.UnOp:
		if v.Op == token.MUL {
			if _, ok := v.X.(*ssa.FieldAddr); ok {
				return describe(v.X, depth)
			}
			return "*" + describe(v.X, depth)
		}
	case *ssa.FieldAddr:
		return describe(v.X, depth) + "." + field(v.X.Type(), v.Field).Name()
	case *ssa.Field:
		return describe(v.X, depth) + "." + field(v.X.Type(), v.Field).Name()
	case *ssa.BinOp:
		if v.Op == token.ADD {
			return "(" + describe(v.X, depth) + " + " + describe(v.Y, depth) + ")"
		}
	case *ssa.Call:
		if flow.IsCallTo(v, "path.Join", "path/filepath.Join") {
			if elems := elements(v.Call.Args[0], depth); elems != "" {
				return "Join(" + elems + ")"
			}
		}
	}
	return unique(v)
}

// unique tells one value from all others.
func unique(v ssa.Value) string {
	if p, ok := v.(*ssa.Parameter); ok {
		return fmt.Sprintf("<%s of %s@%d>", p.Name(), p.Parent(), p.Parent().Pos())
	}
	return fmt.Sprintf("<%s %p>", v.Name(), v)
}

// elements describes the elements of the slice that a variadic call makes, "" if it
// is another.
func elements(v ssa.Value, depth int) string {
	slice, ok := v.(*ssa.Slice)
	if !ok {
		return ""
	}
	array, ok := slice.X.(*ssa.Alloc)
	if !ok {
		return ""
	}
	var out []string
	for _, ref := range *array.Referrers() {
		elem, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, ref := range *elem.Referrers() {
			if st, ok := ref.(*ssa.Store); ok && st.Addr == elem {
				out = append(out, describe(st.Val, depth))
			}
		}
	}
	return strings.Join(out, ", ")
}

// field returns a field of a struct, or of one that a pointer points to.
func field(t types.Type, i int) *types.Var {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	return t.Underlying().(*types.Struct).Field(i)
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// writes returns the name of the file that a call makes, or empties, in any case;
// nil if it does not.
func writes(call ssa.CallInstruction) ssa.Value {
	fn := flow.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	switch flow.Name(fn) {
	case "os.WriteFile", "os.Create", "io/ioutil.WriteFile":
		return call.Common().Args[0]
	case "os.OpenFile":
		flags, ok := flow.Resolve(call.Common().Args[1]).(*ssa.Const)
		if ok && flags.Value != nil && has(fn.Pkg(), flags.Value, "O_TRUNC") && !has(fn.Pkg(), flags.Value, "O_EXCL") {
			return call.Common().Args[0]
		}
	}
	return nil
}

// has reports whether flags for os.OpenFile have the one of a name.
func has(os *types.Package, flags constant.Value, name string) bool {
	flag, ok := os.Scope().Lookup(name).(*types.Const)
	return ok && constant.Sign(constant.BinaryOp(flags, token.AND, flag.Val())) != 0
}

// succeeds reports whether a function may have done its work where it returns: no
// error is returned there, or none of its results is one.
func succeeds(ret *ssa.Return) bool {
	if len(ret.Results) == 0 {
		return true
	}
	last := ret.Results[len(ret.Results)-1]
	if !syntax.IsError(last.Type()) {
		return true
	}
	c, ok := flow.Resolve(last).(*ssa.Const)
	return ok && c.IsNil()
}

// reaches reports whether control gets from one of some blocks to another without
// coming to those that it must avoid.
func reaches(from []*ssa.BasicBlock, to *ssa.BasicBlock, avoid []*ssa.BasicBlock) bool {
	seen := make(map[*ssa.BasicBlock]bool)
	for _, block := range avoid {
		seen[block] = true
	}
	todo := append([]*ssa.BasicBlock(nil), from...)
	for len(todo) > 0 {
		block := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[block] {
			continue
		}
		if block == to {
			return true
		}
		seen[block] = true
		todo = append(todo, block.Succs...)
	}
	return false
}
