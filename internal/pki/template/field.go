package template

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A Kind tells what a field holds.
type Kind int

// The kinds of sources.
const (
	Stored  Kind = iota // a value that the package stores
	Absent              // its zero value, for nothing was stored
	Passed              // what callers outside of the package pass
	Unknown             // what code that is not seen may have stored
)

// A Source is what a field of a template may hold when a certificate is made of
// the template.
type Source struct {
	Kind  Kind
	Value Value           // what is stored
	Instr ssa.Instruction // that stores it: a store, or a method call such as SerialNumber.Set
	// Object is the template in which nothing was stored.
	Object ssa.Value
}

// Field returns what a field of the template may hold at the call.
func (c *Creation) Field(name string) []Source { return c.fields[name] }

// find looks for what a field may hold.
func (c *Creation) find(name string) []Source {
	if c.signs == nil {
		return c.pkg.field(c.Template, name, c.Call)
	}
	var out []Source
	kept := slices.Contains(c.signs.Kept, name)
	if kept || slices.Contains(c.signs.Mixed, name) {
		out = c.pkg.field(c.Template, name, c.Call)
	}
	if !kept {
		out = append(out, Source{Kind: Unknown})
	}
	return out
}

// OfParent returns what a field of the certificate of the issuer may hold, if
// that is a template too: one from which the package has made a certificate.
func (c *Creation) OfParent(name string) []Source {
	if c.Parent.V == nil {
		return nil
	}
	parent := c.Parent.Resolve()
	if der, ok := parsed(parent); ok {
		made := creates(der)
		if made == nil {
			return nil
		}
		return c.pkg.field(Value{flow.Args(made)[1], der.Frame}, name, made)
	}
	return c.pkg.field(c.Parent, name, c.Call)
}

// parsed returns the encoding that a certificate is parsed from.
func parsed(cert Value) (der Value, ok bool) {
	call, _ := callOf(cert.V)
	if call == nil || !flow.IsCallTo(call, "crypto/x509.ParseCertificate") {
		return Value{}, false
	}
	return Value{flow.Args(call)[0], cert.Frame}.Resolve(), true
}

// creates returns the call of x509.CreateCertificate that returns an encoding; nil
// if it comes from elsewhere.
func creates(der Value) *ssa.Call {
	if made, _ := callOf(der.V); made != nil && flow.IsCallTo(made, create) {
		return made
	}
	return nil
}

// Used reports whether the certificate that is made is used at all: some are
// made to see whether a template is valid.
func (c *Creation) Used() bool {
	call, ok := c.Call.(*ssa.Call)
	if !ok {
		return false
	}
	if call.Call.Signature().Results().Len() < 2 {
		return true
	}
	return slices.ContainsFunc(*call.Referrers(), func(ref ssa.Instruction) bool {
		e, ok := ref.(*ssa.Extract)
		return !ok || e.Index == 0 && len(*e.Referrers()) > 0 // of _, err := there are none
	})
}

// SelfSigned reports whether the template is its own issuer.
func (c *Creation) SelfSigned() bool {
	return c.Parent.V != nil && c.Parent.Resolve() == c.Template.Resolve()
}

// field returns what a field of the certificate that ptr points to may hold
// before an instruction of the function that ptr is a value of.
func (p *Package) field(ptr Value, name string, before ssa.Instruction) []Source {
	i := fieldIndex(ptr.V.Type(), name)
	if i < 0 {
		return []Source{{Kind: Unknown}}
	}
	q := &query{pkg: p, field: i, name: name, budget: maxInstrs}
	q.at(ptr, before)
	if q.budget <= 0 {
		q.add(Source{Kind: Unknown})
	}
	return q.out
}

// Loaded returns what v may be, if it is read from a field of a certificate.
func (p *Package) Loaded(v Value) []Source {
	load, ok := v.V.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return nil
	}
	addr, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return nil
	}
	s := certificate(addr.X.Type())
	if s == nil {
		return nil
	}
	return p.field(Value{addr.X, v.Frame}, s.Field(addr.Field).Name(), load)
}

// maxInstrs bounds the instructions that one query looks at.
const maxInstrs = 10000

// A query looks backward for what one field of one template may hold.
type query struct {
	pkg    *Package
	field  int
	name   string
	out    []Source
	budget int
}

func (q *query) add(s Source) {
	if !slices.Contains(q.out, s) {
		q.out = append(q.out, s)
	}
}

func (q *query) unknown() { q.add(Source{Kind: Unknown}) }

// at looks for what the field of *ptr holds before an instruction.
func (q *query) at(ptr Value, before ssa.Instruction) {
	object := flow.Resolve(ptr.V)
	if in, ok := object.(ssa.Instruction); ok && in.Parent() != before.Parent() || q.budget <= 0 || ptr.Frame.depth() > maxFrames {
		q.unknown()
		return
	}
	if escapes(object) {
		q.unknown()
	}
	w := &walk{query: q, object: object, frame: ptr.Frame, seen: make(map[*ssa.BasicBlock]bool)}
	w.block(before.Block(), slices.Index(before.Block().Instrs, before))
}

// value looks for the field of a struct that is a value.
func (q *query) value(v Value) {
	v = v.Resolve()
	if q.budget--; q.budget <= 0 {
		return
	}
	switch x := v.V.(type) {
	case *ssa.Const:
		q.add(Source{Kind: Absent, Object: x})
	case *ssa.UnOp:
		if x.Op == token.MUL {
			q.at(Value{x.X, v.Frame}, x)
			return
		}
		q.unknown()
	case *ssa.Phi:
		for _, edge := range x.Edges {
			if edge != x {
				q.value(Value{edge, v.Frame})
			}
		}
	case *ssa.Parameter:
		q.passed(v, false)
	case *ssa.Call, *ssa.Extract:
		q.result(v, q.value)
	default:
		q.unknown()
	}
}

// result applies look to what a call returns.
func (q *query) result(v Value, look func(Value)) {
	call, i := callOf(v.V)
	if call == nil {
		q.unknown()
		return
	}
	results, ok := q.pkg.Results(call, v.Frame, i)
	if !ok {
		q.unknown()
		return
	}
	for _, r := range results {
		if c, isConst := r.V.(*ssa.Const); isConst && failed(c, r.Frame.Call, i) {
			continue
		}
		look(r)
	}
}

// failed reports whether a zero result goes with an error.
func failed(c *ssa.Const, call ssa.CallInstruction, i int) bool {
	results := call.Common().Signature().Results()
	last := results.Len() - 1
	return c.Value == nil && i < last && results.At(last).Type().String() == "error"
}

// passed looks at what callers give for a parameter that no frame binds.
func (q *query) passed(v Value, pointer bool) {
	param := v.V.(*ssa.Parameter)
	if open(param.Parent()) || len(q.pkg.callers[param.Parent()]) == 0 {
		// What callers in the package pass is another creation.
		q.add(Source{Kind: Passed})
		return
	}
	for _, call := range q.pkg.callers[param.Parent()] {
		arg, ok := argument(call, param)
		switch {
		case !ok:
			q.unknown()
		case pointer:
			q.at(Value{arg, nil}, call)
		default:
			q.value(Value{arg, nil})
		}
	}
}

// escapes reports whether a pointer is kept where code that is not looked at
// may find it: in the heap, or in a closure that stores to what it points to.
func escapes(ptr ssa.Value) bool {
	if ptr.Referrers() == nil { // a package variable
		return false
	}
	for _, ref := range *ptr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if local, ok := ref.Addr.(*ssa.Alloc); ref.Val == ptr && (!ok || escapes(local)) {
				return true
			}
		case *ssa.MakeClosure:
			fn := ref.Fn.(*ssa.Function)
			for i, b := range ref.Bindings {
				if b == ptr && writes(fn.FreeVars[i]) {
					return true
				}
			}
		case *ssa.MapUpdate, *ssa.Send:
			return true
		}
	}
	return false
}

// writes reports whether a closure does more with a template, or with a pointer
// to one, than to read its fields.
func writes(v ssa.Value) bool {
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.UnOp:
			if _, ok := ref.Type().Underlying().(*types.Pointer); ok && writes(ref) {
				return true
			}
		case *ssa.FieldAddr:
			for _, use := range *ref.Referrers() {
				if _, load := use.(*ssa.UnOp); !load {
					return true
				}
			}
		default:
			return true
		}
	}
	return false
}

// writers are the packages of the standard library, by prefix, whose functions
// write to what a pointer points to. All others only read a template.
var writers = []string{"encoding/", "reflect", "sync/", "unsafe"}

// reads reports whether a function of another package leaves a template alone.
func reads(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	path := fn.Pkg().Path()
	first, _, _ := strings.Cut(path, "/")
	if strings.Contains(first, ".") || fn.Name() == "Unmarshal" {
		return false
	}
	return !slices.ContainsFunc(writers, func(w string) bool { return strings.HasPrefix(path, w) }) ||
		strings.HasPrefix(fn.Name(), "Marshal") || strings.HasPrefix(fn.Name(), "Encode")
}

// Only returns what a field holds if that is one value that the package stores,
// or what says that it is absent, if it is on every path.
func (c *Creation) Only(name string) (stored, absent *Source) {
	sources := c.Field(name)
	zero := func(s Source) bool {
		k, ok := s.Value.V.(*ssa.Const)
		return s.Kind == Absent || s.Kind == Stored && ok && k.Value == nil
	}
	if len(sources) > 0 && !slices.ContainsFunc(sources, func(s Source) bool { return !zero(s) }) {
		return nil, &sources[0]
	}
	return OnlyStored(sources), nil
}

// Nameless reports whether a certificate has no subject alternative name.
func (c *Creation) Nameless() bool {
	return c.lacks("DNSNames", "IPAddresses", "URIs", "EmailAddresses", "ExtraExtensions")
}

// KeyOnly reports whether a certificate signed by its own key says neither for
// whom it is nor how long it is valid. It has the form of a certificate because
// TLS wants one, for whoever knows the key.
func (c *Creation) KeyOnly() bool {
	return c.SelfSigned() && c.lacks("Subject", "DNSNames", "IPAddresses", "URIs", "EmailAddresses", "NotBefore", "NotAfter")
}

// Anonymous reports whether a certificate signed by its own key says for whom it
// is in no way: nobody can look for a name in it.
func (c *Creation) Anonymous() bool { return c.SelfSigned() && c.lacks("Subject") && c.Nameless() }

// lacks reports whether fields are absent on every path.
func (c *Creation) lacks(fields ...string) bool {
	return !slices.ContainsFunc(fields, func(field string) bool {
		_, absent := c.Only(field)
		return absent == nil
	})
}

// OnlyStored returns the source that stores a value, if it is the only one.
func OnlyStored(sources []Source) *Source {
	if len(sources) != 1 || sources[0].Kind != Stored {
		return nil
	}
	return &sources[0]
}
