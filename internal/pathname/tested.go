package pathname

import (
	"go/constant"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A Proof is what tests say of a name: which names it is not.
type Proof int

const (
	notEmpty Proof = 1 << iota // ""
	notDot                     // "."
	notUp                      // ".."
	local                      // filepath.IsLocal said so, which lets "." and "a/.." pass

	untested Proof = 0
	proven         = notEmpty | notDot | notUp // by anything that is not understood, too
)

// tested returns what conditions prove of a name.
func (p *Program) tested(v ssa.Value, conds []flow.Cond) Proof {
	all := untested
	for _, c := range conds {
		all |= p.proves(c, v)
	}
	return all
}

func (p *Program) proves(c flow.Cond, v ssa.Value) Proof {
	if flow.Same(c.X, v) {
		return comparedTo(c)
	}
	if flow.Same(c.Y, v) && c.Op == token.EQL {
		return proven
	}
	if c.Op == token.LSS && isLength(c.Y) {
		return untested // of a loop over what the name is split into
	}
	want, isBool := true, false
	if _, k, equal, ok := c.ConstTest(); ok && k.Kind() == constant.Bool {
		want, isBool = constant.BoolVal(k) == equal, true
	}
	x := flow.Resolve(c.X)
	call, _ := x.(*ssa.Call)
	if call == nil {
		return p.about(c.X, v, maxNested) | p.about(c.Y, v, maxNested)
	}
	if isLength(call) && flow.Same(call.Call.Args[0], v) {
		if c.Op == token.LSS || c.Op == token.LEQ {
			return untested
		}
		return notEmpty
	}
	if callee := flow.Callee(call); isBool && callee != nil && p.about(call, v, maxNested) > untested {
		switch name := flow.Name(callee); {
		case name == "path/filepath.IsLocal":
			if want {
				return local | notEmpty | notUp
			}
			return untested
		case name == "strings.HasPrefix" && want:
			return p.prefixed(call)
		case strings.HasPrefix(name, "strings.") || name == "path/filepath.IsAbs" || name == "path.IsAbs":
			if want {
				return proven
			}
			return p.lacks(call)
		}
	}
	return p.about(call, v, maxNested)
}

// isLength reports whether a value is the length of another.
func isLength(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	b, ok := call.Call.Value.(*ssa.Builtin)
	return ok && b.Name() == "len"
}

// comparedTo returns what a comparison of a name itself proves.
func comparedTo(c flow.Cond) Proof {
	_, k, equal, ok := c.ConstTest()
	switch {
	case !ok && c.Op == token.NEQ:
		return untested
	case !ok || equal:
		return proven
	case k.Kind() == constant.String:
		return map[string]Proof{"": notEmpty, ".": notDot, "..": notUp}[constant.StringVal(k)]
	}
	return untested
}

// lacks returns what it proves of a name that a function of package strings or
// IsAbs says no: that it has no dots, where the text asked for is made of them.
func (p *Program) lacks(call *ssa.Call) Proof {
	if len(call.Call.Args) < 2 {
		return untested
	}
	c, ok := p.flow.Fold(call.Call.Args[1])
	switch {
	case !ok:
		return notDot | notUp
	case c.Kind() == constant.Int && c.ExactString() == "46": // '.'
		return notDot | notUp
	case c.Kind() != constant.String || !strings.Contains(constant.StringVal(c), "."):
		return untested
	case strings.HasPrefix(constant.StringVal(c), "..") && !strings.HasSuffix(flow.Callee(call).Name(), "Any"):
		return notUp
	}
	return notDot | notUp
}

// prefixed returns what strings.HasPrefix proves of a path: that it is not the
// directory itself, if the prefix ends in a separator.
func (p *Program) prefixed(call *ssa.Call) Proof {
	prefix := flow.Resolve(call.Call.Args[1])
	if c, ok := p.flow.Fold(prefix); ok {
		if c.Kind() == constant.String && constant.StringVal(c) != "" {
			return proven
		}
		return untested
	}
	if _, ok := prefix.(*ssa.BinOp); ok {
		return proven
	}
	return untested
}

// about returns what it proves of a name that a value which depends on it came
// out well. It is untested for values that do not depend on it, or tell only
// what is true of the directory as well.
func (p *Program) about(x, v ssa.Value, depth int) Proof {
	if x == nil || depth == 0 {
		return untested
	}
	if flow.Same(x, v) {
		return proven
	}
	instr, ok := flow.Resolve(x).(ssa.Instruction)
	if !ok {
		return untested
	}
	if call, ok := instr.(*ssa.Call); ok && p.tellsExistence(call) {
		all := untested
		for _, arg := range flow.Args(call) {
			if !p.builds(arg, v) {
				all |= p.about(arg, v, depth-1)
			}
		}
		return all
	}
	all := untested
	var operands []*ssa.Value
	for _, op := range instr.Operands(operands) {
		if *op == nil {
			continue
		}
		all |= p.about(*op, v, depth-1)
		if list, ok := variadic(*op); ok {
			for _, arg := range list {
				all |= p.about(arg, v, depth-1)
			}
		}
	}
	return all
}

// builds reports whether a value is a name, or a path that is built from it.
func (p *Program) builds(x, v ssa.Value) bool {
	if !isText(x.Type()) {
		return false
	}
	for _, e := range p.Elements(Text{Value: x}) {
		for _, t := range e {
			if flow.Same(t.Value, v) {
				return true
			}
			if fn := known(t.Value); fn != nil && fn.Keeps {
				return true
			}
		}
	}
	return false
}

// tellsExistence reports whether a call tells no more of a path than that it is
// there.
func (p *Program) tellsExistence(call *ssa.Call) bool {
	if fn := known(call); fn != nil {
		return fn.Exists
	}
	callee := flow.Target(call)
	return callee != nil && callee.Pkg == p.flow.Package() && len(callee.Blocks) > 0 && p.onlyExistence(callee)
}

// maxExistence is how many blocks a function has that tells whether a file is
// there.
const maxExistence = 12

// onlyExistence reports whether a function of the package calls nothing but
// what builds paths and tells whether they exist.
func (p *Program) onlyExistence(fn *ssa.Function) bool {
	if len(fn.Blocks) > maxExistence {
		return false
	}
	asks := false
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			switch instr := instr.(type) {
			case *ssa.Call:
				known := known(instr)
				switch {
				case known == nil && !p.joins(instr):
					return false
				case known != nil && known.Exists:
					asks = true
				}
			case *ssa.BinOp:
				if isText(instr.X.Type()) && instr.Op != token.ADD {
					return false
				}
			}
		}
	}
	return asks
}

// joins reports whether a call is of a helper that builds a path.
func (p *Program) joins(call *ssa.Call) bool {
	return len(p.Elements(Text{Value: call})) > 1
}
