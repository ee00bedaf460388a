package directive

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/analyzers/cert/embeddedkey"
	"github.com/leapguard/leapguard/analyzers/cert/sharedcert"
	"github.com/leapguard/leapguard/analyzers/date/monthadd"
	"github.com/leapguard/leapguard/analyzers/date/yearadd"
	"github.com/leapguard/leapguard/analyzers/guard/unguarded"
	"github.com/leapguard/leapguard/internal/rule"
)

// checks holds every check but directive, by family in the order of the
// documentation and by slug within. It is the only list of them: directive
// requires them all, and the registry requires directive.
var checks = []*rule.Rule{
	monthadd.Rule,
	yearadd.Rule,

	embeddedkey.Rule,
	sharedcert.Rule,

	unguarded.Rule,
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
