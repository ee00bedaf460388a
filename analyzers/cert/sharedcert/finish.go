package sharedcert

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/pki"
	"github.com/leapguard/leapguard/internal/rule"
)

// A Summary is what Finish needs to know of a package.
type Summary struct {
	Holders []Holder
}

// A Holder is a package that puts a certificate of the source to use.
type Holder struct {
	Print   string // fingerprint of the certificate
	Subject string
	Until   string
	Package string // import path
	Name    string // of the package, relative to its module
	Program bool   // it is a main package
	Embeds  bool   // the certificate stands in the package itself
	Place   finding.Range
}

// summarize returns nil for a package that puts no certificate of the source to
// use. Examples do not run beside each other.
func summarize(pass *rule.Pass, all []*identity) any {
	name := nameOf(pass)
	if rule.IsExample(name) {
		return nil
	}
	s := new(Summary)
	for _, id := range all {
		if id.cert == nil {
			continue
		}
		rng := id.firstUse(pass)
		if pass.Suppressed(rng.Pos()) {
			continue
		}
		s.Holders = append(s.Holders, Holder{
			Print:   pki.Fingerprint(id.cert),
			Subject: pki.Subject(id.cert),
			Until:   pki.Until(id.cert),
			Package: pass.Pkg.Path(),
			Name:    name,
			Program: pass.Pkg.Name() == "main",
			Embeds:  !id.material.Origin.Foreign,
			Place:   pass.RangeOf(rng),
		})
	}
	if len(s.Holders) == 0 {
		return nil
	}
	return s
}

// firstUse returns where the package first puts the certificate to use: the
// name of the function that makes a pair of it, whose argument is the place of
// other findings, or else what it is given to.
func (id *identity) firstUse(pass *rule.Pass) analysis.Range {
	if len(id.pairs) > 0 {
		return id.pairs[0].Callee(pass.Files)
	}
	return id.roles[0].place
}

// nameOf returns the path of a package relative to its module.
func nameOf(pass *rule.Pass) string {
	if pass.Module != nil {
		if rel, ok := strings.CutPrefix(pass.Pkg.Path(), pass.Module.Path+"/"); ok {
			return rel
		}
	}
	return path.Base(pass.Pkg.Path())
}

// finish reports certificates that stand in several packages of the source, or
// identify several programs.
func finish(program *rule.Program) []finding.Finding {
	holders := make(map[string][]Holder) // by certificate
	var prints []string
	for _, s := range program.Summaries {
		for _, h := range s.(*Summary).Holders {
			if holders[h.Print] == nil {
				prints = append(prints, h.Print)
			}
			holders[h.Print] = append(holders[h.Print], h)
		}
	}
	var out []finding.Finding
	for _, print := range prints {
		list := holders[print]
		slices.SortStableFunc(list, func(a, b Holder) int { return cmp.Compare(a.Package, b.Package) })
		// A package and its variant with tests are one.
		list = slices.CompactFunc(list, func(a, b Holder) bool { return a.Package == b.Package })
		if in := filter(list, func(h Holder) bool { return h.Embeds }); len(in) > 1 {
			out = append(out, apartIn(in, "stands in %d packages, "))
		} else if in := filter(list, func(h Holder) bool { return h.Program }); len(in) > 1 {
			out = append(out, apartIn(in, "identifies %d programs, "))
		}
	}
	return out
}

func filter(list []Holder, keep func(Holder) bool) []Holder {
	return slices.DeleteFunc(slices.Clone(list), func(h Holder) bool { return !keep(h) })
}

// apartIn reports a certificate in the second of its holders.
func apartIn(list []Holder, where string) finding.Finding {
	h := list[1]
	var names []string
	for _, h := range list {
		names = append(names, h.Name)
	}
	out := finding.Finding{
		Range:    h.Place,
		Analyzer: slug,
		Package:  h.Package,
		Message: fmt.Sprintf("one certificate, of %s until %s, "+where+"%s",
			h.Subject, h.Until, len(list), and(shorten(names, 3))),
		Severity: finding.Error,
		URL:      rule.URLPrefix + slug + ".md",
		// The certificate tells its findings in a package apart.
		Fingerprint: finding.Fingerprint(finding.Identity{Analyzer: slug, Package: h.Package, Source: h.Print}),
	}
	for _, h := range list {
		out.Related = append(out.Related, finding.Related{Range: h.Place, Message: "put to use in " + h.Name + " here"})
	}
	return out
}
