package generics

import (
	"fmt"
	"time"
)

type pair[T any] struct{ Year, Month T }

func of[T any](convert func(int) T) pair[T] {
	return pair[T]{convert(time.Now().Year()), convert(int(time.Now().Month()))}
}

func parts[T ~int]() []T {
	return []T{T(time.Now().Year()), T(time.Now().Month())} // want `the 2 calls of time.Now make January 2026`
}

func key[T fmt.Stringer](x T) string {
	return fmt.Sprint(x, time.Now().Month(), time.Now().Day()) // want `the 2 calls of time.Now make 1 December`
}
