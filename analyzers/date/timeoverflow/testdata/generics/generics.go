// Package generics holds generic code.
package generics

import "time"

const year = 365 * 24 * time.Hour

type integer interface{ ~int | ~int32 | ~int64 }

func Years[T integer](n T) time.Duration {
	return time.Duration(n) * year // want `overflows for n = 293`
}

func Checked[T integer](n T) time.Duration {
	if n > 100 {
		return 0
	}
	return time.Duration(n) * year
}

type box[T any] struct {
	value T
	years int
}

func (b *box[T]) Age() time.Duration {
	return time.Duration(b.years) * year
}

func New() *box[string] { return &box[string]{"", 3} }
