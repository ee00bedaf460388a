package template

import (
	"crypto/x509"
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A Truth tells what a boolean field holds.
type Truth int

// The truths. Either is also what is not known.
const (
	Either Truth = iota
	False
	True
)

// Bool returns what a boolean field holds on all paths.
func (c *Creation) Bool(name string) Truth {
	var out Truth
	for _, s := range c.Field(name) {
		now := Either
		switch s.Kind {
		case Absent:
			now = False
		case Stored:
			if k, ok := c.pkg.Fold(s.Value); ok && k.Kind() == constant.Bool {
				now = False
				if constant.BoolVal(k) {
					now = True
				}
			}
		}
		if now == Either || out != Either && out != now {
			return Either
		}
		out = now
	}
	return out
}

// Masks returns what an integer field may hold, and whether that is known.
func (c *Creation) Masks(name string) ([]int64, bool) { return c.pkg.masks(c.Field(name), maxNesting) }

func (p *Package) masks(sources []Source, depth int) ([]int64, bool) {
	var out []int64
	for _, s := range sources {
		switch s.Kind {
		case Absent:
			out = append(out, 0)
		case Stored:
			list, ok := p.mask(s.Value, depth)
			if !ok {
				return nil, false
			}
			out = append(out, list...)
		default:
			return nil, false
		}
	}
	slices.Sort(out)
	return slices.Compact(out), len(out) > 0
}

// mask returns what a mask may be: a constant, the field itself, or both
// combined.
func (p *Package) mask(v Value, depth int) ([]int64, bool) {
	v = v.Resolve()
	if n, ok := p.Integer(v); ok {
		return []int64{n}, true
	}
	if depth--; depth == 0 {
		return nil, false
	}
	switch x := v.V.(type) {
	case *ssa.UnOp:
		if sources := p.Loaded(v); len(sources) > 0 {
			return p.masks(sources, depth)
		}
	case *ssa.Phi:
		var out []int64
		for _, edge := range x.Edges {
			list, ok := p.mask(Value{edge, v.Frame}, depth)
			if !ok {
				return nil, false
			}
			out = append(out, list...)
		}
		return out, true
	case *ssa.BinOp:
		a, ok := p.mask(Value{x.X, v.Frame}, depth)
		b, ok2 := p.mask(Value{x.Y, v.Frame}, depth)
		if !ok || !ok2 || x.Op != token.OR || len(a)*len(b) > 64 {
			return nil, false
		}
		var out []int64
		for _, m := range a {
			for _, n := range b {
				out = append(out, m|n)
			}
		}
		return out, true
	}
	return nil, false
}

// Elements returns the constant elements of a slice that a literal makes, and
// whether they are known.
func (p *Package) Elements(v Value) ([]int64, bool) {
	v = v.Resolve()
	array, ok := arrayOf(v)
	if !ok {
		return nil, false
	}
	var out []int64
	for _, ref := range *array.Referrers() {
		addr, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, use := range *addr.Referrers() {
			st, ok := use.(*ssa.Store)
			if !ok {
				return nil, false
			}
			n, ok := p.Integer(Value{st.Val, v.Frame})
			if !ok {
				return nil, false
			}
			out = append(out, n)
		}
	}
	return out, len(out) == lengthOf(array)
}

// EndEntity reports whether the certificate says that it is for a server or a
// client, whether or not it says that it is for a CA as well.
func (c *Creation) EndEntity() bool {
	usage, _ := c.Only("ExtKeyUsage")
	if usage == nil {
		return false
	}
	list, known := c.pkg.Elements(usage.Value)
	return known && (slices.Contains(list, int64(x509.ExtKeyUsageServerAuth)) || slices.Contains(list, int64(x509.ExtKeyUsageClientAuth)))
}

// Special reports whether the certificate may have a use that crypto/x509 has no
// name for.
func (c *Creation) Special() bool { return !c.lacks("UnknownExtKeyUsage") }

// IsServer reports whether the certificate is certainly that of a server: its
// ExtKeyUsage is a literal that says so, and it is no CA. A peer is both server
// and client.
func (c *Creation) IsServer() (server, peer bool) {
	usage, _ := c.Only("ExtKeyUsage")
	if usage == nil || c.Bool("IsCA") != False {
		return false, false
	}
	list, known := c.pkg.Elements(usage.Value)
	server = known && slices.Contains(list, int64(x509.ExtKeyUsageServerAuth))
	return server, server && slices.Contains(list, int64(x509.ExtKeyUsageClientAuth))
}
