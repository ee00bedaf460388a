// Package secondsperyear is looked at for one word.
package secondsperyear

const secondsPerYear = 61 // want `secondsPerYear = 61 is not the number of seconds of a year`
