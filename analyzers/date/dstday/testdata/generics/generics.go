package generics

import "time"

func days[T ~int | ~int64](a, b int) T {
	x := time.Date(2026, time.March, a, 0, 0, 0, 0, time.Local)
	y := time.Date(2026, time.March, b, 0, 0, 0, 0, time.Local)
	return T(y.Sub(x) / (24 * time.Hour)) // want `y\.Sub\(x\) / \(24 \* time\.Hour\) from midnight of 8 March to that of 9 March 2026 in New York is 0: 8 March has 23 hours`
}

func collect[T any](n int, of func(string) T) []T {
	var out []T
	for t := time.Now(); len(out) < n; t = t.Add(24 * time.Hour) { // want `t\.Add\(24 \* time\.Hour\) at 23:30 on 7 March 2026 in New York gives 00:30 on 9 March, so Format\("2006-01-02"\) is a day off`
		out = append(out, of(t.Format(time.DateOnly)))
	}
	return out
}

var (
	_ = days[int]
	_ = collect[string]
)
