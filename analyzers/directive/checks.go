package directive

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/analyzers/cert/badca"
	"github.com/leapguard/leapguard/analyzers/cert/badvalidity"
	"github.com/leapguard/leapguard/analyzers/cert/certdrop"
	"github.com/leapguard/leapguard/analyzers/cert/certfatal"
	"github.com/leapguard/leapguard/analyzers/cert/embeddedkey"
	"github.com/leapguard/leapguard/analyzers/cert/expiredcert"
	"github.com/leapguard/leapguard/analyzers/cert/longcert"
	"github.com/leapguard/leapguard/analyzers/cert/noskew"
	"github.com/leapguard/leapguard/analyzers/cert/noverify"
	"github.com/leapguard/leapguard/analyzers/cert/sharedcert"
	"github.com/leapguard/leapguard/analyzers/cert/staticcert"
	"github.com/leapguard/leapguard/analyzers/cert/weakserial"
	"github.com/leapguard/leapguard/analyzers/date/badlayout"
	"github.com/leapguard/leapguard/analyzers/date/dstday"
	"github.com/leapguard/leapguard/analyzers/date/durunit"
	"github.com/leapguard/leapguard/analyzers/date/fieldmath"
	"github.com/leapguard/leapguard/analyzers/date/fixedyear"
	"github.com/leapguard/leapguard/analyzers/date/isoyear"
	"github.com/leapguard/leapguard/analyzers/date/leaprule"
	"github.com/leapguard/leapguard/analyzers/date/localutc"
	"github.com/leapguard/leapguard/analyzers/date/monthadd"
	"github.com/leapguard/leapguard/analyzers/date/monthstart"
	"github.com/leapguard/leapguard/analyzers/date/noyear"
	"github.com/leapguard/leapguard/analyzers/date/randneg"
	"github.com/leapguard/leapguard/analyzers/date/timeoverflow"
	"github.com/leapguard/leapguard/analyzers/date/tornnow"
	"github.com/leapguard/leapguard/analyzers/date/truncday"
	"github.com/leapguard/leapguard/analyzers/date/yearadd"
	"github.com/leapguard/leapguard/analyzers/date/yeardayage"
	"github.com/leapguard/leapguard/analyzers/guard/deleteall"
	"github.com/leapguard/leapguard/analyzers/guard/failopen"
	"github.com/leapguard/leapguard/analyzers/guard/ignoredguard"
	"github.com/leapguard/leapguard/analyzers/guard/openflag"
	"github.com/leapguard/leapguard/analyzers/guard/rmbase"
	"github.com/leapguard/leapguard/analyzers/guard/staleguard"
	"github.com/leapguard/leapguard/analyzers/guard/statehole"
	"github.com/leapguard/leapguard/analyzers/guard/toolforce"
	"github.com/leapguard/leapguard/analyzers/guard/unguarded"
	"github.com/leapguard/leapguard/analyzers/guard/unrestored"
	"github.com/leapguard/leapguard/internal/rule"
)

// checks holds every check but directive, by family in the order of the
// documentation and by slug within. It is the only list of them: directive
// requires them all, and the registry requires directive.
var checks = []*rule.Rule{
	badlayout.Rule,
	dstday.Rule,
	durunit.Rule,
	fieldmath.Rule,
	fixedyear.Rule,
	isoyear.Rule,
	leaprule.Rule,
	localutc.Rule,
	monthadd.Rule,
	monthstart.Rule,
	noyear.Rule,
	randneg.Rule,
	timeoverflow.Rule,
	tornnow.Rule,
	truncday.Rule,
	yearadd.Rule,
	yeardayage.Rule,

	badca.Rule,
	badvalidity.Rule,
	certdrop.Rule,
	certfatal.Rule,
	embeddedkey.Rule,
	expiredcert.Rule,
	longcert.Rule,
	noskew.Rule,
	noverify.Rule,
	sharedcert.Rule,
	staticcert.Rule,
	weakserial.Rule,

	deleteall.Rule,
	failopen.Rule,
	ignoredguard.Rule,
	openflag.Rule,
	rmbase.Rule,
	staleguard.Rule,
	statehole.Rule,
	toolforce.Rule,
	unguarded.Rule,
	unrestored.Rule,
}

// Checks returns every check but directive, by family and slug.
func Checks() []*rule.Rule { return slices.Clone(checks) }

func analyzersOf(rules []*rule.Rule) []*analysis.Analyzer {
	var out []*analysis.Analyzer
	for _, r := range rules {
		out = append(out, r.Analyzer)
	}
	return out
}

// lookup returns the check of a slug, current or former, or nil.
func lookup(slug string) *rule.Rule {
	i := slices.IndexFunc(checks, func(r *rule.Rule) bool { return r.Slug == slug || slices.Contains(r.Was, slug) })
	if i < 0 {
		return nil
	}
	return checks[i]
}
