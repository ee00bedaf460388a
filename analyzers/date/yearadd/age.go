package yearadd

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/syntax"
)

// ageWords are words of names that tell how old somebody is.
var ageWords = []string{"age", "adult", "birth", "birthdate", "birthday", "born", "dob", "underage"}

// leastAge is the least number of years that laws make depend on.
const leastAge = 12

// decidesAge reports whether a function makes a date so many years back to tell
// how old somebody is: whoever was born on 1 March comes of age on that day, and
// not the day before.
func decidesAge(fn *ssa.Function, years int) bool {
	if years < leastAge {
		return false
	}
	for ; fn != nil; fn = fn.Parent() {
		if speaksOfAge(fn.Name()) || slices.ContainsFunc(fn.Params, func(p *ssa.Parameter) bool { return speaksOfAge(p.Name()) }) {
			return true
		}
	}
	return false
}

func speaksOfAge(name string) bool {
	return slices.ContainsFunc(syntax.Words(name), func(word string) bool { return slices.Contains(ageWords, word) })
}
