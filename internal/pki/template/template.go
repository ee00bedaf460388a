// Package template follows the templates of certificates, field by field, to
// the calls that create certificates of them.
//
// A field is followed backward from the call over stores, copies, helpers that
// fill or make a template, and the callers of a function that is given one. So
// what is overwritten before the call does not count, and a field that nothing
// is stored to on any path is known to be absent. Where a template passes
// through code that is not seen, its fields are unknown from there on.
package template

import (
	"cmp"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/pki"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

// create is the function that makes a certificate of a template.
const create = "crypto/x509.CreateCertificate"

// Core provides a [*Package] for every package, and [Signs] facts.
var Core = rule.NewCore(&analysis.Analyzer{
	Name:       "leapguardtemplate",
	Doc:        "follows templates of certificates to the calls that create certificates",
	ResultType: reflect.TypeFor[*Package](),
	FactTypes:  []analysis.Fact{new(Signs)},
	Run:        run,
}, Triggers, flow.Core)

// Triggers match the packages that create certificates.
var Triggers = rule.Triggers{{"CreateCertificate"}}

// Signs is a fact of a function that creates certificates of templates that its
// callers pass.
type Signs struct {
	// Template and Parent are the indexes of the parameters, counting the
	// receiver; Parent is -1 if the certificate of the issuer is none.
	Template, Parent int
	// Kept are the fields that reach the certificate as the caller set them;
	// Mixed are those that do so on some paths.
	Kept, Mixed []string
}

// AFact marks Signs as a fact.
func (*Signs) AFact() {}

// String names the fact in tests, with the fields that the function sets itself,
// on some paths if there is a question mark.
func (s *Signs) String() string {
	var out strings.Builder
	out.WriteString("signs")
	for _, field := range reaching {
		switch {
		case slices.Contains(s.Mixed, field):
			out.WriteString(" " + field + "?")
		case !slices.Contains(s.Kept, field):
			out.WriteString(" " + field)
		}
	}
	return out.String()
}

// A Package is what is known of the certificates that a package creates.
type Package struct {
	// Creations are in order of their positions. A call within a function that
	// is given the template counts once for each caller.
	Creations []*Creation

	pass    *analysis.Pass
	prog    *flow.Program
	callers map[*ssa.Function][]ssa.CallInstruction
	values  map[types.Object]bool // functions that are used other than to call them
	stores  []*ssa.Store
}

// Of returns the certificates that the package under analysis creates. The
// analyzer must require Core.
func Of(pass *analysis.Pass) *Package {
	return pass.ResultOf[Core.Analyzer].(*Package)
}

// A Creation is a call that creates a certificate, and a way on which it gets
// its template.
type Creation struct {
	// Call is a call of x509.CreateCertificate, or of a function of another
	// package of the module that makes one.
	Call ssa.CallInstruction
	// Template points to the template, Parent to the certificate of the issuer;
	// the V of Parent is nil if it is not seen.
	Template, Parent Value

	pkg    *Package
	signs  *Signs // of the function that is called, nil for CreateCertificate
	fields map[string][]Source
}

func run(pass *analysis.Pass) (any, error) {
	p := &Package{pass: pass}
	cfg := pass.ResultOf[config.Analyzer].(*config.Config)
	if cfg.Outside || rule.ForTests(pass) || !p.relevant() {
		return p, nil
	}
	p.prog = flow.Of(pass)
	p.callers, p.values = make(map[*ssa.Function][]ssa.CallInstruction), make(map[types.Object]bool)
	var calls []ssa.CallInstruction
	for _, fn := range p.prog.Funcs() {
		if !pki.CreatesForTests(pass, fn) {
			calls = append(calls, p.index(fn)...)
		}
	}
	for _, call := range calls {
		p.add(call)
	}
	slices.SortStableFunc(p.Creations, func(a, b *Creation) int { return cmp.Compare(a.Call.Pos(), b.Call.Pos()) })
	return p, nil
}

// relevant reports whether the package names a function that creates
// certificates, other than in tests. Others need no SSA.
func (p *Package) relevant() bool {
	for id, obj := range p.pass.TypesInfo.Uses {
		fn, ok := obj.(*types.Func)
		if ok && p.signer(fn.Origin()) != nil && !syntax.InTest(p.pass, id.Pos()) {
			return true
		}
	}
	return false
}

// index notes the calls and stores of a function and returns those calls that
// create certificates.
func (p *Package) index(fn *ssa.Function) []ssa.CallInstruction {
	var out []ssa.CallInstruction
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			p.noteValues(instr)
			switch instr := instr.(type) {
			case *ssa.Store:
				p.stores = append(p.stores, instr)
			case ssa.CallInstruction:
				if target := target(instr); target != nil {
					p.callers[target] = append(p.callers[target], instr)
				}
				if callee := flow.Callee(instr); callee != nil && p.signer(callee) != nil {
					out = append(out, instr)
				}
			}
		}
	}
	return out
}

// noteValues notes the functions that an instruction uses other than to call them.
func (p *Package) noteValues(instr ssa.Instruction) {
	call, _ := instr.(ssa.CallInstruction)
	for _, operand := range instr.Operands(nil) {
		fn, ok := (*operand).(*ssa.Function)
		if ok && fn.Object() != nil && (call == nil || operand != &call.Common().Value) {
			p.values[fn.Object()] = true
		}
	}
}

// signer returns which arguments of a function are template and parent; nil if
// it creates no certificate.
func (p *Package) signer(fn *types.Func) *Signs {
	if fn.Pkg() == nil || fn.Pkg() == p.pass.Pkg {
		return nil
	}
	if fn.Name() == "CreateCertificate" && flow.Name(fn) == create {
		return &Signs{Template: 1, Parent: 2}
	}
	if fact := new(Signs); p.pass.ImportObjectFact(fn, fact) {
		return fact
	}
	return nil
}

// target returns the function that a call calls, for an instance of a generic
// function the generic one.
func target(call ssa.CallInstruction) *ssa.Function {
	fn := flow.Target(call)
	if fn != nil && fn.Origin() != nil {
		return fn.Origin()
	}
	return fn
}

// add adds the creations that a call makes.
func (p *Package) add(call ssa.CallInstruction) {
	callee := flow.Callee(call)
	s := p.signer(callee)
	args := flow.Args(call)
	if s.Template >= len(args) {
		return
	}
	template, parent := args[s.Template], ssa.Value(nil)
	if s.Parent >= 0 && s.Parent < len(args) {
		parent = args[s.Parent]
	}
	p.expand(template, nil, func(chain []ssa.CallInstruction, param *ssa.Parameter) {
		frame := frameOf(chain)
		c := &Creation{Call: call, Template: Value{template, frame}, Parent: Value{parent, frame}, pkg: p, fields: make(map[string][]Source)}
		if flow.Name(callee) != create {
			c.signs = s
		}
		for _, field := range reaching {
			c.fields[field] = c.find(field)
		}
		p.Creations = append(p.Creations, c)
		if param != nil {
			p.export(c, param)
		}
	})
}

// maxFrames bounds how many calls up or down a value is followed.
const maxFrames = 6

// expand calls found for each chain of calls, innermost first, by which a
// function gets what is v there. If code outside of the package may call the
// outermost function, it is also called with the parameter that is v then.
func (p *Package) expand(v ssa.Value, chain []ssa.CallInstruction, found func([]ssa.CallInstruction, *ssa.Parameter)) {
	param := paramOf(v)
	if param == nil || len(chain) == maxFrames {
		found(chain, nil)
		return
	}
	fn := param.Parent()
	if open(fn) || len(p.callers[fn]) == 0 {
		found(chain, param)
	}
	for _, call := range p.callers[fn] {
		if args := flow.Args(call); len(args) == len(fn.Params) && !slices.Contains(chain, call) {
			p.expand(args[paramIndex(param)], append(slices.Clip(chain), call), found)
		}
	}
}

// open reports whether code outside of the package may call a function.
func open(fn *ssa.Function) bool {
	obj, ok := fn.Object().(*types.Func)
	return ok && (obj.Exported() || fn.Signature.Recv() != nil)
}

// reaching lists the fields that are followed, those that checks look at.
var reaching = []string{
	"SerialNumber", "Subject", "NotBefore", "NotAfter", "BasicConstraintsValid", "IsCA", "MaxPathLen", "MaxPathLenZero", "KeyUsage",
	"ExtKeyUsage", "UnknownExtKeyUsage", "DNSNames", "EmailAddresses", "IPAddresses", "URIs", "ExtraExtensions",
}

// export exports the fact that a function creates certificates of what it is
// passed for a parameter.
func (p *Package) export(c *Creation, param *ssa.Parameter) {
	fn, ok := param.Parent().Object().(*types.Func)
	if !ok || !fn.Exported() {
		return
	}
	fact := &Signs{Template: paramIndex(param), Parent: -1}
	if c.Parent.V != nil {
		if parent := paramOf(c.Parent.Resolve().V); parent != nil && parent.Parent() == param.Parent() {
			fact.Parent = paramIndex(parent)
		}
	}
	for _, field := range reaching {
		sources := c.Field(field)
		passed := slices.ContainsFunc(sources, func(s Source) bool { return s.Kind == Passed })
		switch {
		case passed && len(sources) == 1:
			fact.Kept = append(fact.Kept, field)
		case passed:
			fact.Mixed = append(fact.Mixed, field)
		}
	}
	p.pass.ExportObjectFact(fn.Origin(), fact)
}

// StoresTo returns what the package stores to a field, of any object.
func (p *Package) StoresTo(field *types.Var) []*ssa.Store {
	var out []*ssa.Store
	for _, st := range p.stores {
		if addr, ok := st.Addr.(*ssa.FieldAddr); ok && FieldOf(addr) == field {
			out = append(out, st)
		}
	}
	return out
}

// FieldOf returns the field that an address is of; nil if that is not known.
func FieldOf(addr *ssa.FieldAddr) *types.Var {
	t := addr.X.Type().Underlying()
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem().Underlying()
	}
	s, ok := t.(*types.Struct)
	if !ok {
		return nil
	}
	return s.Field(addr.Field).Origin()
}
