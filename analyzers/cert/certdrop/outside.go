package certdrop

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// outside reports whether a text comes from where anything may come from: a
// file, a stream, the environment, a map such as the data of a secret, or the
// caller of an exported function that reads texts. What another part of the program keeps in a
// field or hands out may well have been parsed or encoded there.
func (c *check) outside(v ssa.Value, seen map[ssa.Value]bool) bool {
	v = flow.Resolve(v)
	if seen[v] {
		return false
	}
	seen[v] = true
	switch v := v.(type) {
	case *ssa.Phi:
		return slices.ContainsFunc(v.Edges, func(e ssa.Value) bool { return c.outside(e, seen) })
	case *ssa.Parameter:
		return c.passedFromOutside(v, seen)
	case *ssa.FreeVar, *ssa.Lookup:
		return true
	case *ssa.Slice:
		return c.outside(v.X, seen)
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			return c.handedOut(call, v.Index, seen)
		}
		_, element := v.Tuple.(*ssa.Lookup)
		return element
	case *ssa.Call:
		return c.handedOut(v, 0, seen)
	case *ssa.UnOp:
		if addr, ok := v.X.(*ssa.FieldAddr); ok {
			text := decodedFrom(addr)
			return text != nil && c.outside(text, seen)
		}
	}
	return false
}

// fileReaders are the functions that read a file as a whole.
var fileReaders = []string{"os.ReadFile", "io/ioutil.ReadFile", "io/fs.ReadFile", "(*os.Root).ReadFile"}

// readers are functions besides that read what anybody may have written.
var readers = []string{
	"io.ReadAll", "io/ioutil.ReadAll", "os.Getenv", "os.LookupEnv",
	"(net/url.Values).Get", "(net/http.Header).Get", "(*net/http.Request).FormValue",
}

// decoders pass on what they are given, in another form.
var decoders = []string{
	"(*encoding/base64.Encoding).DecodeString", "encoding/hex.DecodeString", "encoding/pem.Decode",
	"bytes.TrimSpace", "strings.TrimSpace", "bytes.Clone", "slices.Clone", "strings.ReplaceAll",
}

// handedOut reports whether a result of a call comes from outside.
func (c *check) handedOut(call *ssa.Call, i int, seen map[ssa.Value]bool) bool {
	args := flow.Args(call)
	switch {
	case flow.IsCallTo(call, fileReaders...), flow.IsCallTo(call, readers...):
		return true
	case flow.IsCallTo(call, decoders...): // the rest that follows a block of PEM too
		return slices.ContainsFunc(args, func(arg ssa.Value) bool { return c.outside(arg, seen) })
	}
	target := flow.Target(call)
	if target == nil {
		return false
	}
	for _, block := range target.Blocks {
		if ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok && block != target.Recover && c.outside(ret.Results[i], seen) {
			return true
		}
	}
	return false
}

// passedFromOutside reports whether a caller passes a text from outside: one in
// the package, or any of one whose calls are not seen. What callers elsewhere pass
// to an exported function counts if the option says so.
func (c *check) passedFromOutside(p *ssa.Parameter, seen map[ssa.Value]bool) bool {
	fn := p.Parent()
	calls := c.callersOf(fn)
	switch obj := fn.Object(); {
	case obj == nil:
		return true
	case obj.Exported() && c.pass.Pkg.Name() != "main":
		if parameters.In(c.pass) || c.judges(fn) {
			return true
		}
	case len(calls) == 0:
		return true
	}
	i := slices.Index(fn.Params, p)
	return slices.ContainsFunc(calls, func(call ssa.CallInstruction) bool {
		args := flow.Args(call)
		return i >= len(args) || c.outside(args[i], seen)
	})
}

// reading matches the names of functions that make something of a text which
// they are given, whatever it is.
var reading = regexp.MustCompile(`^(?:Parse|Load|Read|Decode|Unmarshal|Import)|P(?:em|EM)(?:[A-Z]|$)|BytesTo|FromBytes`)

// judges reports whether an exported function is there to tell whether a text is
// sound, by its name and as it can return an error. It may be given any, if
// other modules can call it.
func (c *check) judges(fn *ssa.Function) bool {
	results := fn.Signature.Results()
	return results.Len() > 0 && syntax.IsError(results.At(results.Len()-1).Type()) && reading.MatchString(fn.Name()) &&
		!strings.Contains("/"+c.pass.Pkg.Path()+"/", "/internal/")
}
