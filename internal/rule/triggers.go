package rule

import "slices"

// Either returns the triggers that match where one of several does.
func Either(alternatives ...Triggers) Triggers {
	either := Triggers{nil}
	for _, t := range alternatives {
		var next Triggers
		for _, group := range t { // one of this group, or one of what is left
			for _, rest := range either {
				next = append(next, slices.Concat(rest, group))
			}
		}
		either = next
	}
	return either
}
