// Package generics gets leap years wrong for all integers.
package generics

type integer interface {
	~int | ~int32 | ~int64
}

func isLeap[T integer](year T) bool {
	return year%4 == 0 && year%100 != 0 // want `isLeap\(2000\) is false, but 2000 is a leap year`
}

func right[T integer](year T) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

var _ = []any{isLeap[int], right[int32]}
