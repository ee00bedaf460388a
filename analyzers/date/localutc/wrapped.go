package localutc

import (
	"fmt"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// wrapped reports a method of a type that embeds a time.Time, and yields another
// value of that type, if it puts the date into UTC where other methods of the
// type keep the location.
func (c *check) wrapped(call *ssa.Call) {
	fn := call.Parent()
	obj, ok := fn.Object().(*types.Func)
	if !ok || !obj.Exported() || strings.Contains(obj.Name(), "UTC") || !c.dates.IsUTC(flow.Args(call)[7]) {
		return
	}
	wrapper := receiverOf(fn)
	if wrapper == nil || !ofReceiver(call, fn) || fn.Signature.Results().Len() != 1 || named(fn.Signature.Results().At(0).Type()) != wrapper {
		return
	}
	keeper := c.keeper(wrapper)
	expr := c.pass.CallAt(call.Pos())
	near, city, ok := calendar.Moment{Zone: calendar.Local, Instant: true}.NearMidnight()
	if keeper == nil || expr == nil || !ok {
		return
	}
	c.pass.Report(analysis.Diagnostic{Pos: expr.Pos(), End: expr.End(),
		Message: fmt.Sprintf("%s on %s in %s gives a time in UTC, where %s keeps the location", syntax.Text(expr), calendar.DateOf(near), city, keeper.Name()),
		Related: []analysis.RelatedInformation{{Pos: keeper.Pos(), Message: "another method of " + wrapper.Obj().Name()}}})
}

// receiverOf returns the type of the receiver of a method, if it embeds a
// time.Time.
func receiverOf(fn *ssa.Function) *types.Named {
	recv := fn.Signature.Recv()
	if recv == nil {
		return nil
	}
	wrapper := named(recv.Type())
	if wrapper == nil {
		return nil
	}
	s, ok := wrapper.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for f := range s.Fields() {
		if f.Embedded() && calendar.IsTime(f.Type()) {
			return wrapper
		}
	}
	return nil
}

// named returns the type that a type is, or points to.
func named(t types.Type) *types.Named {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	n, _ := types.Unalias(t).(*types.Named)
	return n
}

// ofReceiver reports whether a call of time.Date takes year and month from the
// time that the receiver of a method embeds.
func ofReceiver(call *ssa.Call, fn *ssa.Function) bool {
	for i, part := range []string{"Year", "Month"} {
		t, name := calendar.PartOf(flow.Args(call)[i])
		if name != part || !embeddedIn(t, fn.Params[0]) {
			return false
		}
	}
	return true
}

// embeddedIn reports whether a time is a field of a parameter.
func embeddedIn(t ssa.Value, p *ssa.Parameter) bool {
	path, ok := flow.PathOf(t)
	return ok && path.Root() == ssa.Value(p)
}

// keeper returns a method of a type that makes a date in the location of the time
// which its receiver embeds; nil if there is none.
func (c *check) keeper(wrapper *types.Named) *types.Func {
	for _, call := range c.dates.Calls("time.Date") {
		fn := call.Parent()
		obj, ok := fn.Object().(*types.Func)
		if !ok || receiverOf(fn) != wrapper {
			continue
		}
		zone, ok := flow.Resolve(flow.Args(call)[7]).(*ssa.Call)
		if ok && flow.IsCallTo(zone, "(time.Time).Location") && embeddedIn(flow.Args(zone)[0], fn.Params[0]) {
			return obj
		}
	}
	return nil
}
