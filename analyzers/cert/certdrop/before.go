package certdrop

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// tried reports whether the file that a text is read from has been put to the
// test on the way here: a function was given its name and either says that it
// examines it or uses its certificates, and the error of that function is nil.
func (c *check) tried(text ssa.Value, by *ssa.Call) bool {
	name := fileName(text)
	if name == nil {
		return false
	}
	for _, cond := range flow.ConditionsAt(by.Block()) {
		err, isNil, ok := cond.ErrorTest()
		if !ok || !isNil {
			continue
		}
		call := callOf(err)
		if call == nil {
			continue
		}
		fn := flow.Callee(call)
		if fn == nil {
			continue
		}
		for i, arg := range flow.Args(call) {
			if flow.Same(arg, name) && (examines(fn) || usesFile(flow.Target(call), i)) {
				return true
			}
		}
	}
	return false
}

// fileName returns the name of the file that a text is read from, nil if it is
// not read here.
func fileName(text ssa.Value) ssa.Value {
	call := callOf(flow.Resolve(text))
	if call == nil || !flow.IsCallTo(call, fileReaders...) {
		return nil
	}
	args := flow.Args(call)
	return args[len(args)-1]
}

// callOf returns the call that v is a result of, nil if it is none.
func callOf(v ssa.Value) *ssa.Call {
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	call, _ := v.(*ssa.Call)
	return call
}

// usesFile reports whether a function reads the file that a parameter names and
// connects by the certificates in it, which fails where there are none.
func usesFile(fn *ssa.Function, param int) bool {
	if fn == nil || param >= len(fn.Params) {
		return false
	}
	reads, connects := false, false
	for call := range flow.Calls(fn) {
		switch {
		case flow.IsCallTo(call, fileReaders...):
			args := flow.Args(call)
			reads = reads || flow.Same(args[len(args)-1], fn.Params[param])
		case flow.IsCallTo(call, "(*net/http.Client).Do", "(*net/http.Client).Get", "(*net/http.Client).Head", "(*net/http.Client).Post",
			"crypto/tls.Dial", "crypto/tls.DialWithDialer", "(*crypto/x509.Certificate).Verify"):
			connects = true
		}
	}
	return reads && connects
}

// vetted reports whether a text is loaded from a field that the package sets to
// nothing but texts that are good, or examined where they are stored.
func (c *check) vetted(text ssa.Value) bool {
	load, ok := flow.Resolve(text).(*ssa.UnOp)
	if !ok {
		return false
	}
	field := fieldAt(load.X)
	if field == nil || field.Exported() {
		return false
	}
	stores := c.storesOf(field)
	return len(stores) > 0 && !slices.ContainsFunc(stores, func(s *ssa.Store) bool {
		return !c.good(s.Val, maxSource) && !examinedIn(s.Parent(), s.Val, nil)
	})
}

// fieldAt returns the field that an address is of, nil if it is of none.
func fieldAt(addr ssa.Value) *types.Var {
	at, ok := addr.(*ssa.FieldAddr)
	if !ok {
		return nil
	}
	return at.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct).Field(at.Field)
}

// storesOf returns the stores to a field in the package.
func (c *check) storesOf(field *types.Var) []*ssa.Store {
	if c.stores == nil {
		c.stores = make(map[*types.Var][]*ssa.Store)
		for _, fn := range c.prog.Funcs() {
			for _, block := range fn.Blocks {
				for _, instr := range block.Instrs {
					if s, ok := instr.(*ssa.Store); ok {
						if f := fieldAt(s.Addr); f != nil {
							c.stores[f] = append(c.stores[f], s)
						}
					}
				}
			}
		}
	}
	return c.stores[field]
}

// kept reports whether a text is what another package of the module keeps and
// hands out: a result of a function of it that reads no file by its name, or a
// field of a struct that no decoder fills. It may have encoded or parsed that.
func (c *check) kept(text ssa.Value) bool {
	switch v := flow.Resolve(text).(type) {
	case *ssa.Call:
		return c.keptBy(v)
	case *ssa.Extract:
		call := callOf(v)
		return call != nil && c.keptBy(call)
	case *ssa.UnOp:
		addr, ok := v.X.(*ssa.FieldAddr)
		return ok && c.keptIn(addr.X.Type(), addr.Field)
	case *ssa.Field:
		return c.keptIn(v.X.Type(), v.Field)
	}
	return false
}

func (c *check) keptBy(call *ssa.Call) bool {
	fn := flow.Callee(call)
	return fn != nil && c.elsewhere(fn.Pkg()) && !reads(fn)
}

// keptIn reports whether a field is of a struct of another package of the module,
// and has no tag but one of protobuf: what is decoded from a file has one, mostly,
// and messages go between the parts of a program.
func (c *check) keptIn(base types.Type, i int) bool {
	if ptr, ok := base.Underlying().(*types.Pointer); ok {
		base = ptr.Elem()
	}
	named, ok := types.Unalias(base).(*types.Named)
	if !ok || !c.elsewhere(named.Obj().Pkg()) {
		return false
	}
	s, ok := named.Underlying().(*types.Struct)
	return ok && (s.Tag(i) == "" || strings.HasPrefix(s.Tag(i), "protobuf:"))
}

// elsewhere reports whether a package is another one of the same module.
func (c *check) elsewhere(pkg *types.Package) bool {
	if pkg == nil || pkg == c.pass.Pkg || c.pass.Module == nil {
		return false
	}
	return strings.HasPrefix(pkg.Path()+"/", c.pass.Module.Path+"/")
}

// reads reports whether the name of a function says that it reads something.
func reads(fn *types.Func) bool {
	name := strings.ToLower(fn.Name())
	return slices.ContainsFunc([]string{"read", "load", "file", "fetch", "download", "open"}, func(w string) bool { return strings.Contains(name, w) })
}
