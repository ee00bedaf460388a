package certdrop

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// outside reports whether a text comes from where anything may come from: a
// file, a stream, the environment, a map such as the data of a secret, or the
// caller of an exported function. What another part of the program keeps in a
// field or hands out may well have been parsed or encoded there.
func (c *check) outside(v ssa.Value, depth int) bool {
	if depth == 0 {
		return false
	}
	depth--
	switch v := flow.Resolve(v).(type) {
	case *ssa.Phi:
		return slices.ContainsFunc(v.Edges, func(e ssa.Value) bool { return c.outside(e, depth) })
	case *ssa.Parameter:
		return c.passedFromOutside(v, depth)
	case *ssa.FreeVar, *ssa.Lookup:
		return true
	case *ssa.Slice:
		return c.outside(v.X, depth)
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			return c.handedOut(call, v.Index, depth)
		}
		_, element := v.Tuple.(*ssa.Lookup)
		return element
	case *ssa.Call:
		return c.handedOut(v, 0, depth)
	case *ssa.UnOp:
		if addr, ok := v.X.(*ssa.FieldAddr); ok {
			return c.blockOutside(addr, depth)
		}
	}
	return false
}

// blockOutside reports whether what is loaded is the bytes of a block of PEM from
// outside.
func (c *check) blockOutside(addr *ssa.FieldAddr, depth int) bool {
	if name, owner := fieldName(addr.X.Type(), addr.Field); owner != "encoding/pem.Block" || name != "Bytes" {
		return false
	}
	block, ok := flow.Resolve(addr.X).(*ssa.Extract)
	if !ok {
		return false
	}
	call, ok := block.Tuple.(*ssa.Call)
	return ok && flow.IsCallTo(call, "encoding/pem.Decode") && c.outside(call.Call.Args[0], depth)
}

// readers are the functions that read what anybody may have written.
var readers = []string{
	"os.ReadFile", "io/ioutil.ReadFile", "io/fs.ReadFile", "(*os.Root).ReadFile", "io.ReadAll", "io/ioutil.ReadAll",
	"os.Getenv", "os.LookupEnv", "(net/url.Values).Get", "(net/http.Header).Get", "(*net/http.Request).FormValue",
}

// decoders pass on what they are given, in another form.
var decoders = []string{
	"(*encoding/base64.Encoding).DecodeString", "encoding/hex.DecodeString", "encoding/pem.Decode",
	"bytes.TrimSpace", "strings.TrimSpace", "bytes.Clone", "slices.Clone", "strings.ReplaceAll",
}

// handedOut reports whether a result of a call comes from outside.
func (c *check) handedOut(call *ssa.Call, i, depth int) bool {
	args := flow.Args(call)
	switch {
	case flow.IsCallTo(call, readers...):
		return true
	case flow.IsCallTo(call, decoders...): // the rest that follows a block of PEM too
		return slices.ContainsFunc(args, func(arg ssa.Value) bool { return c.outside(arg, depth) })
	}
	target := flow.Target(call)
	if target == nil {
		return false
	}
	for _, block := range target.Blocks {
		if ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok && block != target.Recover && c.outside(ret.Results[i], depth) {
			return true
		}
	}
	return false
}

// passedFromOutside reports whether a caller passes a text from outside: one in
// the package, or any of an exported function or of one whose calls are not seen.
func (c *check) passedFromOutside(p *ssa.Parameter, depth int) bool {
	fn := p.Parent()
	calls := c.callersOf(fn)
	if obj := fn.Object(); obj == nil || obj.Exported() && c.pass.Pkg.Name() != "main" || len(calls) == 0 {
		return true
	}
	i := slices.Index(fn.Params, p)
	return slices.ContainsFunc(calls, func(call ssa.CallInstruction) bool {
		args := flow.Args(call)
		return i >= len(args) || c.outside(args[i], depth)
	})
}
