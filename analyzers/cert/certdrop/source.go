package certdrop

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// maxSource bounds how far a text is followed to where it comes from.
const maxSource = 8

// good reports whether a text is known to be well-formed: it stands in the
// source, the program encoded it itself, or it was parsed before.
func (c *check) good(v ssa.Value, depth int) bool {
	if depth == 0 {
		return false
	}
	if _, ok := c.prog.Fold(v); ok || len(c.known.Materials(v).Materials) > 0 {
		return true
	}
	depth--
	switch v := flow.Resolve(v).(type) {
	case *ssa.Phi:
		return !slices.ContainsFunc(v.Edges, func(e ssa.Value) bool { return !c.good(e, depth) })
	case *ssa.UnOp:
		return v.Op == token.MUL && c.goodLoad(v, depth)
	case *ssa.Extract:
		call, ok := v.Tuple.(*ssa.Call)
		return ok && (v.Index == 0 && c.goodResult(call, depth) || c.returned(call, v.Index, depth))
	case *ssa.Call:
		return c.goodResult(v, depth) || c.returned(v, 0, depth)
	case *ssa.Slice:
		return c.good(v.X, depth)
	case *ssa.Parameter:
		return c.goodParameter(v, depth)
	}
	return false
}

// goodLoad reports whether what is loaded is part of something that was parsed:
// the Raw field of a certificate, an element of a key pair or of the chain that
// crypto/tls gives to a callback, the bytes of a block of a good text.
func (c *check) goodLoad(load *ssa.UnOp, depth int) bool {
	switch addr := load.X.(type) {
	case *ssa.FieldAddr:
		name, owner := fieldName(addr.X.Type(), addr.Field)
		if strings.HasPrefix(owner, "crypto/x509.") && strings.HasPrefix(name, "Raw") {
			return true
		}
		text := decodedFrom(addr)
		return text != nil && c.good(text, depth)
	case *ssa.IndexAddr:
		return c.parsedChain(addr.X)
	case *ssa.Global:
		if obj, ok := addr.Object().(*types.Var); ok && c.known.Embeds(obj) {
			return true // as known as a text, though a sandbox may hide it
		}
		v := c.prog.Initial(addr, load.Parent())
		return v != nil && c.good(v, depth)
	}
	return false
}

// decodedFrom returns the text whose block of PEM has its bytes at an address,
// nil if they are no such bytes.
func decodedFrom(addr *ssa.FieldAddr) ssa.Value {
	if name, owner := fieldName(addr.X.Type(), addr.Field); owner != "encoding/pem.Block" || name != "Bytes" {
		return nil
	}
	block, ok := flow.Resolve(addr.X).(*ssa.Extract)
	if !ok {
		return nil
	}
	call, ok := block.Tuple.(*ssa.Call)
	if !ok || !flow.IsCallTo(call, "encoding/pem.Decode") {
		return nil
	}
	return call.Call.Args[0]
}

// parsedChain reports whether a [][]byte holds certificates that crypto/tls has
// parsed: those of a tls.Certificate, or those given to VerifyPeerCertificate.
func (c *check) parsedChain(chain ssa.Value) bool {
	switch v := flow.Resolve(chain).(type) {
	case *ssa.UnOp:
		if addr, ok := v.X.(*ssa.FieldAddr); ok {
			name, owner := fieldName(addr.X.Type(), addr.Field)
			return name == "Certificate" && owner == "crypto/tls.Certificate"
		}
	case *ssa.Field:
		name, owner := fieldName(v.X.Type(), v.Field)
		return name == "Certificate" && owner == "crypto/tls.Certificate"
	case *ssa.Parameter:
		return verifiesPeer(v.Parent().Signature)
	}
	return false
}

// verifiesPeer reports whether a function can be a VerifyPeerCertificate
// callback, which crypto/tls gives the certificates that it has parsed.
func verifiesPeer(sig *types.Signature) bool {
	return sig.Params().Len() == 2 && sig.Results().Len() == 1 &&
		sig.Params().At(0).Type().String() == "[][]byte" &&
		sig.Params().At(1).Type().String() == "[][]*crypto/x509.Certificate"
}

// serviceAccount is where Kubernetes puts files into every container, whose
// contents are sound if they are there.
const serviceAccount = "/run/secrets/kubernetes.io/serviceaccount/"

// mounted reports whether a file is one of those, by a constant that its name is or
// is put together of.
func (c *check) mounted(name ssa.Value) bool {
	if v, ok := c.prog.Fold(name); ok {
		return v.Kind() == constant.String && strings.Contains(constant.StringVal(v), serviceAccount)
	}
	switch v := flow.Resolve(name).(type) {
	case *ssa.BinOp:
		return c.mounted(v.X)
	case *ssa.Call:
		return flow.IsCallTo(v, "fmt.Sprintf") && c.mounted(v.Call.Args[0])
	}
	return false
}

// goodResult reports whether a function returns what it has encoded or copied
// from a good text.
func (c *check) goodResult(call *ssa.Call, depth int) bool {
	fn := flow.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	args := flow.Args(call)
	switch name := flow.Name(fn); name {
	case "encoding/pem.EncodeToMemory":
		return true
	case "os.ReadFile", "io/ioutil.ReadFile":
		return c.mounted(args[0])
	case "(*bytes.Buffer).Bytes", "(*bytes.Buffer).String":
		return c.encodedTo(args[0], call.Parent())
	case "bytes.TrimSpace", "strings.TrimSpace", "bytes.Clone", "slices.Clone":
		return c.good(args[0], depth)
	default:
		return strings.HasPrefix(name, "crypto/x509.Marshal")
	}
}

// encodedTo reports whether a function writes PEM to a buffer.
func (c *check) encodedTo(buffer ssa.Value, fn *ssa.Function) bool {
	for call := range flow.Calls(fn) {
		if flow.IsCallTo(call, "encoding/pem.Encode") && flow.Same(call.Common().Args[0], buffer) {
			return true
		}
	}
	return false
}

// goodParameter reports whether every caller passes a good text. Functions that
// others can call too may be given any.
func (c *check) goodParameter(p *ssa.Parameter, depth int) bool {
	fn := p.Parent()
	if obj := fn.Object(); obj == nil || obj.Exported() && c.pass.Pkg.Name() != "main" {
		return false
	}
	i := slices.Index(fn.Params, p)
	for _, call := range c.callersOf(fn) {
		if args := flow.Args(call); i >= len(args) || !c.good(args[i], depth) {
			return false
		}
	}
	return len(c.callersOf(fn)) > 0
}

// callersOf returns the static calls of a function in the package.
func (c *check) callersOf(fn *ssa.Function) []ssa.CallInstruction {
	if c.callers == nil {
		c.callers = make(map[*ssa.Function][]ssa.CallInstruction)
		for _, caller := range c.prog.Funcs() {
			for call := range flow.Calls(caller) {
				if callee := flow.Target(call); callee != nil {
					c.callers[callee] = append(c.callers[callee], call)
				}
			}
		}
	}
	return c.callers[fn]
}

// examined reports whether the function examines a text in another call: it
// parses it elsewhere or looks for marks of PEM.
func (c *check) examined(text ssa.Value, by *ssa.Call) bool {
	return examinedIn(by.Parent(), text, by)
}

// examinedIn reports whether a function examines a text in any call but one.
func examinedIn(fn *ssa.Function, text ssa.Value, but ssa.CallInstruction) bool {
	for call, callee := range flow.Calls(fn) {
		if call == but || callee == nil || !examines(callee) && !answered(call, callee) {
			continue
		}
		if slices.ContainsFunc(flow.Args(call), func(arg ssa.Value) bool { return flow.Same(arg, text) }) {
			return true
		}
	}
	return false
}

// answered reports whether a call adds the certificates of a text to a pool, and tells
// somebody whether there are any.
func answered(call ssa.CallInstruction, fn *types.Func) bool {
	value := call.Value()
	return value != nil && targets[flow.Name(fn)].kind == appends && len(*value.Referrers()) > 0
}

// examines reports whether the name of a function says that it looks at what it
// is given, and it can tell what it finds.
func examines(fn *types.Func) bool {
	if fn.Signature().Results().Len() == 0 {
		return false
	}
	name := strings.ToLower(fn.Name())
	return slices.ContainsFunc([]string{"parse", "decode", "verify", "valid", "keypair", "check", "contains", "prefix", "ispem"},
		func(word string) bool { return strings.Contains(name, word) })
}

// listed reports whether a call is for the files of a directory, not all of
// which need be certificates.
func (c *check) listed(call *ssa.Call) bool {
	for fn := call.Parent(); fn != nil; fn = fn.Parent() {
		for call := range flow.Calls(fn) {
			if flow.IsCallTo(call, "os.ReadDir", "io/ioutil.ReadDir", "io/fs.ReadDir", "path/filepath.Glob",
				"path/filepath.Walk", "path/filepath.WalkDir", "io/fs.WalkDir", "io/fs.Glob", "(*os.File).Readdir", "(*os.File).ReadDir", "(*os.File).Readdirnames") {
				return true
			}
		}
	}
	return false
}

// isRead reports whether a text is that of a file. In a loop the file is one of
// several, such as the places where a system may keep its certificates, of
// which not all need hold any.
func isRead(text ssa.Value) bool {
	x, ok := flow.Resolve(text).(*ssa.Extract)
	if !ok {
		return false
	}
	call, ok := x.Tuple.(*ssa.Call)
	return ok && flow.IsCallTo(call, fileReaders...)
}

// ownMaking reports whether all that a certificate is made of is made in a function that
// is given no texts: templates that it writes, and keys that it has drawn. They fit on
// every run, or on none.
func ownMaking(call *ssa.Call) bool {
	for fn := call.Parent(); fn != nil; fn = fn.Parent() {
		for _, param := range fn.Params {
			if _, plain := param.Type().Underlying().(*types.Basic); !plain || isText(param.Type()) {
				return false
			}
		}
	}
	return !slices.ContainsFunc(flow.Args(call)[1:], func(arg ssa.Value) bool { return !ownMade(arg, maxSource) })
}

// ownMade reports whether a template or key is made in the function.
func ownMade(v ssa.Value, depth int) bool {
	path, ok := flow.PathOf(v)
	if !ok || depth == 0 {
		return false
	}
	root := path.Root()
	if x, ok := root.(*ssa.Extract); ok {
		root = x.Tuple
	}
	switch root := root.(type) {
	case *ssa.Alloc:
		return true
	case *ssa.Call:
		if callee := flow.Callee(root); callee != nil && callee.Name() == "Public" {
			return ownMade(flow.Args(root)[0], depth-1)
		}
		return flow.IsCallTo(root, "crypto/rsa.GenerateKey", "crypto/ecdsa.GenerateKey", "crypto/ed25519.GenerateKey")
	}
	return false
}
