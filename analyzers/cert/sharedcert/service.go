package sharedcert

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/pki"
)

// A service is what is known of what a server serves.
type service struct {
	// class groups the services whose parts can be compared.
	class string
	// parts identify what tells services apart: the handlers of an HTTP server,
	// the arguments of a function that starts a server. Nothing is unknown, or
	// says nothing, as an address does: one service may listen on several.
	parts [][]string
	// values are the expressions behind parts.
	values []ssa.Value
	name   string // for messages, "" for none
}

// differs reports whether two services are provably not the same.
func (s service) differs(t service) bool {
	if s.class != t.class {
		return strings.HasPrefix(s.class, "call ") && strings.HasPrefix(t.class, "call ")
	}
	for i := range min(len(s.parts), len(t.parts)) {
		if len(s.parts[i]) > 0 && len(t.parts[i]) > 0 && disjoint(s.parts[i], t.parts[i]) {
			return true
		}
	}
	return false
}

func disjoint(a, b []string) bool {
	return !slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// serviceOf tells what the server that a use identifies serves.
func serviceOf(known *pki.Package, use *pki.Use) service {
	if use.Store != nil {
		addr, ok := use.Store.Addr.(*ssa.FieldAddr)
		if !ok {
			return service{}
		}
		return httpServer(known, addr.X)
	}
	fn := flow.Callee(use.Call)
	if fn == nil || flow.Name(fn) != use.Sink.Func {
		return started(use)
	}
	if fn.Pkg().Path() == "google.golang.org/grpc" {
		return service{class: "grpc", parts: [][]string{{fmt.Sprint("grpc ", use.Call.Pos())}}, name: outermost(use.Call.Parent()).Name()}
	}
	return listener(known, use.Call)
}

// httpServer returns the service of an http.Server: its handler.
func httpServer(known *pki.Package, server ssa.Value) service {
	handlers := known.FieldStores(server, "Handler")
	switch len(handlers) {
	case 0:
		return service{class: "http", parts: [][]string{{defaultMux}}}
	case 1:
		return handled(handlers[0])
	}
	return service{}
}

// defaultMux is the handler of a server without one.
const defaultMux = "net/http.DefaultServeMux"

// handled returns the service of what a handler serves.
func handled(handler ssa.Value) service {
	_, name := identify(handler)
	return service{class: "http", parts: [][]string{bases(handler)}, values: []ssa.Value{handler}, name: name}
}

// listener returns the service of a listener: the handler of the server that
// accepts from it, or else the function that makes it.
func listener(known *pki.Package, call ssa.CallInstruction) service {
	v := call.Value()
	if v == nil {
		return service{}
	}
	uses := slices.Clone(*v.Referrers())
	for _, ref := range uses {
		if extract, ok := ref.(*ssa.Extract); ok && extract.Index == 0 {
			uses = append(uses, *extract.Referrers()...)
		}
	}
	for _, ref := range uses {
		serve, ok := ref.(ssa.CallInstruction)
		if !ok {
			continue
		}
		fn := flow.Callee(serve)
		if fn == nil {
			continue
		}
		switch args := flow.Args(serve); flow.Name(fn) {
		case "net/http.Serve":
			return handled(args[1])
		case "(*net/http.Server).Serve":
			return httpServer(known, args[0])
		}
	}
	fn := outermost(call.Parent())
	return service{class: "listener", parts: [][]string{{fn.String()}}, name: fn.Name()}
}

// outermost returns the declared function that holds a function literal.
func outermost(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}

// started returns the service of a function that starts a server with the
// certificate it is given: what its other arguments say.
func started(use *pki.Use) service {
	s := service{class: "call "}
	if fn := flow.Target(use.Call); fn != nil {
		s.class += fn.String()
	}
	for _, arg := range use.Args {
		var part []string
		if arg != use.Value && tells(arg.Type()) {
			part = bases(arg)
			s.values = append(s.values, arg)
			if _, name := identify(arg); s.name == "" {
				s.name = name
			}
		}
		s.parts = append(s.parts, part)
	}
	return s
}

// tells reports whether a value of the type can tell services apart: a name, a
// function, an HTTP handler. Listeners, contexts, loggers and the like do not.
func tells(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return t.Kind() == types.String
	case *types.Signature:
		return true
	}
	return isHandler(t)
}

// maxDepth bounds how deep the arguments of a call that makes a handler are
// identified.
const maxDepth = 4

// identify returns a key that is different for provably different values, and
// what a message calls the value; "" if nothing is known.
func identify(v ssa.Value) (key, name string) { return identifyAt(v, maxDepth) }

func identifyAt(v ssa.Value, depth int) (key, name string) {
	if depth == 0 {
		return "", ""
	}
	switch v := flow.Resolve(v).(type) {
	case *ssa.Function:
		return v.String(), v.Name()
	case *ssa.MakeClosure:
		return v.Fn.String(), ""
	case *ssa.Global:
		return v.String(), v.Name()
	case *ssa.Parameter:
		if tells(v.Type()) {
			return "param " + v.Name(), v.Name()
		}
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok && v.Op == token.MUL {
			return g.String(), g.Name()
		}
	case *ssa.Const:
		return identifyConst(v)
	case *ssa.Call:
		return identifyCall(v, depth)
	case *ssa.Alloc:
		return fmt.Sprint(v.Comment, v.Pos()), ""
	}
	return "", ""
}

func identifyConst(c *ssa.Const) (key, name string) {
	if c.Value == nil {
		if _, ok := c.Type().Underlying().(*types.Interface); ok {
			return defaultMux, ""
		}
		return "", ""
	}
	if c.Value.Kind() != constant.String {
		return "", ""
	}
	if text := constant.StringVal(c.Value); isName(text) {
		return text, text
	}
	return "", ""
}

// identifyCall: two calls of one function with the same arguments make the same
// handler, as far as requests can tell.
func identifyCall(call *ssa.Call, depth int) (key, name string) {
	fn := flow.Target(call)
	if fn == nil || call.Call.IsInvoke() {
		return "", ""
	}
	key, name = fn.String(), fn.Name()
	for _, arg := range flow.Args(call) {
		k, n := identifyAt(arg, depth-1)
		key += " " + k
		if n != "" {
			name += " " + n
		}
	}
	return key, name
}

// isName reports whether a text names a service, region or node. Addresses and
// host names do not count: one service may have several.
func isName(text string) bool { return nameSyntax.MatchString(text) }

var nameSyntax = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9 /_-]*$`)
