package written

import (
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// Written says of a field that the package which declares it sets it to the names of
// files only that it has written right before.
type Written struct{}

// AFact makes it a fact.
func (*Written) AFact() {}

// Refines says that the fact makes no package worth a look: it silences.
func (*Written) Refines() {}

func (*Written) String() string { return "Written" }

// creates reports whether the package creates certificates.
func creates(pass *analysis.Pass) bool {
	for _, obj := range pass.TypesInfo.Uses {
		if fn, ok := obj.(*types.Func); ok && fn.Pkg() != nil && flow.Name(fn) == "crypto/x509.CreateCertificate" {
			return true
		}
	}
	return false
}

// export exports facts about the fields of the package.
func (f *Files) export() {
	written := make(map[*types.Var]bool)
	for _, fn := range flow.Of(f.pass).Funcs() {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				if st, ok := instr.(*ssa.Store); ok {
					f.stored(written, st)
				}
			}
		}
	}
	for v, ok := range written {
		if ok {
			f.pass.ExportObjectFact(v, new(Written))
		}
	}
}

// stored notes what a field is set to.
func (f *Files) stored(written map[*types.Var]bool, st *ssa.Store) {
	addr, ok := st.Addr.(*ssa.FieldAddr)
	if !ok || !isString(st.Val.Type()) {
		return
	}
	v := field(addr.X.Type(), addr.Field)
	if v.Pkg() != f.pass.Pkg || !v.Exported() {
		return
	}
	before, known := written[v]
	written[v] = (before || !known) && f.before(st, nil, nameOf(st.Val), 0)
}

// isWritten reports whether a name is read from a field with the fact.
func (f *Files) isWritten(name ssa.Value) bool {
	switch v := flow.Resolve(name).(type) {
	case *ssa.UnOp:
		if addr, ok := v.X.(*ssa.FieldAddr); ok {
			return f.isFact(field(addr.X.Type(), addr.Field))
		}
	case *ssa.Field:
		return f.isFact(field(v.X.Type(), v.Field))
	}
	return false
}

func (f *Files) isFact(v *types.Var) bool {
	return f.pass.ImportObjectFact(v.Origin(), new(Written))
}
