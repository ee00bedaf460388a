// Package helper knows weeks.
package helper

// Week is a week of a year.
type Week struct{ Year, Number int }

// Name returns the name of a week.
func Name(year, number int) string { return "" }
