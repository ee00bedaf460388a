// Package secondsperweek is looked at for one word.
package secondsperweek

const secondsPerWeek = 61 // want `secondsPerWeek = 61 is not the number of seconds of a week`
