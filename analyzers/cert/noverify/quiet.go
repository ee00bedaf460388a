package noverify

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// indifferent reports whether a callback does not look at what it is given: it
// pretends no verification, unlike one that asks for a verdict and ignores it.
func indifferent(fn *ssa.Function) bool {
	return len(fn.Blocks) == 1 && len(fn.Blocks[0].Instrs) == 1
}

// looksAround reports whether a configuration is for an HTTP client of a function
// that asks for pages, and sends nothing along: a scanner of whatever answers.
func (s *settings) looksAround() bool {
	if s.config == nil {
		return false
	}
	l := &look{seen: make(map[ssa.Value]bool)}
	return l.only(s.config) && l.asks
}

// A look follows a configuration to the client that it is for.
type look struct {
	seen map[ssa.Value]bool
	asks bool
}

// only reports whether nothing is done with a value but to ask for pages.
func (l *look) only(v ssa.Value) bool {
	if l.seen[v] {
		return true
	}
	l.seen[v] = true
	return v.Referrers() != nil && !slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool { return !l.harmless(ref, v) })
}

func (l *look) harmless(ref ssa.Instruction, v ssa.Value) bool {
	switch ref := ref.(type) {
	case *ssa.DebugRef:
		return true
	case *ssa.FieldAddr: // of the value itself, where fields are set
		return !slices.ContainsFunc(*ref.Referrers(), func(use ssa.Instruction) bool { _, ok := use.(*ssa.Store); return !ok })
	case *ssa.MakeInterface, *ssa.Phi:
		return l.only(ref.(ssa.Value))
	case *ssa.Store:
		addr, ok := ref.Addr.(*ssa.FieldAddr)
		if !ok || ref.Val != v {
			return false
		}
		switch owner, name := field(addr.X.Type(), addr.Field); owner + "." + name {
		case "net/http.Transport.TLSClientConfig", "net/http.Client.Transport":
			made, ok := addr.X.(*ssa.Alloc)
			return ok && l.only(made)
		}
	case *ssa.Call:
		asks := flow.IsCallTo(ref, "(*net/http.Client).Get", "(*net/http.Client).Head")
		l.asks = l.asks || asks
		return asks
	}
	return false
}

// inspects reports whether the package looks at the certificates of a peer after
// the handshake, in the state of a connection or of a response: it may well verify
// them there.
func (c *check) inspects() bool {
	for _, fn := range c.prog.Funcs() {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				switch instr := instr.(type) {
				case *ssa.Field:
					if isPeers(instr.X, instr.Field) && isState(instr.X) {
						return true
					}
				case *ssa.FieldAddr:
					if isPeers(instr.X, instr.Field) && isState(instr.X) {
						return true
					}
				}
			}
		}
	}
	return false
}

func isPeers(base ssa.Value, i int) bool {
	owner, name := field(base.Type(), i)
	return owner == "crypto/tls.ConnectionState" && name == "PeerCertificates"
}

// isState reports whether v is, points to or holds the state that a method of a
// connection returns, or that of a response.
func isState(v ssa.Value) bool {
	switch v := flow.Resolve(v).(type) {
	case *ssa.Call:
		return flow.IsCallTo(v, "(*crypto/tls.Conn).ConnectionState")
	case *ssa.Alloc:
		return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
			st, ok := ref.(*ssa.Store)
			return ok && st.Addr == v && isState(st.Val)
		})
	case *ssa.UnOp:
		if addr, ok := v.X.(*ssa.FieldAddr); ok {
			owner, name := field(addr.X.Type(), addr.Field)
			return owner == "net/http.Response" && name == "TLS"
		}
	}
	return false
}
