package guard

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// A Standing tells what stands between a call and the destruction.
type Standing string

// The standings.
const (
	Guarded   Standing = "guarded"   // a check permits it on every path
	Unguarded Standing = "unguarded" // reported by the check unguarded
	Waived    Standing = "waived"    // reviewed
	Caller    Standing = "caller"    // left to the callers
)

// A Way is a call of a danger, or of a function that leads to one, outside
// tests. It can be encoded with gob, as all of [Audit].
type Way struct {
	Kind   string
	Object string // source text, "" for any
	Call   string // source text
	Pos    token.Position
	In, To string // full names of the functions that hold the call and are called
	Danger bool   // To is declared to destroy the object

	Standing Standing
	Check    *Proof   // of Guarded; nil where the object was made on the way
	Reason   string   // of Waived, or why Guarded needs no check
	Askers   []string // of Caller: the functions whose callers must check
}

// A Proof is a check that permits a destruction.
type Proof struct {
	Text string
	Pos  token.Position
}

// A Gap is a place at which the analysis does not know what is called, or a comment
// that it cannot read.
type Gap struct {
	Pos  token.Position
	Text string // source text
	Why  string
}

// An Audit lists the ways of a package to destruction, in source order.
type Audit struct {
	Ways     []Way
	Gaps     []Gap
	Declared []Danger
	// Implements maps methods to the annotated methods of interfaces that they
	// implement, by full names.
	Implements map[string][]string
}

// A Danger is a function that is declared to destroy something.
type Danger struct {
	Kind string
	Func string // full name
	Pos  token.Position
}

// Audit lists the calls of the package that destroy something, or lead to one
// that does, and the places where it is not known what is called.
func (p *Package) Audit() *Audit {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.concerned() {
		return nil
	}
	a := &auditor{p: p, out: &Audit{Implements: make(map[string][]string)}}
	for _, d := range p.own.dangers {
		if !syntax.InTest(p.pass, d.Func.Pos()) {
			a.out.Declared = append(a.out.Declared, Danger{d.Kind, d.Func.FullName(), p.position(d.Func.Pos())})
		}
	}
	for _, fn := range p.prog.Funcs() {
		if syntax.InTest(p.pass, fn.Pos()) {
			continue
		}
		a.bind(fn)
		for call := range flow.Calls(fn) {
			for _, d := range p.demands(call) {
				a.way(call, d)
			}
		}
	}
	a.findGaps()
	slices.SortStableFunc(a.out.Ways, func(a, b Way) int { return ComparePositions(a.Pos, b.Pos) })
	slices.SortStableFunc(a.out.Gaps, func(a, b Gap) int { return ComparePositions(a.Pos, b.Pos) })
	return a.out
}

type auditor struct {
	p   *Package
	out *Audit
}

func (p *Package) position(pos token.Pos) token.Position { return p.pass.Fset.Position(pos) }

// ComparePositions compares by file and place in it.
func ComparePositions(a, b token.Position) int {
	return cmp.Or(cmp.Compare(a.Filename, b.Filename), cmp.Compare(a.Offset, b.Offset))
}

// bind records the annotated methods of interfaces that a method implements.
func (a *auditor) bind(fn *ssa.Function) {
	obj := declaration(fn)
	if obj == nil || obj.Signature().Recv() == nil {
		return
	}
	for _, m := range a.p.implemented(obj) {
		a.out.Implements[fullName(fn)] = append(a.out.Implements[fullName(fn)], m.FullName())
	}
}

// way records a call that asks for a check, and how it comes by it.
func (a *auditor) way(call ssa.CallInstruction, d demand) {
	p := a.p
	st := p.before(call)
	if st == nil {
		if p.solve(call.Parent()).exhausted() {
			a.gap(call.Pos(), "the function is too large to be followed")
		}
		return
	}
	site := p.standing(call, d)
	if site == nil {
		site = p.newSite(call, d)
	}
	w := Way{Kind: d.Kind, Object: site.Object, Pos: p.position(call.Pos()), In: fullName(call.Parent()), To: calleeName(p, call, d), Danger: d.danger}
	if site.Call != nil {
		w.Call, w.Pos = types.ExprString(site.Call.Fun)+"(...)", p.position(site.Call.Pos())
	}
	a.judge(&w, site, st, d)
	if site.dropped {
		a.gap(call.Pos(), "the function asks for checks of too many objects")
	}
	a.out.Ways = append(a.out.Ways, w)
}

// standing returns the site of a call that is not guarded where it stands, nil
// for another one.
func (p *Package) standing(call ssa.CallInstruction, d demand) *Site {
	is := func(s *Site) bool { return s.call == call && s.Kind == d.Kind && s.obj.Equal(d.Obj) }
	for _, list := range [][]*Site{p.sites, p.left} {
		if i := slices.IndexFunc(list, is); i >= 0 {
			return list[i]
		}
	}
	return nil
}

// judge tells how a call comes by its check.
func (a *auditor) judge(w *Way, site *Site, st state, d demand) {
	p := a.p
	switch {
	case site.Waiver != nil:
		w.Standing, w.Reason = Waived, site.Waiver.Reason
		return
	case slices.Contains(p.sites, site):
		w.Standing = Unguarded
		return
	}
	proofs, askers := site.proofs, site.askers
	if !slices.Contains(p.left, site) {
		if ev, ok := st.proof(d.Kind, site.path, site.name); ok {
			proofs = []evidence{ev}
		} else {
			w.Standing, w.Reason = Guarded, "made on the way, or of checked objects"
			return
		}
	}
	for _, ev := range proofs {
		if ev.left != nil {
			askers = append(askers, ev.left)
			continue
		}
		w.Check = p.proofAt(ev.pos)
	}
	w.Standing = Guarded
	if len(askers) > 0 {
		w.Standing, w.Check = Caller, nil
	} else if w.Check == nil {
		w.Reason = "called with checked objects only"
	}
	for _, fn := range askers {
		if name := fullName(fn); !slices.Contains(w.Askers, name) {
			w.Askers = append(w.Askers, name)
		}
	}
}

// proofAt returns the check at the position of an evidence.
func (p *Package) proofAt(pos token.Pos) *Proof {
	if e := p.exprAt(pos); e != nil {
		return &Proof{types.ExprString(e), p.position(e.Pos())}
	}
	return &Proof{"", p.position(pos)}
}

// fullName returns the name of a function, as [types.Func.FullName] does, or
// of a literal that of the function around it and a number.
func fullName(fn *ssa.Function) string {
	if fn.Origin() != nil {
		fn = fn.Origin()
	}
	if obj := declaration(fn); obj != nil {
		return obj.Origin().FullName()
	}
	return fn.String()
}

// calleeName returns the name of the function that makes a demand.
func calleeName(p *Package, call ssa.CallInstruction, d demand) string {
	if d.callee != nil {
		return d.callee.Origin().FullName()
	}
	if fn := p.target(call); fn != nil {
		return fullName(fn)
	}
	return ""
}
