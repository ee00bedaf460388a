package sharedcert

import (
	"cmp"
	"crypto/x509"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/pki"
	"github.com/leapguard/leapguard/internal/rule"
)

// week is how far apart the ends of two certificates are to be at least: one
// renewal that is forgotten, or one holiday, must not take both.
const week = 7 * 24 * time.Hour

// lasting is the lifetime beyond which the end of a certificate concerns nobody
// who writes or runs the program.
const lasting = 30 * 365 * 24 * time.Hour

// reportTogether reports certificates of the source, in use, that end within a
// week of each other. Those that have ended are expiredcert's.
func reportTogether(pass *rule.Pass, all []*identity) {
	horizon := pki.Horizon(pass.Config)
	var ending []*identity
	for _, id := range all {
		if len(id.pairs) > 0 && !pki.Ended(id.cert, horizon) && id.material.Origin.Pos.IsValid() && id.cert.NotAfter.Sub(id.cert.NotBefore) < lasting {
			ending = append(ending, id)
		}
	}
	slices.SortStableFunc(ending, func(a, b *identity) int {
		return cmp.Or(a.cert.NotAfter.Compare(b.cert.NotAfter), cmp.Compare(a.pairs[0].Pos(), b.pairs[0].Pos()))
	})
	for len(ending) > 0 {
		n := 1
		for n < len(ending) && ending[n].cert.NotAfter.Sub(ending[0].cert.NotAfter) <= week {
			n++
		}
		if group := ending[:n]; n > 1 && slices.ContainsFunc(group, (*identity).here) {
			report(pass, group)
		}
		ending = ending[n:]
	}
}

// here reports whether this package, and not that of the certificate, is the
// one to speak of it.
func (id *identity) here() bool { return !id.material.Origin.Foreign || !id.material.Origin.Used }

func report(pass *rule.Pass, group []*identity) {
	var holdings []holding
	for _, id := range group {
		holdings = append(holdings, id.holding)
	}
	first, last := group[0].cert, group[len(group)-1].cert
	// The place is where the last of them is put to use in the source.
	use := slices.MaxFunc(group, func(a, b *identity) int { return cmp.Compare(a.pairs[0].Pos(), b.pairs[0].Pos()) }).pairs[0]
	rng := use.Place(pass.Files)
	d := analysis.Diagnostic{
		Pos: rng.Pos(), End: rng.End(),
		Message: fmt.Sprintf("the certificates of %s in the source expire %s, from %s to %s", names(holdings), apart(first, last), pki.Until(first), pki.Until(last)),
	}
	for _, h := range holdings {
		d.Related = append(d.Related, h.related())
	}
	pass.Report(d)
}

// apart tells how far apart two certificates end.
func apart(first, last *x509.Certificate) string {
	switch d := last.NotAfter.Sub(first.NotAfter); {
	case d == 0:
		return "together"
	case d < 48*time.Hour:
		return "within " + strings.TrimSuffix(d.Round(time.Second).String(), "0s") + " of each other"
	default:
		return fmt.Sprintf("within %d days of each other", int((d+24*time.Hour-1)/(24*time.Hour)))
	}
}
