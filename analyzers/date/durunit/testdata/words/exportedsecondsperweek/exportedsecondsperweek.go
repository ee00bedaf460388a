// Package exportedsecondsperweek is looked at for one word.
package exportedsecondsperweek

const SecondsPerWeek = 61 // want `SecondsPerWeek = 61 is not the number of seconds of a week`
