package sharedcert

import (
	"fmt"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/pki"
	"github.com/leapguard/leapguard/internal/rule"
)

// A role is one part that a certificate plays: a server of certain requests, or
// a client.
type role struct {
	// holdings has one certificate, or several of which a loop over something
	// else selects one.
	holdings []holding
	place    analysis.Range
	instr    ssa.Instruction
	kind     pki.Kind
	service  service
	// names are those of the elements of a loop, or of the keys of a map, for
	// each of which the role exists.
	names []string
	// each says that the role exists once for every element of a loop, whose
	// names are not known.
	each bool
}

// roles finds the roles in a package that the certificates of the source play.
// Roles that several certificates can play, or none, are left out: which of them
// does so where is unknown.
func roles(pass *rule.Pass, known *pki.Package) []*role {
	var out []*role
	seen := make(map[ssa.Instruction]bool)
	for _, use := range known.Uses {
		kind := use.Sink.Kind
		if kind != pki.Server && kind != pki.Client || pass.Silent(use.Pos()) || seen[use.Instr()] {
			continue
		}
		seen[use.Instr()] = true
		r := &role{holdings: holdings(use.Set), place: use.Place(pass.Files), instr: use.Instr(), kind: kind}
		r.service = serviceOf(known, use)
		if kind == pki.Server {
			r.names, r.each = elements(known, use.Set.Over, r.service.values)
		}
		if r.known(use.Set) {
			out = append(out, r)
		}
	}
	for _, fn := range known.Funcs() {
		out = append(out, mapRoles(pass, known, fn)...)
	}
	return out
}

// known reports whether it is known which certificate plays the role, or that
// one plays it several times, given what the role is played by.
func (r *role) known(s pki.Set) bool {
	if len(r.holdings) == 1 {
		return true
	}
	loaded := slices.ContainsFunc(r.holdings, func(h holding) bool { return h.cert == nil })
	return len(r.holdings) > 1 && !loaded && len(s.Over) > 0 && r.several()
}

// several reports whether the role exists more than once.
func (r *role) several() bool { return len(r.names) > 1 || r.each }

// distinct reports whether two roles are provably not the same one: a server
// and a client, or servers of different services that run beside each other.
func (r *role) distinct(s *role) bool {
	if r.kind != s.kind {
		// A pair that is loaded identifies a peer, which is both.
		return r.holdings[0].cert != nil
	}
	return r.kind == pki.Server && r.service.differs(s.service) && together(r.instr, s.instr)
}

// together reports whether both instructions can be executed in one call of
// their function, or stand in different ones.
func together(a, b ssa.Instruction) bool {
	if a.Parent() != b.Parent() || a.Block() == b.Block() {
		return true
	}
	return reaches(a.Block(), b.Block()) || reaches(b.Block(), a.Block())
}

func reaches(from, to *ssa.BasicBlock) bool {
	seen := make(map[*ssa.BasicBlock]bool)
	var visit func(b *ssa.BasicBlock) bool
	visit = func(b *ssa.BasicBlock) bool {
		if b == to {
			return true
		}
		if seen[b] {
			return false
		}
		seen[b] = true
		return slices.ContainsFunc(b.Succs, visit)
	}
	return visit(from)
}

// reportRoles reports a certificate that plays several roles, once: where the
// second role begins.
func (id *identity) reportRoles(pass *rule.Pass) {
	var parts []*role
	for _, r := range id.roles {
		if r.several() {
			reportEach(pass, r)
			return
		}
		alike := false
		for _, p := range parts {
			alike = alike || !p.distinct(r)
		}
		if !alike {
			parts = append(parts, r)
		}
	}
	if len(parts) < 2 {
		return
	}
	var list []string
	d := analysis.Diagnostic{Pos: parts[1].place.Pos(), End: parts[1].place.End(), Related: []analysis.RelatedInformation{id.related()}}
	for _, p := range parts {
		list = append(list, p.String())
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: p.place.Pos(), End: p.place.End(), Message: "identifies " + p.String() + " here"})
	}
	d.Message = fmt.Sprintf("%s identifies %s", id.holding, and(list))
	pass.Report(d)
}

// reportEach reports certificates each of which is given to all elements of a
// loop.
func reportEach(pass *rule.Pass, r *role) {
	whom := "every element of this loop"
	if len(r.names) > 0 {
		whom = and(shorten(r.names, 4))
	}
	h := r.holdings[0]
	d := analysis.Diagnostic{
		Pos: r.place.Pos(), End: r.place.End(),
		Message: fmt.Sprintf("%s identifies %s", h, whom),
	}
	if len(r.holdings) > 1 {
		d.Message = fmt.Sprintf("each of the certificates of %s in the source identifies %s", names(r.holdings), whom)
	}
	for _, h := range r.holdings {
		d.Related = append(d.Related, h.related())
	}
	pass.Report(d)
}

// String returns what a message calls the role.
func (r *role) String() string {
	if r.kind == pki.Client {
		return "a client"
	}
	if r.service.name == "" {
		return "a server"
	}
	return "the server of " + r.service.name
}
