// Package generics holds generic code.
package generics

import "time"

type number interface{ ~int | ~int64 }

func Wait[T number](n T) {
	time.Sleep(time.Duration(n) * time.Second)
	time.Sleep(7) // want `time.Sleep\(7\) waits 7ns`
}

type queue[T any] struct {
	items []T
	after time.Duration
}

func (q *queue[T]) Days() int {
	days := int(q.Age() / 3600) // want `q.Age\(\) / 3600 of 24h is 24000000000, taken for a number of days in days`
	return days
}

func (q *queue[T]) Age() time.Duration { return q.after }
