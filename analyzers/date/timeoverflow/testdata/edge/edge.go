// Package edge holds the limits of what is reported.
package edge

import "time"

const year = 365 * 24 * time.Hour

func Last(years int) time.Duration {
	if years > 292 {
		return 0
	}
	return time.Duration(years) * year
}

func First(years int) time.Duration {
	if years > 293 {
		return 0
	}
	return time.Duration(years) * year // want `overflows for years = 293`
}

// Above is not reported: whoever passes more than a thousand is on his own.
func Above(years int) time.Duration {
	if years < 2000 {
		return 0
	}
	return time.Duration(years) * year
}

// Quarter overflows at 1001 only.
func Quarter(n int) time.Duration { return time.Duration(n) * 106 * 24 * time.Hour }

func Two(n, m int) time.Duration { return time.Duration(n*m) * year }

var years = 10

func Global() time.Duration { return time.Duration(years) * year }

var flags = new(int)

func Flag() time.Duration {
	return time.Duration(*flags) * year // want `overflows for \*flags = 293`
}

// Limits of UnixNano.
var (
	start = time.Date(1678, 1, 1, 0, 0, 0, 0, time.UTC).UnixNano()
	early = time.Date(1676, 1, 1, 0, 0, 0, 0, time.UTC).UnixNano() // want `UnixNano\(\) of 1676-01-01 is`
	end   = time.Date(2262, 1, 1, 0, 0, 0, 0, time.UTC).UnixNano()
	late  = time.Date(2263, 1, 1, 0, 0, 0, 0, time.UTC).UnixNano() // want `UnixNano\(\) of 2263-01-01 is -`
)

var sum = start + early + end + late

func Parsed(a, b string) (bool, error) {
	t, err := time.Parse(time.DateOnly, a)
	if err != nil {
		return false, err
	}
	u, err := time.Parse(time.DateOnly, b)
	if err != nil {
		return false, err
	}
	return t.UnixNano() <= u.UnixNano(), nil // want `orders 9999-12-31 before 1970`
}

func same(t, u time.Time) bool { return t.UnixNano() < u.UnixNano() }

func Same(t time.Time) bool { return same(t, t) && t.UnixNano() >= t.UnixNano() }
