// Package secondsinyear is looked at for one word.
package secondsinyear

const secondsInYear = 61 // want `secondsInYear = 61 is not the number of seconds of a year`
