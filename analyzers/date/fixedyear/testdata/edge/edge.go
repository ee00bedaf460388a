// Package edge holds the limits of what is reported.
package edge

import "time"

const day = 24 * time.Hour

// Numbers without the type Duration are not looked at.
const secondsPerYear = 365 * 86400

// A name must say the unit as a word of its own.
const yearning, monthsAgo, bimonthly = 365 * day, 60 * day, 60 * day // want `monthsAgo is 2 times 30 days`

// Something between is not a year.
const julianYear = 8766 * time.Hour

const YEARS = 36500 * day // want `YEARS is 100 times 365 days`

const yearsForEver = 36865 * day

var years, negativeYear = 2, -365 * day

var product = time.Duration(years) * (365 * day) // want `counts years of 365 days`

var mixed = time.Duration(years) * 30 * day

type plan struct{ years, months *int }

func (p plan) length() time.Duration {
	return time.Duration(*p.years)*365*day + 30*day*time.Duration(*p.months) // want `counts years of 365 days` `counts months of 30 days`
}
