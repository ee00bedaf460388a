// Package analyzers is the registry of all checks.
package analyzers

import (
	"slices"

	"github.com/leapguard/leapguard/analyzers/directive"
	"github.com/leapguard/leapguard/internal/rule"
)

// rules holds every check, by family in the order of the documentation and by
// slug within. The list of all but directive is directive's, which requires
// them.
var rules = append(directive.Checks(), directive.Rule)

// All returns every check, by family and slug.
func All() []*rule.Rule { return slices.Clone(rules) }

// Families returns the families that have checks, in the order of [All].
func Families() []rule.Family {
	var families []rule.Family
	for _, r := range rules {
		if !slices.Contains(families, r.Family) {
			families = append(families, r.Family)
		}
	}
	return families
}

// Lookup returns the check of a slug, current or former, or nil.
func Lookup(slug string) *rule.Rule {
	i := slices.IndexFunc(rules, func(r *rule.Rule) bool {
		return r.Slug == slug || slices.Contains(r.Was, slug)
	})
	if i < 0 {
		return nil
	}
	return rules[i]
}
