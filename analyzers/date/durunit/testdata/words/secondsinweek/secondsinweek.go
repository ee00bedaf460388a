// Package secondsinweek is looked at for one word.
package secondsinweek

const secondsInWeek = 61 // want `secondsInWeek = 61 is not the number of seconds of a week`
