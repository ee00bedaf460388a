// Package generics joins weeks and years in generic code.
package generics

import "time"

type number interface{ ~int | ~int32 }

type key[T number] struct{ year, week T }

func of[T number](t time.Time) key[T] {
	_, week := t.ISOWeek()
	return key[T]{T(t.Year()), T(week)} // want `key\[T\]\{T\(t.Year\(\)\), T\(week\)\} joins week 1 with 2024`
}

func iso[T number](t time.Time) key[T] {
	year, week := t.ISOWeek()
	return key[T]{T(year), T(week)}
}

var _ = []any{of[int], iso[int32]}
