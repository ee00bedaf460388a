// Package generics holds generic code.
package generics

import "time"

type integer interface{ ~int | ~int64 }

func Years[T integer](years T) time.Duration {
	return time.Duration(years) * 365 * 24 * time.Hour // want `counts years of 365 days`
}

func Days[T integer](days T) time.Duration {
	const month = 720 * time.Hour // want `month is 30 days`
	return time.Duration(days) * 24 * time.Hour % month
}
