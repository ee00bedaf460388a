package guard

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/rule"
)

// An OpenField is a field that is declared a flag, and whose zero value permits
// destruction.
type OpenField struct {
	Field   *types.Var
	Flag    Flag
	Zero    string // the zero value as in source text
	Comment *rule.Comment
	Waiver  *Waiver
}

// OpenFields returns those of the package in source order.
func (p *Package) OpenFields() []OpenField {
	p.mu.Lock()
	defer p.mu.Unlock()
	var out []OpenField
	for _, d := range p.own.flagged {
		zero, ok := d.Flag.When.zero(d.Field.Type())
		if !ok {
			continue
		}
		d.Zero, d.Waiver = zero, p.WaivedAt(d.Field.Pos(), d.Flag.Kind)
		out = append(out, d)
	}
	slices.SortFunc(out, func(a, b OpenField) int { return cmp.Compare(a.Field.Pos(), b.Field.Pos()) })
	return out
}

// zero returns the source text of the zero value of a type if that has the
// outcome.
func (o Outcome) zero(t types.Type) (string, bool) {
	zero := zeroOf(t.Underlying())
	switch {
	case o == Nil && nillable(t):
		return "nil", true
	case zero.Value == nil:
		return "", false
	case o == False:
		return "false", isBoolean(t)
	}
	return zero.Value.ExactString(), string(o) == "="+zero.Value.ExactString()
}

// An OpenSwitch is something outside the program that permits destruction
// unless somebody thinks of it, and alone lets control come to a danger.
type OpenSwitch struct {
	Expr   ast.Expr // what registers or reads it
	Name   string   // of the flag or variable, "" where it is not known
	Env    bool     // an environment variable that is compared, by !=
	Kind   string
	Danger *ast.CallExpr // the first danger that it lets control come to
	Waiver *Waiver
}

// OpenSwitches returns those of the package, in source order.
func (p *Package) OpenSwitches() []*OpenSwitch {
	p.mu.Lock()
	defer p.mu.Unlock()
	var out []*OpenSwitch
	var flags *commandFlags
	for _, fn := range p.prog.Funcs() {
		for call := range flow.Calls(fn) {
			for _, d := range p.demands(call) {
				if flags == nil {
					flags = p.commandFlags()
				}
				for _, s := range p.openAt(call, d, flags) {
					same := func(t *OpenSwitch) bool { return t.Expr == s.Expr }
					if !slices.ContainsFunc(out, same) {
						out = append(out, s)
					}
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b *OpenSwitch) int { return cmp.Compare(a.Expr.Pos(), b.Expr.Pos()) })
	return out
}

// openAt returns the switches that alone let control come to a call that asks
// for a check.
func (p *Package) openAt(call ssa.CallInstruction, d demand, flags *commandFlags) []*OpenSwitch {
	st := p.before(call)
	if st == nil {
		return nil
	}
	met := p.met(st, call, d)
	danger, _ := p.exprAt(call.Common().Pos()).(*ast.CallExpr)
	if danger == nil {
		return nil
	}
	conds := p.conditionsAt(call.Block())
	var out []*OpenSwitch
	for _, c := range conds {
		s := p.openEnv(c, conds)
		if s == nil && !flags.strict {
			s = p.openFlag(c, d.Kind, flags, met)
		}
		if s == nil || met && s.Env {
			continue
		}
		s.Kind, s.Danger = d.Kind, danger
		if s.Waiver = p.WaivedAt(s.Expr.Pos(), d.Kind); s.Waiver == nil {
			s.Waiver = p.waived(call, d.Kind)
		}
		out = append(out, s)
	}
	return out
}

// openEnv: a condition says that an environment variable is not some text,
// which it also is not where it is not set.
func (p *Package) openEnv(c flow.Cond, all []flow.Cond) *OpenSwitch {
	env, differs := p.envTest(c)
	if env == nil || !differs {
		return nil
	}
	name := p.constantArg(flow.Args(env)[0])
	if name == nil || name.Kind() != constant.String {
		return nil
	}
	set := func(other flow.Cond) bool {
		same, differs := p.envTest(other)
		if same == nil {
			return p.saysSet(other, env)
		}
		k := p.constantArg(flow.Args(same)[0])
		return !differs && k != nil && constant.Compare(k, equal, name)
	}
	if slices.ContainsFunc(all, set) {
		return nil
	}
	e := p.exprAt(env.Pos())
	if e == nil {
		return nil
	}
	return &OpenSwitch{Expr: e, Name: constant.StringVal(name), Env: true}
}

// envTest returns the call that reads the environment variable that a
// condition compares with text, and whether it says that it differs from text
// that is not empty. Else it says that the variable is set.
func (p *Package) envTest(c flow.Cond) (env *ssa.Call, differs bool) {
	x, op, y, ok := p.withConstant(c)
	if !ok || y.Value == nil {
		return nil, false
	}
	if fold, ok := p.resolve(x).(*ssa.Call); ok && flow.IsCallTo(fold, "strings.EqualFold") && y.Value.Kind() == constant.Bool {
		same := constant.BoolVal(y.Value) == (op == equal)
		for i, arg := range fold.Call.Args {
			k := p.constantArg(fold.Call.Args[1-i])
			if env := p.envRead(arg); env != nil && k != nil && k.ExactString() != `""` {
				return env, !same
			}
		}
		return nil, false
	}
	env = p.envRead(x)
	if env == nil || y.Value.Kind() != constant.String || op != equal && op != token.NEQ {
		return nil, false
	}
	empty := constant.StringVal(y.Value) == ""
	if empty == (op == equal) {
		// Differs from some text, or is not set.
		return env, true
	}
	return env, false
}

// envRead returns the call that a string was read from the environment by.
func (p *Package) envRead(v ssa.Value) *ssa.Call {
	for range maxAliases {
		v = p.resolve(v)
		if x, ok := v.(*ssa.Extract); ok && x.Index == 0 {
			v = x.Tuple
		}
		call, ok := v.(*ssa.Call)
		switch {
		case !ok:
			return nil
		case flow.IsCallTo(call, "os.Getenv", "os.LookupEnv"):
			return call
		case flow.IsCallTo(call, "strings.ToLower", "strings.ToUpper", "strings.TrimSpace"):
			v = call.Call.Args[0]
		default:
			return nil
		}
	}
	return nil
}

// saysSet reports whether a condition is that os.LookupEnv found the variable.
func (p *Package) saysSet(c flow.Cond, env *ssa.Call) bool {
	x, op, y, ok := p.withConstant(c)
	if !ok || True.judge(op, y) != accepted {
		return false
	}
	found, ok := p.resolve(x).(*ssa.Extract)
	return ok && found.Index == 1 && found.Tuple == ssa.Value(env)
}

// flagPackage reports whether a package parses command lines so that a boolean
// flag takes no argument of its own.
func flagPackage(path string) bool {
	return path == "flag" || path == "github.com/spf13/pflag" || strings.HasPrefix(path, "github.com/urfave/cli")
}
