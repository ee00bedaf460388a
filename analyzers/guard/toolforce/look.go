package toolforce

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/command"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/models"
)

// origins returns the values that some are put together of: parameters,
// variables and results of calls.
func origins(values []ssa.Value) []ssa.Value {
	var out []ssa.Value
	seen := make(map[ssa.Value]bool)
	var walk func(v ssa.Value)
	walk = func(v ssa.Value) {
		v = flow.Resolve(v)
		if seen[v] {
			return
		}
		seen[v] = true
		switch v := v.(type) {
		case *ssa.Const, *ssa.Function, *ssa.Builtin:
			return
		case *ssa.Phi:
			for _, e := range v.Edges {
				walk(e)
			}
			return
		case *ssa.BinOp:
			walk(v.X)
			walk(v.Y)
			return
		case *ssa.Convert:
			walk(v.X)
			return
		case *ssa.Extract:
			walk(v.Tuple)
			return
		case *ssa.Next:
			walk(v.Iter)
			return
		case *ssa.Range:
			walk(v.X)
			return
		case *ssa.Call:
			out = append(out, v)
			for i, arg := range flow.Args(v) {
				if callee := flow.Callee(v); i > 0 || callee == nil || callee.Signature().Recv() == nil || isText(v.Type()) {
					walk(arg)
				}
			}
			return
		case *ssa.Slice:
			if elements, ok := command.Elements(v); ok {
				for _, e := range elements {
					walk(e)
				}
				return
			}
			walk(v.X)
			return
		}
		if path, ok := flow.PathOf(v); ok && path.Root() != v {
			walk(path.Root())
			return
		}
		if !isContext(v.Type()) {
			out = append(out, v)
		}
	}
	for _, v := range values {
		walk(v)
	}
	return out
}

func isContext(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == "Context" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context"
}

// A look goes through what a condition was computed from.
type look struct {
	*check
	origins []ssa.Value
	seen    map[ssa.Value]bool
}

// tells reports whether a condition tells of what is on the device, or that it
// is to be destroyed.
func (l *look) tells(v ssa.Value) bool {
	v = flow.Resolve(v)
	if v == nil || l.seen[v] {
		return false
	}
	l.seen[v] = true
	switch v := v.(type) {
	case *ssa.Const, *ssa.Function:
		return false
	case *ssa.Parameter, *ssa.FreeVar, *ssa.Global:
		return meant.MatchString(v.Name())
	case *ssa.Call:
		return l.call(v)
	case *ssa.Alloc:
		return l.filled(v)
	}
	if path, ok := flow.PathOf(v); ok && path.Root() != v {
		if fields := path.Fields(); len(fields) > 0 {
			last := fields[len(fields)-1]
			// What else is known of the object that the device belongs to.
			if meant.MatchString(last) || slices.Contains(l.origins, path.Root()) && !isText(v.Type()) {
				return true
			}
		}
		return l.tells(path.Root())
	}
	instr, ok := v.(ssa.Instruction)
	if !ok {
		return false
	}
	for _, op := range instr.Operands(nil) {
		if *op != nil && l.tells(*op) {
			return true
		}
	}
	return false
}

// call: the result of a call tells if the call looks at the device, or if what it
// is given does.
func (l *look) call(call *ssa.Call) bool {
	lines := command.Lines(l.prog, call, nil)
	for _, line := range lines {
		if models.ProbesDisk(line[0].Text) && l.siteOf(call) == nil && l.concerns(call, l.origins) {
			return true
		}
	}
	callee := flow.Callee(call)
	if callee != nil && meant.MatchString(callee.Name()) {
		return true
	}
	if target := flow.Target(call); lines != nil || target != nil && l.destroys[target] {
		return false
	}
	_, builtin := call.Call.Value.(*ssa.Builtin)
	if !builtin && !blind(callee) && l.concerns(call, l.origins) {
		return true
	}
	return slices.ContainsFunc(flow.Args(call), l.tells)
}

// filled: a variable tells if a call that looks at the device fills it.
func (l *look) filled(v *ssa.Alloc) bool {
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == v && l.tells(ref.Val) {
				return true
			}
		case *ssa.Call:
			if l.tells(ref) {
				return true
			}
		case *ssa.MakeInterface:
			for _, use := range *ref.Referrers() {
				if call, ok := use.(*ssa.Call); ok && l.tells(call) {
					return true
				}
			}
		}
	}
	return false
}

// blind reports whether a function tells nothing of what is on a device whose
// name it is given.
func blind(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return fn != nil
	}
	switch fn.Pkg().Path() {
	case "errors", "fmt", "os", "path", "path/filepath", "slices", "strconv", "strings", "unicode":
		return true
	}
	return isOutput(fn)
}

// isOutput reports whether a function writes or makes texts for people.
func isOutput(fn *types.Func) bool {
	switch fn.Name() {
	case "Debug", "Debugf", "Error", "Errorf", "Info", "Infof", "InfoS", "Print", "Printf", "Println", "Trace", "Tracef", "V", "Warn", "Warnf", "Warning", "Warningf",
		"WithError", "WithField", "WithFields", "Wrap", "Wrapf":
		return true
	}
	return false
}
