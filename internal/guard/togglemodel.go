package guard

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/models"
)

// toggleOf returns what the models say that a call toggles, nil for nothing.
func toggleOf(p *Package, call ssa.CallInstruction, callee *types.Func) *toggle {
	protections := models.Protections()
	for i := range protections {
		m := &protections[i]
		t := &toggle{call: call, what: m.Name, model: m}
		switch {
		case m.SQL != nil && p.setsSQL(t, callee),
			p.switchesCall(t, callee),
			p.switchesByName(t, callee),
			m.Constants != nil && p.switchesByConstant(t, callee),
			p.runsCommand(t):
			return t
		}
	}
	return nil
}

// maxTemplate bounds the parts that SQL text is put together from.
const maxTemplate = 8

// setsSQL: the call executes a statement.
func (p *Package) setsSQL(t *toggle, callee *types.Func) bool {
	args := flow.Args(t.call)
	if callee.Signature().Recv() == nil || !models.ExecutesSQL(callee.Name()) || len(args) < 2 {
		return false
	}
	i := slices.IndexFunc(args[1:], func(arg ssa.Value) bool { return isText(arg.Type()) }) + 1
	if i == 0 || i > 2 {
		return false
	}
	sets, off := t.model.SQL.Sets(p.template(args[i], maxTemplate))
	if !sets || !matters(t.model.SQL, args[0].Type()) {
		return false
	}
	t.off, t.objs = off, []target{p.targetOf(p.handle(args[0]))}
	return true
}

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.String
}

// matters reports whether a setting outlives what a statement is executed on.
func matters(sql *models.SQLSetting, t types.Type) bool {
	named := namedOf(t)
	switch sql.Transaction {
	case models.Undone:
		obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Rollback")
		return obj == nil
	case models.Ignored:
		return named == nil || !strings.HasSuffix(named.Obj().Name(), "Tx")
	}
	return true
}

// handle returns what a handle of a database was made from by methods that
// return another one of the same type, such as WithContext.
func (p *Package) handle(v ssa.Value) ssa.Value {
	for range maxAliases {
		call, ok := p.resolve(v).(*ssa.Call)
		if !ok {
			break
		}
		callee, args := flow.Callee(call), flow.Args(call)
		if callee == nil || callee.Signature().Recv() == nil || len(args) == 0 ||
			callee.Name() == "Begin" || !types.Identical(args[0].Type(), call.Type()) {
			break
		}
		v = args[0]
	}
	return v
}

// switchesCall: an argument of the call says which way.
func (p *Package) switchesCall(t *toggle, callee *types.Func) bool {
	i := slices.IndexFunc(t.model.Calls, func(c models.CallSwitch) bool { return c.Func == flow.Name(callee) })
	args := flow.Args(t.call)
	if callee.Signature().Recv() != nil && len(args) > 0 {
		args = args[1:]
	}
	if i < 0 || max(t.model.Calls[i].Object, t.model.Calls[i].Switch) >= len(args) {
		return false
	}
	row := t.model.Calls[i]
	way := p.constantArg(args[row.Switch])
	t.off = way != nil && way.Kind() == constant.Bool && constant.BoolVal(way) == row.Off
	t.objs = []target{p.targetOf(args[row.Object])}
	return true
}

// switchesByName: a function or method of that name undoes another one.
func (p *Package) switchesByName(t *toggle, callee *types.Func) bool {
	for _, pair := range t.model.Names {
		other := pair.On
		switch callee.Name() {
		case pair.On:
			other = pair.Off
		case pair.Off:
		default:
			continue
		}
		if !hasSibling(callee, other) {
			continue
		}
		t.off = callee.Name() == pair.Off
		for i, arg := range flow.Args(t.call) {
			if i == 0 && callee.Signature().Recv() != nil && callee.Signature().Params().Len() > 0 || isContext(arg.Type()) {
				continue
			}
			t.objs = []target{p.targetOf(arg)}
			break
		}
		return true
	}
	return false
}

// hasSibling reports whether the type or package of a function has another one
// of the given name.
func hasSibling(fn *types.Func, name string) bool {
	if recv := fn.Signature().Recv(); recv != nil {
		obj, _, _ := types.LookupFieldOrMethod(recv.Type(), true, fn.Pkg(), name)
		_, ok := obj.(*types.Func)
		return ok
	}
	if fn.Pkg() == nil {
		return false
	}
	_, ok := fn.Pkg().Scope().Lookup(name).(*types.Func)
	return ok
}

func isContext(t types.Type) bool {
	named := namedOf(t)
	return named != nil && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context" && named.Obj().Name() == "Context"
}

// switchesByConstant: an argument of the call is a constant that says which way.
func (p *Package) switchesByConstant(t *toggle, callee *types.Func) bool {
	m := t.model.Constants
	if callee.Pkg() == nil || !slices.Contains(m.Packages, callee.Pkg().Path()) {
		return false
	}
	args := flow.Args(t.call)
	at := func(value int64) int {
		return slices.IndexFunc(args, func(arg ssa.Value) bool {
			k := p.constantArg(arg)
			return k != nil && k.Kind() == constant.Int && constant.Compare(k, equal, constant.MakeInt64(value))
		})
	}
	off, on := at(m.Off), at(m.On)
	t.off = off >= 0
	if i := max(off, on); i > 0 {
		t.objs = []target{p.targetOf(args[i-1])}
		return true
	}
	return false
}

// runsCommand: the call is given the program and a flag that switches.
func (p *Package) runsCommand(t *toggle) bool {
	if len(t.model.Commands) == 0 {
		return false
	}
	var args []ssa.Value
	for _, arg := range flow.Args(t.call) {
		if list := p.listed(arg); list != nil {
			args = append(args, list...)
		} else {
			args = append(args, arg)
		}
	}
	has := func(words ...string) bool {
		return slices.ContainsFunc(args, func(arg ssa.Value) bool {
			k := p.constantArg(arg)
			return k != nil && k.Kind() == constant.String && slices.Contains(words, constant.StringVal(k))
		})
	}
	for _, c := range t.model.Commands {
		if has(c.Tool) && (has(c.Off...) || has(c.On...)) {
			t.off = has(c.Off...)
			t.objs = []target{p.targetOf(args[len(args)-1])}
			return true
		}
	}
	return false
}
