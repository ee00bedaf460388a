package expiredcert

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/pki"
)

// takenApart reports whether a use makes a key pair of which only the parts are
// used: no configuration gets it, so that nobody is shown the certificate in a
// handshake. What is published as data, as in the metadata of SAML, is a key, and
// its dates do not matter.
func takenApart(use *pki.Use) bool {
	call, ok := use.Call.(*ssa.Call)
	if !ok || !flow.IsCallTo(call, "crypto/tls.X509KeyPair") {
		return false
	}
	for _, ref := range *call.Referrers() {
		if pair, ok := ref.(*ssa.Extract); ok && pair.Index == 0 {
			return len(*pair.Referrers()) > 0 && inParts(pair)
		}
	}
	return false
}

// inParts reports whether only fields of a struct, or of the variable that it is
// stored to, are used.
func inParts(v ssa.Value) bool {
	return !slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.Field, *ssa.FieldAddr:
			return false
		case *ssa.Store:
			if ref.Addr == v {
				return false
			}
			variable, ok := ref.Addr.(*ssa.Alloc)
			return !ok || !inParts(variable)
		}
		return true
	})
}
