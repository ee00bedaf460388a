// Package exportedsecondsperday is looked at for one word.
package exportedsecondsperday

const SecondsPerDay = 61 // want `SecondsPerDay = 61 is not the number of seconds of a day`
