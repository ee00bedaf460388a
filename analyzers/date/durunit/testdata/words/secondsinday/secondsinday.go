// Package secondsinday is looked at for one word.
package secondsinday

const secondsInDay = 61 // want `secondsInDay = 61 is not the number of seconds of a day`
