// Package n356 is looked at for one word.
package n356

const length = 60 * 60 * 24 * 356 // want `is 356 times a day`
