// Package exportedsecondsinday is looked at for one word.
package exportedsecondsinday

const SecondsInDay = 61 // want `SecondsInDay = 61 is not the number of seconds of a day`
