package sharedcert

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/pki"
	"github.com/leapguard/leapguard/internal/rule"
)

// elements tells for which elements of a loop values differ though the
// certificate does not: names if they are known, else each if they are at least
// handlers. The certificate differs with the iterations in over.
func elements(known *pki.Package, over []ssa.Value, values []ssa.Value) (names []string, each bool) {
	w := walker{known: known, over: over, seen: make(map[ssa.Value]bool)}
	for _, v := range values {
		w.walk(v)
	}
	return w.names, w.each
}

// maxWalk bounds the number of values that one walk visits.
const maxWalk = 200

type walker struct {
	known *pki.Package
	over  []ssa.Value
	seen  map[ssa.Value]bool
	names []string
	each  bool
}

// walk looks among the operands of v, those first, for what a loop selects.
func (w *walker) walk(v ssa.Value) {
	if w.seen[v] || len(w.seen) > maxWalk || len(w.names) > 0 {
		return
	}
	w.seen[v] = true
	if instr, ok := v.(ssa.Instruction); ok {
		for _, op := range instr.Operands(nil) {
			if *op != nil {
				w.walk(*op)
			}
		}
	}
	if len(w.names) > 0 {
		return
	}
	if !tells(v.Type()) {
		return
	}
	s := w.known.Materials(v)
	if !slices.ContainsFunc(s.Over, func(it ssa.Value) bool { return !slices.Contains(w.over, it) }) {
		return
	}
	if _, ok := v.Type().Underlying().(*types.Basic); ok {
		w.names = namesOf(s)
	} else {
		w.each = true
	}
}

// namesOf returns the names among texts, if there are several and no address.
func namesOf(s pki.Set) []string {
	var out []string
	for _, m := range s.Materials {
		text := string(m.Text)
		if !isName(text) {
			return nil
		}
		if !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// mapRoles finds the certificates that are put into maps of identities under
// several names.
func mapRoles(pass *rule.Pass, known *pki.Package, fn *ssa.Function) []*role {
	var out []*role
	byMap := make(map[ssa.Value][]*role)
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			u, ok := instr.(*ssa.MapUpdate)
			if !ok || !isIdentity(u.Value.Type()) || pass.Silent(u.Pos()) {
				continue
			}
			set := known.Materials(u.Value)
			r := &role{holdings: holdings(set), place: pki.PlaceOf(u, pass.Files), instr: u, kind: pki.Server}
			if r.names, _ = elements(known, set.Over, []ssa.Value{u.Key}); r.several() && r.known(set) {
				out = append(out, r)
				continue
			}
			if _, name := identify(u.Key); name != "" && r.known(set) {
				r.names = []string{name}
				byMap[u.Map] = append(byMap[u.Map], r)
				if merged := merge(byMap[u.Map]); merged != nil {
					out = append(out, merged)
				}
			}
		}
	}
	return out
}

// merge returns the role of the last certificate under all the names that a map
// has for it, once there are two.
func merge(list []*role) *role {
	last := list[len(list)-1]
	var names []string
	for _, r := range list {
		if r.holdings[0].print() == last.holdings[0].print() {
			names = append(names, r.names...)
		}
	}
	if len(names) < 2 {
		return nil
	}
	merged := *last
	merged.names = names
	return &merged
}

// isIdentity reports whether a value of the type identifies a server by what it
// carries.
func isIdentity(t types.Type) bool {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return false
	}
	switch named.Obj().Pkg().Path() + "." + named.Obj().Name() {
	case "crypto/tls.Certificate", "crypto/tls.Config", "net/http.Server":
		return true
	}
	return false
}
