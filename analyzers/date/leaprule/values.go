package leaprule

import "github.com/leapguard/leapguard/internal/calendar"

// The years in which a rule must be right: from the first whole year of the
// Gregorian calendar on, for two cycles of 400 years.
const (
	firstYear = 1583
	lastYear  = 2400
	cycle     = 400
)

// values are the outcomes of a predicate for the years from firstYear to
// lastYear.
type values []bool

// A fault is a year for which a predicate is wrong.
type fault struct {
	year   int
	holds  bool
	common bool // the predicate is meant to hold for common years
}

// right reports whether the outcomes are those of the Gregorian rule or the
// opposite, for the years themselves or for years counted from another one.
func (v values) right() bool {
	for shift := range cycle {
		same, opposite := true, true
		for i, holds := range v {
			leap := calendar.IsLeap(firstYear + i + shift)
			same, opposite = same && holds == leap, opposite && holds != leap
			if !same && !opposite {
				break
			}
		}
		if same || opposite {
			return true
		}
	}
	return false
}

// constant reports whether the outcome is the same for all years.
func (v values) constant() bool {
	for _, holds := range v {
		if holds != v[0] {
			return false
		}
	}
	return true
}

// agreement returns the number of years in which the outcome is that of the
// rule.
func (v values) agreement() int {
	n := 0
	for i, holds := range v {
		if holds == calendar.IsLeap(firstYear+i) {
			n++
		}
	}
	return n
}

// How often rules are wrong that know nothing of centuries, in the six from 1700
// to 2300 that are no leap years, or nothing of 400 years.
const (
	withoutCenturies     = 6
	withoutFourCenturies = 3
)

// limit returns how often a predicate of a number may be wrong if it is to count
// as one of leap years, by what its remainders and the number's name show.
func limit(shown evidence, name string) int {
	switch {
	case shown == gregorian || shown == centuries && namedYear(name):
		return lastYear
	case shown == centuries:
		return withoutFourCenturies
	}
	return withoutCenturies
}

// worst returns a fault of a predicate whose outcomes depend on conditions that
// are not known; ok is false if it is right under some condition, or wrong in
// more years than the limit under all.
func worst(outcomes []values, limit int) (f fault, ok bool) {
	var best values
	for _, v := range outcomes {
		if v.constant() {
			continue
		}
		if v.right() {
			return f, false
		}
		if best == nil || distance(v) < distance(best) {
			best = v
		}
	}
	if best == nil || distance(best) > limit {
		return f, false
	}
	return best.fault(2*best.agreement() < len(best)), true
}

// distance returns the number of years in which the outcomes are wrong, as
// those of a predicate of leap years or of common years.
func distance(v values) int { return min(v.agreement(), len(v)-v.agreement()) }

// modern is the year from which on the first fault is looked for.
const modern = 1900

// fault returns the first year from 1900 on, or else before, for which a
// predicate of leap years, or of common years, is wrong.
func (v values) fault(common bool) fault {
	first := -1
	for i, holds := range v {
		if (holds != common) != calendar.IsLeap(firstYear+i) {
			if firstYear+i >= modern {
				return fault{firstYear + i, holds, common}
			}
			if first < 0 {
				first = i
			}
		}
	}
	return fault{firstYear + first, v[max(first, 0)], common}
}
