package template

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// Exit returns where the certificate that is created leaves the process, or
// goes to code outside of the package: a write, or a return from an exported
// function; nil if neither is seen.
func (c *Creation) Exit() ssa.Instruction {
	call, ok := c.Call.(*ssa.Call)
	if !ok {
		return nil
	}
	t := &tracer{pkg: c.pkg, seen: make(map[ssa.Value]bool)}
	t.result(call, 0, call.Call.Signature().Results().Len())
	return t.exit
}

// ForRequest reports whether a certificate becomes part of a request for another
// one, and is seen to go nowhere else: whoever gets the request looks at the key.
func (c *Creation) ForRequest() bool {
	call, ok := c.Call.(*ssa.Call)
	if !ok {
		return false
	}
	t := &tracer{pkg: c.pkg, seen: make(map[ssa.Value]bool), listed: true}
	t.result(call, 0, call.Call.Signature().Results().Len())
	return t.exit == nil && t.requested
}

// A tracer follows a certificate forward.
type tracer struct {
	pkg  *Package
	seen map[ssa.Value]bool
	exit ssa.Instruction

	listed    bool // it follows the certificate into lists
	requested bool // the certificate becomes part of a request
}

func (t *tracer) follow(v ssa.Value) {
	if v == nil || t.exit != nil || t.seen[v] || v.Referrers() == nil {
		return
	}
	t.seen[v] = true
	for _, ref := range *v.Referrers() {
		t.use(v, ref)
	}
}

// use follows what an instruction makes of the certificate.
func (t *tracer) use(v ssa.Value, ref ssa.Instruction) {
	switch ref := ref.(type) {
	case *ssa.Phi, *ssa.Convert, *ssa.ChangeType, *ssa.MakeInterface, *ssa.Slice, *ssa.UnOp, *ssa.Extract:
		t.follow(ref.(ssa.Value))
	case *ssa.Store:
		if ref.Val == v {
			t.follow(t.container(ref.Addr))
		}
	case *ssa.FieldAddr: // of a struct that holds the certificate
		if !isPair(v.Type()) {
			t.follow(ref)
		}
	case *ssa.Return:
		t.returned(v, ref)
	case *ssa.Call:
		t.call(v, ref)
	}
}

// container returns the variable or struct that an address lies in, unless the
// process keeps that for itself.
func (t *tracer) container(addr ssa.Value) ssa.Value {
	switch a := addr.(type) {
	case *ssa.Alloc:
		return a
	case *ssa.IndexAddr:
		if t.listed {
			return flow.Resolve(a.X)
		}
	case *ssa.FieldAddr:
		if element, ok := a.X.(*ssa.IndexAddr); ok && t.listed {
			return t.container(element)
		}
		if !isPair(a.X.Type()) {
			return flow.Resolve(a.X)
		}
	}
	return nil
}

// isPair reports whether a type is tls.Certificate or a pointer to it.
func isPair(t types.Type) bool { return strings.HasSuffix(t.String(), "crypto/tls.Certificate") }

// returned follows the certificate to the callers of an unexported function.
func (t *tracer) returned(v ssa.Value, ret *ssa.Return) {
	fn := ret.Parent()
	if isPair(v.Type()) {
		return
	}
	if obj, ok := fn.Object().(*types.Func); ok && obj.Exported() {
		t.exit = ret
		return
	}
	for i, r := range ret.Results {
		if r != v {
			continue
		}
		for _, call := range t.pkg.callers[fn] {
			t.result(call, i, len(ret.Results))
		}
	}
}

// result follows one of the results of a call.
func (t *tracer) result(call ssa.CallInstruction, i, n int) {
	value := call.Value()
	if value == nil {
		return
	}
	if n == 1 {
		t.follow(value)
		return
	}
	for _, ref := range *value.Referrers() {
		if e, ok := ref.(*ssa.Extract); ok && e.Index == i {
			t.follow(e)
		}
	}
}

// call follows the certificate through a call that is passed it.
func (t *tracer) call(v ssa.Value, call *ssa.Call) {
	args := flow.Args(call)
	i := slices.Index(args, v)
	callee := flow.Callee(call)
	if fn := target(call); fn != nil && len(fn.Blocks) > 0 && 0 <= i && i < len(fn.Params) {
		t.follow(fn.Params[i])
		return
	}
	if callee == nil || i < 0 {
		return
	}
	switch name := flow.Name(callee); name {
	case "encoding/pem.Encode":
		if i == 1 && !inMemory(args[0]) {
			t.exit = call
		} else if i == 1 {
			t.follow(flow.Resolve(args[0]))
		}
	case "encoding/pem.EncodeToMemory", "crypto/x509.ParseCertificate", "(*bytes.Buffer).Bytes", "(*bytes.Buffer).String", "(*strings.Builder).String":
		t.result(call, 0, call.Call.Signature().Results().Len())
	case "crypto/x509.CreateCertificateRequest":
		t.requested = true
	case "os.WriteFile", "io/ioutil.WriteFile":
		t.exit = call
	default:
		if callee.Name() == "Write" && i == 1 && !inMemory(args[0]) {
			t.exit = call
		}
	}
}

// inMemory reports whether a writer is a buffer.
func inMemory(w ssa.Value) bool {
	t := flow.Resolve(w).Type().String()
	return t == "*bytes.Buffer" || t == "*strings.Builder"
}
