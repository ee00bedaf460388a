package template

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// Served reports whether a certificate goes nowhere but into a tls.Certificate,
// by which this process identifies itself: it is not written, returned or sent as
// such, so that nobody is given it beforehand to trust it.
func (c *Creation) Served() bool {
	call, ok := c.Call.(*ssa.Call)
	if !ok || c.signs != nil {
		return false
	}
	s := &service{pkg: c.pkg, seen: make(map[ssa.Value]bool)}
	return s.results(call, 0) && s.found
}

// Signs reports whether the package creates another certificate with this
// template for its issuer.
func (c *Creation) Signs() bool {
	return slices.ContainsFunc(c.pkg.Creations, func(other *Creation) bool {
		return other.Call != c.Call && other.Parent.V != nil && other.Parent.Resolve().V == c.Template.Resolve().V
	})
}

// IssuesCA reports whether the package creates the certificate of another CA with
// this one for its issuer, or, if this one is of a root, with one that is not known.
func (c *Creation) IssuesCA() bool {
	return slices.ContainsFunc(c.pkg.Creations, func(other *Creation) bool {
		if other.SelfSigned() || other.Parent.V == nil || other.Bool("IsCA") != True {
			return false
		}
		parent := other.Parent.Resolve()
		if parent.V == c.Template.Resolve().V {
			return true
		}
		if _, made := parent.V.(*ssa.Alloc); made {
			return false
		}
		if der, ok := parsed(parent); ok {
			if made := creates(der); made != nil {
				return made == c.Call
			}
		}
		return c.SelfSigned()
	})
}

// Issues reports whether the package creates a certificate that is not signed by
// its own key.
func (p *Package) Issues() bool {
	return slices.ContainsFunc(p.Creations, func(c *Creation) bool { return !c.SelfSigned() })
}

// A service follows the encoding of a certificate forward.
type service struct {
	pkg   *Package
	seen  map[ssa.Value]bool
	found bool // it becomes part of a tls.Certificate
}

// results reports whether a result of a call is only served.
func (s *service) results(call *ssa.Call, i int) bool {
	if call.Call.Signature().Results().Len() == 1 {
		return s.only(call)
	}
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == i && !s.only(x) {
			return false
		}
	}
	return true
}

// only reports whether nothing is done with a value but to serve it.
func (s *service) only(v ssa.Value) bool {
	if s.seen[v] {
		return true
	}
	s.seen[v] = true
	return v.Referrers() != nil && !slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool { return !s.harmless(ref, v) })
}

func (s *service) harmless(ref ssa.Instruction, v ssa.Value) bool {
	switch ref := ref.(type) {
	case *ssa.DebugRef:
		return true
	case *ssa.Store:
		return ref.Addr == v || s.stored(ref.Addr)
	case *ssa.Slice, *ssa.Convert, *ssa.ChangeType, *ssa.Phi:
		return s.only(ref.(ssa.Value))
	case *ssa.UnOp:
		return ref.Op == token.MUL && s.only(ref)
	case *ssa.Call:
		return s.called(ref, v)
	case *ssa.Return:
		return s.returned(ref, v)
	}
	return false
}

// stored reports whether what is stored at an address is only served.
func (s *service) stored(addr ssa.Value) bool {
	switch addr := addr.(type) {
	case *ssa.Alloc:
		return s.only(addr)
	case *ssa.IndexAddr: // of a chain
		array, ok := addr.X.(*ssa.Alloc)
		return ok && s.elements(array)
	case *ssa.FieldAddr:
		switch owner, name := ownerOf(addr), FieldOf(addr).Name(); owner + "." + name {
		case "crypto/tls.Certificate.Certificate", "crypto/tls.Certificate.Leaf":
			s.found = true
			return true
		case "encoding/pem.Block.Bytes":
			block, ok := addr.X.(*ssa.Alloc)
			return ok && s.elements(block)
		}
	}
	return false
}

// elements is only for an array or struct, whose parts are stored to.
func (s *service) elements(object *ssa.Alloc) bool {
	if s.seen[object] {
		return true
	}
	s.seen[object] = true
	return !slices.ContainsFunc(*object.Referrers(), func(ref ssa.Instruction) bool {
		switch ref.(type) {
		case *ssa.IndexAddr, *ssa.FieldAddr:
			return false
		}
		return !s.harmless(ref, object)
	})
}

// called reports whether a call only serves what it is given.
func (s *service) called(call *ssa.Call, v ssa.Value) bool {
	switch {
	case flow.IsCallTo(call, "crypto/tls.X509KeyPair"):
		s.found = true
		return true
	case flow.IsCallTo(call, "encoding/pem.EncodeToMemory", "crypto/x509.ParseCertificate"):
		return s.results(call, 0)
	case flow.IsCallTo(call, "encoding/pem.Encode"):
		buffer, ok := flow.Resolve(call.Call.Args[0]).(*ssa.Alloc)
		return ok && call.Call.Args[1] == v && s.buffered(buffer)
	}
	return false
}

// buffered reports whether what is written to a buffer is only served.
func (s *service) buffered(buffer *ssa.Alloc) bool {
	for _, ref := range *buffer.Referrers() {
		call, ok := ref.(*ssa.Call)
		if ok && flow.IsCallTo(call, "(*bytes.Buffer).Bytes", "(*bytes.Buffer).String") && !s.only(call) {
			return false
		}
	}
	return ownerOfPointer(buffer) == "bytes.Buffer"
}

// returned follows a result to all calls of a function, if they are known.
func (s *service) returned(ret *ssa.Return, v ssa.Value) bool {
	fn := ret.Parent()
	calls := s.pkg.callers[fn]
	if open(fn) && s.pkg.pass.Pkg.Name() != "main" || len(calls) == 0 {
		return false
	}
	i := slices.Index(ret.Results, v)
	return !slices.ContainsFunc(calls, func(call ssa.CallInstruction) bool {
		value, ok := call.(*ssa.Call)
		return !ok || !s.results(value, i)
	})
}

// ownerOf returns the type that has the field at an address.
func ownerOf(addr *ssa.FieldAddr) string { return ownerOfPointer(addr.X) }

// ownerOfPointer returns the full name of the type that v points to.
func ownerOfPointer(v ssa.Value) string {
	ptr, ok := v.Type().Underlying().(*types.Pointer)
	if !ok {
		return ""
	}
	return types.TypeString(ptr.Elem(), nil)
}
