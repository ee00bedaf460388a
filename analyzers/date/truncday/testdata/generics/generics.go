package generics

import "time"

func days[T ~int](n T) (out []T) {
	for range n {
		out = append(out, T(time.Now().Truncate(24*time.Hour).Day())) // want `time\.Now\(\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
	}
	return out
}

type cutter[T any] interface{ Truncate(time.Duration) T }

func cut[T cutter[T]](t T) T { return t.Truncate(24 * time.Hour) }

var (
	_ = days[int]
	_ = cut[time.Time]
)
