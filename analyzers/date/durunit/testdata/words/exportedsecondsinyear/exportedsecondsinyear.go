// Package exportedsecondsinyear is looked at for one word.
package exportedsecondsinyear

const SecondsInYear = 61 // want `SecondsInYear = 61 is not the number of seconds of a year`
