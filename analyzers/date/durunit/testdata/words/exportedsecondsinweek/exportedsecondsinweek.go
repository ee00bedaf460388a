// Package exportedsecondsinweek is looked at for one word.
package exportedsecondsinweek

const SecondsInWeek = 61 // want `SecondsInWeek = 61 is not the number of seconds of a week`
