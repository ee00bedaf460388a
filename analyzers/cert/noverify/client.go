package noverify

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// anyClient reports a server that takes any client certificate where the
// package reads an identity from one, and never anything that would prove it.
func (c *check) anyClient(s *settings) {
	if s.auth != requestClientCert && s.auth != requireAnyClientCert || len(s.callbacks) > 0 || s.perClient || wanted(s.authStore) {
		return
	}
	if c.proves() {
		return
	}
	read, name := c.identity()
	if read == nil {
		return
	}
	auth := "RequireAnyClientCert"
	if s.auth == requestClientCert {
		auth = "RequestClientCert"
	}
	rng := c.place(s.authStore)
	c.pass.Report(analysis.Diagnostic{
		Pos: rng.Pos(), End: rng.End(),
		Message: fmt.Sprintf("tls.%s takes certificates of any issuer, and %s of the client's is used without verification", auth, name),
		Related: []analysis.RelatedInformation{{Pos: read.Pos(), Message: "the identity is read here"}},
	})
}

// proves reports whether the package has something that verifies or recognises
// a certificate: verified chains, a verification, a fingerprint, a key.
func (c *check) proves() bool {
	for id, obj := range c.pass.TypesInfo.Uses {
		if obj.Pkg() == nil {
			continue
		}
		switch obj := obj.(type) {
		case *types.Var:
			if !obj.IsField() {
				continue
			}
			switch obj.Pkg().Path() + "." + id.Name {
			case "crypto/tls.VerifiedChains", "crypto/x509.Raw", "crypto/x509.PublicKey", "crypto/x509.RawSubjectPublicKeyInfo",
				"crypto/x509.Signature", "crypto/x509.RawTBSCertificate", "crypto/x509.SerialNumber", "crypto/x509.SubjectKeyId":
				return true
			}
		case *types.Func:
			name := strings.ToLower(id.Name)
			if slices.ContainsFunc([]string{"verif", "checksignature", "fingerprint", "spiffe", "thumbprint", "trusted"}, func(w string) bool { return strings.Contains(name, w) }) {
				return true
			}
			if obj.Pkg().Path() == "crypto/x509" && obj.Name() == "Equal" {
				return true
			}
		}
	}
	return c.handsOn()
}

// handsOn reports whether the package gives certificates to a function of
// another package, which may verify them.
func (c *check) handsOn() bool {
	for _, fn := range c.prog.Funcs() {
		for call, callee := range flow.Calls(fn) {
			if callee == nil || callee.Pkg() == nil || callee.Pkg() == c.pass.Pkg || purePackages[callee.Pkg().Path()] {
				continue
			}
			if slices.ContainsFunc(call.Common().Args, func(arg ssa.Value) bool {
				t := arg.Type().String()
				return strings.HasSuffix(t, "*crypto/x509.Certificate") || strings.HasSuffix(t, "crypto/tls.ConnectionState")
			}) {
				return true
			}
		}
	}
	return false
}

// identities are the fields of a certificate that tell whose it is.
var identities = map[string]bool{
	"Subject": true, "DNSNames": true, "EmailAddresses": true, "URIs": true, "IPAddresses": true,
}

// identity returns where the package uses an identity that it reads from the
// certificates of a peer, and the name of the field.
func (c *check) identity() (ssa.Instruction, string) {
	for _, fn := range c.prog.Funcs() {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				addr, ok := instr.(*ssa.FieldAddr)
				if !ok {
					continue
				}
				owner, name := field(addr.X.Type(), addr.Field)
				if owner != "crypto/x509.Certificate" || !identities[name] || !ofPeer(addr.X) {
					continue
				}
				if used, part := decides(addr); used != nil {
					return addr, name + part
				}
			}
		}
	}
	return nil, ""
}

// ofPeer reports whether a certificate is an element of PeerCertificates.
func ofPeer(cert ssa.Value) bool {
	path, ok := flow.PathOf(cert)
	if !ok {
		return false
	}
	fields := path.Fields()
	return slices.Contains(fields, "PeerCertificates")
}

// decides returns an instruction for which an identity is more than something
// to print: a comparison, a key of a map, a result, an argument; and the rest
// of the name of what is read.
func decides(addr *ssa.FieldAddr) (ssa.Instruction, string) {
	var visit func(v ssa.Value, part string) (ssa.Instruction, string)
	visit = func(v ssa.Value, part string) (ssa.Instruction, string) {
		for _, ref := range *v.Referrers() {
			switch ref := ref.(type) {
			case *ssa.FieldAddr:
				_, name := field(ref.X.Type(), ref.Field)
				if use, part := visit(ref, part+"."+name); use != nil {
					return use, part
				}
			case *ssa.UnOp, *ssa.IndexAddr, *ssa.Phi:
				if use, part := visit(ref.(ssa.Value), part); use != nil {
					return use, part
				}
			case *ssa.BinOp:
				if !isEmpty(ref.X) && !isEmpty(ref.Y) {
					return ref, part
				}
			case *ssa.Lookup, *ssa.Return:
				return ref, part
			case *ssa.Store:
				if _, local := ref.Addr.(*ssa.FieldAddr); local && ref.Val == v {
					return ref, part
				}
			case ssa.CallInstruction:
				if fn := flow.Callee(ref); fn != nil && fn.Pkg() != nil && !logs(fn) && !purePackages[fn.Pkg().Path()] {
					return ref, part
				}
			}
		}
		return nil, ""
	}
	return visit(addr, "")
}

func isEmpty(v ssa.Value) bool {
	k, ok := v.(*ssa.Const)
	return ok && (k.Value == nil || k.Value.ExactString() == `""`)
}
