// Package generics takes dates apart in generic functions.
package generics

import "time"

type dated interface{ Date() time.Time }

func older[T dated](a, b T) bool {
	return a.Date().YearDay() < b.Date().YearDay() // want `a.Date\(\).YearDay\(\) < b.Date\(\).YearDay\(\) holds for 1 March 2026 and 1 March 2024`
}

func same[T dated](a, b T) bool {
	return a.Date().Year() == b.Date().Year() && a.Date().YearDay() < b.Date().YearDay()
}

type pair[T any] struct {
	at    time.Time
	value T
}

func gap[T any](a, b pair[T]) int {
	return b.at.YearDay() - a.at.YearDay() // want `b.at.YearDay\(\) - a.at.YearDay\(\) is -364`
}

var _ = []any{older[dated], same[dated], gap[int]}
