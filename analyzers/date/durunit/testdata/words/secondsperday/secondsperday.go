// Package secondsperday is looked at for one word.
package secondsperday

const secondsPerDay = 61 // want `secondsPerDay = 61 is not the number of seconds of a day`
