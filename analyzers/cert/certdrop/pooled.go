package certdrop

import (
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// pooled reports whether the function notices what is in a pool: it looks at
// that, or verifies by it at once.
func (c *check) pooled(pool ssa.Value) bool {
	made, ok := flow.Resolve(pool).(ssa.Instruction)
	if !ok {
		return false
	}
	for call := range flow.Calls(made.Parent()) {
		if flow.IsCallTo(call, "(*crypto/x509.CertPool).Subjects", "(*crypto/x509.CertPool).Equal") {
			return true
		}
	}
	return c.verifiesBy(made.(ssa.Value), true)
}

// verifiesBy reports whether a pool becomes part of VerifyOptions, be it in a
// function that it is passed to, or of the ClientCAs of a server that asks for no
// certificates of clients.
func (c *check) verifiesBy(pool ssa.Value, calls bool) bool {
	refs := pool.Referrers()
	return refs != nil && slices.ContainsFunc(*refs, func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.Store:
			addr, ok := ref.Addr.(*ssa.FieldAddr)
			if !ok {
				return false
			}
			name, owner := fieldName(addr.X.Type(), addr.Field)
			return owner == "crypto/x509.VerifyOptions" || owner == "crypto/tls.Config" && name == "ClientCAs" && !c.asksClients()
		case *ssa.Call:
			target := flow.Target(ref)
			i := slices.Index(flow.Args(ref), pool)
			return calls && target != nil && 0 <= i && i < len(target.Params) && c.verifiesBy(target.Params[i], false)
		}
		return false
	})
}

// asksClients reports whether the package says anywhere whether a server asks
// for the certificates of clients; by default it does not.
func (c *check) asksClients() bool {
	for _, obj := range c.pass.TypesInfo.Uses {
		if v, ok := obj.(*types.Var); ok && v.IsField() && v.Name() == "ClientAuth" && v.Pkg() != nil && v.Pkg().Path() == "crypto/tls" {
			return true
		}
	}
	return false
}

// unread reports whether a pool that the function makes goes nowhere but into the
// RootCAs of configurations that let every certificate pass.
func unread(pool ssa.Value) bool {
	pool = flow.Resolve(pool)
	if refs := pool.Referrers(); refs == nil || pool.Parent() == nil {
		return false
	}
	if _, ok := pool.(ssa.Instruction); !ok {
		return false
	}
	found := false
	for _, ref := range *pool.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Call:
			if !flow.IsCallTo(ref, "(*crypto/x509.CertPool).AppendCertsFromPEM", "(*crypto/x509.CertPool).AddCert") {
				return false
			}
		case *ssa.Store:
			addr, ok := ref.Addr.(*ssa.FieldAddr)
			if !ok || !letsPass(addr, ref) {
				return false
			}
			found = true
		default:
			return false
		}
	}
	return found
}

// letsPass reports whether a store sets the RootCAs of a configuration that the
// function sets to verify nothing, whatever happens, and to call back nobody.
func letsPass(roots *ssa.FieldAddr, st *ssa.Store) bool {
	if name, owner := fieldName(roots.X.Type(), roots.Field); owner != "crypto/tls.Config" || name != "RootCAs" || roots.X.Referrers() == nil {
		return false
	}
	skips := false
	for _, ref := range *roots.X.Referrers() {
		addr, ok := ref.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		switch name, _ := fieldName(addr.X.Type(), addr.Field); name {
		case "VerifyPeerCertificate", "VerifyConnection":
			return false
		case "InsecureSkipVerify":
			set, ok := only(addr).(*ssa.Store)
			if !ok || skips || !set.Block().Dominates(st.Block()) || !isTrue(set.Val) {
				return false
			}
			skips = true
		}
	}
	return skips
}

func isTrue(v ssa.Value) bool {
	k, ok := v.(*ssa.Const)
	return ok && k.Value != nil && k.Value.Kind() == constant.Bool && constant.BoolVal(k.Value)
}
