package failopen

import (
	"go/constant"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/guard"
	"github.com/leapguard/leapguard/internal/syntax"
)

var (
	// light matches the names of those that destroy what is made again, or is
	// no data.
	light = regexp.MustCompile(`(?i:label|annotation|finalizer|cookie|session|cache|metric|timer|subscription|header|condition|status|flag|token|handler|listener|observer|watch|callback|limiter|lock|lease|rule|route|chain|query|taint|event|alert|message|connection|conn|process|tmp|temp)s?`)
	// releases matches the names of functions after which nobody uses an object.
	releases = regexp.MustCompile(`^(?i:unmount|umount|detach|unstage|unpublish|luksclose|deactivate|unmap|logout)([A-Z_]\w*)?$`)
	// parses matches the names of functions that fail for what the program was
	// given, not for what it was to look at.
	parses = regexp.MustCompile(`^(?i:parse|atoi|unmarshal|decode|unquote|scan|sscan|marshal|encode|convert|format|write|print|fprint|sprint|close|flush|get(bool|string|int|uint|float|duration|count))`)
)

// fails reports whether a call is one whose failure is followed: it is not
// destructive itself, looks at something outside of the program, and can fail.
func fails(call *ssa.Call) bool {
	callee := flow.Callee(call)
	return callee != nil && !verbs.MatchString(callee.Name()) && !parses.MatchString(callee.Name()) && callee.Name() != "RemoveAll" && callee.Name() != "Remove" &&
		!onlyConstants(call) && !succeeds(flow.Target(call))
}

// onlyConstants reports whether a call of a function, other than a method, has
// arguments and all of them are constant: it fails always or never.
func onlyConstants(call *ssa.Call) bool {
	args := operands(call)
	return receiver(call) == nil && len(args) > 0 && !slices.ContainsFunc(args, func(arg ssa.Value) bool {
		_, constant := flow.Resolve(arg).(*ssa.Const)
		return !constant
	})
}

// succeeds reports whether a function of the package returns nil for its error,
// wherever it returns.
func succeeds(fn *ssa.Function) bool {
	if fn == nil || len(fn.Blocks) == 0 {
		return false
	}
	for _, block := range fn.Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok || len(ret.Results) == 0 {
			continue
		}
		if err, ok := ret.Results[len(ret.Results)-1].(*ssa.Const); !ok || !err.IsNil() {
			return false
		}
	}
	return true
}

// destructive reports whether a call destroys something.
func destructive(call ssa.CallInstruction) bool {
	callee := flow.Callee(call)
	return callee != nil && (destroys(callee) || returnsError(callee.Signature()) && tool(call) != "")
}

// destroys reports whether a function destroys something, by its name.
func destroys(fn *types.Func) bool {
	if fn.Name() == "RemoveAll" {
		return flow.Name(fn) == "os.RemoveAll"
	}
	sig := fn.Signature()
	return verbs.MatchString(fn.Name()) && !light.MatchString(fn.Name()) && (returnsError(sig) || takesContext(sig)) && !inMemory(sig)
}

func returnsError(sig *types.Signature) bool {
	n := sig.Results().Len()
	return n > 0 && syntax.IsError(sig.Results().At(n-1).Type())
}

func takesContext(sig *types.Signature) bool {
	return sig.Params().Len() > 0 && isContext(sig.Params().At(0).Type())
}

func isContext(t types.Type) bool { return syntax.IsNamed(t, "context", "Context") }

// inMemory reports whether the receiver of a method is something that is made
// again, by its name.
func inMemory(sig *types.Signature) bool {
	if sig.Recv() == nil {
		return false
	}
	t := types.Unalias(sig.Recv().Type())
	if ptr, ok := t.(*types.Pointer); ok {
		t = types.Unalias(ptr.Elem())
	}
	named, ok := t.(*types.Named)
	return ok && light.MatchString(named.Obj().Name())
}

// tool returns the program that a call runs if it is one of those that destroy
// what is on a disk, else "".
func tool(call ssa.CallInstruction) string {
	for _, arg := range operands(call) {
		if c, ok := flow.Resolve(arg).(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
			if s := constant.StringVal(c.Value); tools.MatchString(s) {
				return s
			}
		}
	}
	return ""
}

// operands returns the arguments of a call, those of a variadic parameter one
// by one.
func operands(call ssa.CallInstruction) []ssa.Value {
	var out []ssa.Value
	for _, arg := range flow.Args(call) {
		slice, ok := arg.(*ssa.Slice)
		if !ok {
			out = append(out, arg)
			continue
		}
		array, ok := slice.X.(*ssa.Alloc)
		if !ok {
			continue
		}
		for _, ref := range *array.Referrers() {
			elem, ok := ref.(*ssa.IndexAddr)
			if !ok {
				continue
			}
			for _, r := range *elem.Referrers() {
				if store, ok := r.(*ssa.Store); ok && store.Addr == elem {
					out = append(out, store.Val)
				}
			}
		}
	}
	return out
}

// heldBy returns the object that a failed call was to let go of, and that
// another one destroys; "" if that is not so.
func heldBy(failed *ssa.Call, call ssa.CallInstruction) string {
	callee, destroyer := flow.Callee(failed), flow.Callee(call)
	if callee == nil || destroyer == nil || !releases.MatchString(callee.Name()) {
		return ""
	}
	if flow.Name(destroyer) != "os.RemoveAll" && tool(call) == "" && !wipes.MatchString(destroyer.Name()) {
		return ""
	}
	method := callee.Signature().Recv() != nil && callee.Signature().Params().Len() == 0
	for _, a := range operands(failed) {
		path, ok := flow.PathOf(a)
		if !ok || !isText(a.Type()) && !method {
			continue
		}
		for _, b := range operands(call) {
			// What a method without arguments lets go of is in its receiver.
			if other, ok := flow.PathOf(b); ok && isText(b.Type()) && (path == other || method && other.HasPrefix(path)) {
				return other.String()
			}
		}
	}
	return ""
}

// unanswered returns the branch by which control leaves out a question about the
// very object of a call if the question fails, as in err == nil && kept; nil for
// none.
func unanswered(f *guard.Failed, call ssa.CallInstruction) *ssa.If {
	branch := f.Skipped(call)
	if branch == nil {
		return nil
	}
	answer := branch.Cond
	if not, ok := answer.(*ssa.UnOp); ok && not.Op == token.NOT {
		answer = not.X
	}
	if e, ok := answer.(*ssa.Extract); !ok || e.Tuple != ssa.Value(f.Call) {
		return nil
	}
	for _, a := range operands(f.Call) {
		path, ok := flow.PathOf(a)
		if !ok || isContext(a.Type()) || a == receiver(f.Call) {
			continue
		}
		for _, b := range operands(call) {
			if other, ok := flow.PathOf(b); ok && other == path {
				return branch
			}
		}
	}
	return nil
}

// repeats reports whether a call does the same to the same object as one that
// failed, with another flag perhaps.
func repeats(call ssa.CallInstruction, failed *ssa.Call) bool {
	callee, other := flow.Callee(failed), flow.Callee(call)
	if callee == nil || other == nil || callee.Origin() != other.Origin() && !(releases.MatchString(callee.Name()) && releases.MatchString(other.Name())) {
		return false
	}
	same := false
	for _, x := range operands(failed) {
		constant, isConst := flow.Resolve(x).(*ssa.Const)
		switch {
		case isContext(x.Type()):
		case slices.ContainsFunc(operands(call), func(y ssa.Value) bool { return flow.Same(x, y) }):
			// Many objects are asked of one receiver.
			same = same || x != receiver(failed) || callee.Signature().Params().Len() == 0
		case !isConst || isText(constant.Type()):
			return false
		}
	}
	return same
}

// receiver returns the receiver of a call of a method, else nil.
func receiver(call *ssa.Call) ssa.Value {
	if callee := flow.Callee(call); callee == nil || callee.Signature().Recv() == nil {
		return nil
	}
	return flow.Args(call)[0]
}

var wipes = regexp.MustCompile(`^(?i:wipe|zap|erase|shred|destroy)`)

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	if !ok {
		_, ok = t.Underlying().(*types.Interface) // of a variadic parameter
		return ok
	}
	return b.Info()&types.IsString != 0
}

func isCollection(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Slice, *types.Map:
		return true
	}
	return false
}

// givenBy returns what a call may give with its error, as far as the function
// is of this package, else zero values. Collections may be partial.
func givenBy(call *ssa.Call) []guard.Given {
	out := []guard.Given{guard.Zero}
	results := call.Call.Signature().Results()
	for v := range results.Variables() {
		if isCollection(v.Type()) {
			out = append(out, guard.Partial)
			break
		}
	}
	if makesUp(flow.Target(call)) {
		out = append(out, guard.Fallback)
	}
	return out
}

// makesUp reports whether a function returns a time that it did not find beside
// an error.
func makesUp(fn *ssa.Function) bool {
	if fn == nil {
		return false
	}
	for _, block := range fn.Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok || len(ret.Results) != 2 || ret.Results[0].Type().String() != "time.Time" {
			continue
		}
		err, ok := ret.Results[1].(*ssa.Const)
		if (!ok || err.Value != nil || !err.IsNil()) && isMade(ret.Results[0], ret.Results[1]) {
			return true
		}
	}
	return false
}

// isMade reports whether a value is the result of a call other than the one
// that failed, and not the present, before which nothing is old.
func isMade(v, err ssa.Value) bool {
	call, ok := flow.Resolve(v).(*ssa.Call)
	if !ok {
		return false
	}
	if e, ok := err.(*ssa.Extract); ok && e.Tuple == call {
		return false
	}
	return !flow.IsCallTo(call, "time.Now")
}

// deletesMissing reports whether a call passes what the failed one gave to a
// function that deletes what is missing there.
func (c *checker) deletesMissing(f *guard.Failed, call ssa.CallInstruction) bool {
	fn := flow.Target(call)
	if fn == nil || len(fn.Blocks) == 0 || len(fn.Params) != len(flow.Args(call)) {
		return false
	}
	for i, arg := range flow.Args(call) {
		if isCollection(arg.Type()) && f.Gives(arg) && c.keepsOnly(fn.Params[i]) {
			return true
		}
	}
	return false
}

// keepsOnly reports whether a function deletes what is missing from a
// parameter.
func (c *checker) keepsOnly(param *ssa.Parameter) bool {
	if keeps, ok := c.keeps[param]; ok {
		return keeps
	}
	c.keeps[param] = false
	f := guard.EmptyParameter(param)
	f.Follow(func(r guard.Reached) bool {
		if len(r.Decided) > 0 && destructive(r.Call) && f.Skipped(r.Call) != nil && !f.Gives(object(r.Call)) {
			c.keeps[param] = true
		}
		return !c.keeps[param]
	})
	return c.keeps[param]
}

// object returns the last argument of a call.
func object(call ssa.CallInstruction) ssa.Value {
	args := flow.Args(call)
	if len(args) == 0 {
		return call.Common().Value
	}
	return args[len(args)-1]
}
