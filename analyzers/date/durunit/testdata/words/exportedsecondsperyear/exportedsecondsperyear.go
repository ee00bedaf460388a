// Package exportedsecondsperyear is looked at for one word.
package exportedsecondsperyear

const SecondsPerYear = 61 // want `SecondsPerYear = 61 is not the number of seconds of a year`
