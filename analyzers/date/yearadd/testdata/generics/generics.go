// Package generics adds years with type parameters.
package generics

import "time"

type integer interface{ ~int | ~int32 | ~int64 }

func date[T integer](y T, m time.Month, d T) time.Time {
	return time.Date(int(y), m, int(d), 0, 0, 0, 0, time.UTC)
}

func add[T integer](t time.Time, years T) time.Time {
	return time.Date(t.Year()+int(years), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `for 1 as the number of years on 29 February 2028 gives 1 March 2029`
}

func next(t time.Time) time.Time {
	return date(int64(t.Year()+1), t.Month(), int64(t.Day())) // want `date\(int64\(t\.Year\(\) \+ 1\), t\.Month\(\), int64\(t\.Day\(\)\)\) on 29 February 2028 gives 1 March 2029`
}

func first(t time.Time) time.Time { return date(t.Year()+1, t.Month(), 1) }

type span[T any] struct {
	start time.Time
	value T
}

func (s *span[T]) renew() {
	s.start = time.Date(s.start.Year()+1, s.start.Month(), s.start.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}

func use() {
	add(time.Now(), 1)
	add(time.Now(), int64(2))
	new(span[string]).renew()
}
