package staticcert

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// served returns the positions of the calls, those of their parentheses, whose
// key pair is in the Certificates of a configuration by which a server
// identifies itself.
func served(prog *flow.Program) map[token.Pos]bool {
	out := make(map[token.Pos]bool)
	for _, fn := range prog.Funcs() {
		for call := range flow.Calls(fn) {
			switch {
			case flow.IsCallTo(call, "crypto/tls.Listen"):
				note(out, call.Common().Args[2])
			case flow.IsCallTo(call, "crypto/tls.NewListener"):
				note(out, call.Common().Args[1])
			case flow.IsCallTo(call, "google.golang.org/grpc.Creds"):
				if creds, ok := flow.Resolve(call.Common().Args[0]).(*ssa.Call); ok && flow.IsCallTo(creds, "google.golang.org/grpc/credentials.NewTLS") {
					note(out, creds.Call.Args[0])
				}
			}
		}
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				if st, ok := instr.(*ssa.Store); ok {
					if addr, ok := st.Addr.(*ssa.FieldAddr); ok && isField(addr, "net/http", "Server", "TLSConfig") {
						note(out, st.Val)
					}
				}
			}
		}
	}
	return out
}

// note notes the calls that load what a configuration has in Certificates.
func note(out map[token.Pos]bool, config ssa.Value) {
	for _, alloc := range made(config) {
		for _, ref := range *alloc.Referrers() {
			addr, ok := ref.(*ssa.FieldAddr)
			if !ok || !isField(addr, "crypto/tls", "Config", "Certificates") {
				continue
			}
			for _, ref := range *addr.Referrers() {
				if st, ok := ref.(*ssa.Store); ok && st.Addr == addr {
					noteList(out, st.Val)
				}
			}
		}
	}
}

// made returns the objects that a configuration can be: the one that is made in
// the function, or those that a function of the package returns.
func made(config ssa.Value) []*ssa.Alloc {
	index := 0
	v := flow.Resolve(config)
	if x, ok := v.(*ssa.Extract); ok {
		index, v = x.Index, x.Tuple
	}
	switch v := v.(type) {
	case *ssa.Alloc:
		return []*ssa.Alloc{v}
	case *ssa.Call:
		fn := flow.Target(v)
		if fn == nil {
			return nil
		}
		var out []*ssa.Alloc
		for _, block := range fn.Blocks {
			if ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok && index < len(ret.Results) {
				if alloc, ok := flow.Resolve(ret.Results[index]).(*ssa.Alloc); ok {
					out = append(out, alloc)
				}
			}
		}
		return out
	}
	return nil
}

// noteList notes the calls that load the elements of a []tls.Certificate.
func noteList(out map[token.Pos]bool, list ssa.Value) {
	slice, ok := flow.Resolve(list).(*ssa.Slice)
	if !ok {
		return
	}
	array, ok := slice.X.(*ssa.Alloc)
	if !ok {
		return
	}
	for _, ref := range *array.Referrers() {
		elem, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, ref := range *elem.Referrers() {
			if st, ok := ref.(*ssa.Store); ok && st.Addr == elem {
				if x, ok := flow.Resolve(st.Val).(*ssa.Extract); ok {
					if call, ok := x.Tuple.(*ssa.Call); ok {
						out[call.Pos()] = true
					}
				}
			}
		}
	}
}

// isField reports whether an address is that of a field of a struct type.
func isField(addr *ssa.FieldAddr, path, typ, name string) bool {
	ptr, ok := addr.X.Type().Underlying().(*types.Pointer)
	if !ok {
		return false
	}
	named, ok := types.Unalias(ptr.Elem()).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || named.Obj().Pkg().Path() != path || named.Obj().Name() != typ {
		return false
	}
	s, ok := named.Underlying().(*types.Struct)
	return ok && s.Field(addr.Field).Name() == name
}
