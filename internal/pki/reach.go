package pki

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A reach computes which values of a package reach sinks: those passed to a
// sink, those passed to a parameter that reaches one, and those stored to a
// field that does.
type reach struct {
	*evaluator
	uses   []*Use
	params map[*ssa.Parameter][]Sink
	fields map[*types.Var][]Sink
	queue  []*Use
}

func newReach(e *evaluator) *reach {
	return &reach{evaluator: e, params: make(map[*ssa.Parameter][]Sink), fields: make(map[*types.Var][]Sink)}
}

func (r *reach) run() {
	for _, fn := range r.funcs {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				if !r.counts(instr) {
					continue
				}
				switch instr := instr.(type) {
				case ssa.CallInstruction:
					r.call(instr)
				case *ssa.Store:
					r.store(instr)
				}
			}
		}
	}
	for len(r.queue) > 0 {
		u := r.queue[0]
		r.queue = r.queue[1:]
		r.follow(u)
	}
}

// call enqueues the arguments of a call of a sink, or of a function of another
// package whose parameters reach one.
func (r *reach) call(call ssa.CallInstruction) {
	fn := flow.Callee(call)
	if fn == nil {
		return
	}
	args := flow.Args(call)
	for _, s := range sinkTable[flow.Name(fn)] {
		if s.Arg < len(args) {
			r.enqueue(&Use{Sink: s, Call: call, Value: args[s.Arg], Args: args})
		}
	}
	var fact Reaches
	if fn.Pkg() == nil || fn.Pkg() == r.pass.Pkg || !r.pass.ImportObjectFact(fn, &fact) {
		return
	}
	for i, list := range fact.Uses {
		for j := range list {
			if i < len(args) {
				r.enqueue(&Use{Sink: &list[j], Call: call, Value: args[i], Args: args})
			}
		}
	}
}

// store enqueues what is stored to a field that is a sink.
func (r *reach) store(st *ssa.Store) {
	addr, ok := st.Addr.(*ssa.FieldAddr)
	if !ok {
		return
	}
	f, owner := fieldAt(addr.X, addr.Field)
	named := namedOf(owner)
	if f == nil || named == nil || named.Obj().Pkg() == nil || f.Pkg() == r.pass.Pkg {
		return
	}
	for _, s := range sinkTable[named.Obj().Pkg().Path()+"."+named.Obj().Name()+"."+f.Name()] {
		r.enqueue(&Use{Sink: s, Store: st, Value: st.Val})
	}
	var fact Reaches
	if r.pass.ImportObjectFact(f, &fact) {
		for i := range fact.Uses[0] {
			r.enqueue(&Use{Sink: &fact.Uses[0][i], Store: st, Value: st.Val})
		}
	}
}

func (r *reach) enqueue(u *Use) { r.queue = append(r.queue, u) }

// follow evaluates a use. Where the value comes from a parameter, the callers
// are followed in turn.
func (r *reach) follow(u *Use) {
	u.Set = r.of(u.Value)
	if len(u.Set.Materials) > 0 && !forTrial(u.Instr().Block()) {
		r.uses = append(r.uses, u)
	}
	for _, p := range u.Set.Params {
		if !add(r.params, p, *u.Sink) {
			continue
		}
		i := paramIndex(p)
		for _, call := range r.calls[p.Parent()] {
			if args := flow.Args(call); i >= 0 && i < len(args) {
				r.enqueue(&Use{Sink: u.Sink, Call: call, Value: args[i], Args: args})
			}
		}
	}
	for _, f := range u.Set.Fields {
		add(r.fields, f, *u.Sink)
	}
}

func add[K comparable](m map[K][]Sink, key K, s Sink) bool {
	if slices.Contains(m[key], s) {
		return false
	}
	m[key] = append(m[key], s)
	return true
}

// export exports what callers and other packages need to know.
func (r *reach) export() {
	uses := make(map[types.Object][][]Sink)
	for p, list := range r.params {
		fn, ok := p.Parent().Object().(*types.Func)
		if !ok {
			continue
		}
		if uses[fn] == nil {
			uses[fn] = make([][]Sink, len(p.Parent().Params))
		}
		uses[fn][paramIndex(p)] = list
	}
	for f, list := range r.fields {
		if f.Exported() {
			uses[f] = [][]Sink{list}
		}
	}
	for obj, list := range uses {
		r.pass.ExportObjectFact(obj, &Reaches{list})
	}
}
